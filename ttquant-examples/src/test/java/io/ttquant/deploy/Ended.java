package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that has ended.
 *
 * @param status its exit status
 * @param text all that it wrote
 */
record Ended(int status, String text) {
    private static final int SECONDS = 180;

    /** Runs a program to its end, without standard input. */
    static Ended run(Path folder, List<String> command) {
        try {
            Path log = Files.createTempFile("ttquant-program", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                        .redirectOutput(log.toFile())
                        .start();
                try {
                    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                        return new Ended(-1, command + " did not end in " + SECONDS + " s: " + Files.readString(log));
                    }
                } finally {
                    process.destroyForcibly();
                }
                return new Ended(process.exitValue(), Files.readString(log));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    private static Path nothing() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
