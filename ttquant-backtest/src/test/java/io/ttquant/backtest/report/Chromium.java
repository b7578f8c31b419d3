package io.ttquant.backtest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A browser without a window, if this machine has one. */
final class Chromium {
    private static final String PROPERTY = "ttquant.chromium";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long TIMEOUT_SECONDS = 120;

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser that the system property names, else the one of this machine, working in an empty folder. */
    static Optional<Chromium> find(Path folder) {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Optional.of(new Chromium(Path.of(named), folder));
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            for (String name : NAMES) {
                Path program = Path.of(entry, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(new Chromium(program, folder));
                }
            }
        }
        return Optional.empty();
    }

    /** The document after the page's script has run. */
    String document(Path page, String fragment, int width, int height) throws IOException, InterruptedException {
        Path out = folder.resolve("dom-" + width + ".html");
        run(out, width, height, "--dump-dom", page.toUri() + fragment);
        return Files.readString(out);
    }

    /** Draws the page and keeps the picture. */
    void photograph(Path page, String fragment, int width, int height, Path picture)
            throws IOException, InterruptedException {
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Path log = Files.createTempFile(folder, "photo", ".log");
        run(log, width, height, "--screenshot=" + picture.toAbsolutePath(), page.toUri() + fragment);
    }

    private void run(Path out, int width, int height, String... last) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--window-size=" + width + "," + height,
                "--virtual-time-budget=8000"));
        command.addAll(List.of(last));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser took longer than " + TIMEOUT_SECONDS + " seconds");
        }
    }
}
