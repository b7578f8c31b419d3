package io.ttquant.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts and the npm packages they run on, in a folder of their own below {@code target}. */
final class Npm {
    private static final Path SOURCES = Path.of("npm");
    private static final Path HOME = Path.of("target", "npm");
    private static final long INSTALL_SECONDS = 600;
    private static final long RUN_SECONDS = 300;

    private Npm() {}

    /** Copies the scripts and installs what their lock file names, without running anything that the packages bring. */
    static void install() {
        try {
            Files.createDirectories(HOME);
            boolean isNew = !Files.exists(HOME.resolve("node_modules"));
            try (Stream<Path> files = Files.list(SOURCES)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = HOME.resolve(file.getFileName());
                    isNew |= isLock(file) && (!Files.exists(copy) || Files.mismatch(file, copy) >= 0);
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (isNew) {
                run(INSTALL_SECONDS, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLock(Path file) {
        return file.getFileName().toString().equals("package-lock.json");
    }

    /** Version of an installed package. */
    static String version(String name) {
        String described = read(HOME.resolve("node_modules").resolve(name).resolve("package.json"));
        int key = described.indexOf("\"version\"");
        int from = described.indexOf('"', described.indexOf(':', key)) + 1;
        return described.substring(from, described.indexOf('"', from));
    }

    /** Lines that a script prints; its exit code is not asked, for each line says how its step ended. */
    static List<String> lines(Map<String, String> environment, String script, String argument) {
        return run(RUN_SECONDS, environment, "node", script, argument).lines().toList();
    }

    private static String run(long seconds, Map<String, String> environment, String... command) {
        Path output = HOME.resolve("output-" + String.join("-", command) + ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = start(builder, command[0]);
        try {
            boolean isOver = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!isOver || (command[0].equals("npm") && process.exitValue() != 0)) {
                throw new IllegalStateException("'" + String.join(" ", command) + "' "
                        + (isOver ? "failed" : "did not end in " + seconds + " s") + ":\n" + read(output));
            }
            return read(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while '" + command[0] + "' ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder, String command) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "there is no command '" + command + "' here; the profile clients runs npm packages and needs Node.js 20 or"
                            + " newer with npm on the PATH",
                    e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
