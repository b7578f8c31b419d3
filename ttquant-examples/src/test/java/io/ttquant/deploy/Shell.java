package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts of the deployment in a copy of it, with somebody who answers, and programs that only say what they were asked to do. */
final class Shell {
    private final Path root;
    private final Path programs;

    private Shell(Path root, Path programs) {
        this.root = root;
        this.programs = programs;
    }

    static Shell in(Path root) {
        try {
            Copies.copy(Deployment.ROOT, root.resolve("deploy"));
            Shell shell = new Shell(root, Files.createDirectories(root.resolve("programs")));
            for (String name : List.of("docker", "java")) {
                shell.program(name, "for arg in \"$@\"; do echo \"<$arg>\"; done");
            }
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a program of this name before all others, of lines for a POSIX shell. */
    void program(String name, String lines) {
        Path file = write(programs.resolve(name), "#!/bin/sh\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The copy, or what is in it. */
    Path deploy(String... names) {
        Path path = root.resolve("deploy");
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    Ended run(String script, String answers, Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.startsWith("image") ? "bash" : "sh", script));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(deploy().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TTQUANT_") || name.startsWith("COMPOSE_"));
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(answers.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The script has ended without asking.
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    Ended prepare() throws Exception {
        return run("bin/prepare.sh", "https://a/1\nhttps://a/2\nhttps://a/3\n", Map.of());
    }

    Path write(String file, String text) {
        return write(deploy(file), text);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
