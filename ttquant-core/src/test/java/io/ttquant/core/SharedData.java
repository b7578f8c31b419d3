package io.ttquant.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Recorded market data that lies beside the repository on some machines. Tests that need it are skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    /** A file of the shared data; skips the test with a message if it is absent. */
    public static Path file(String name) {
        Path root = root();
        assumeTrue(
                root != null && Files.exists(root.resolve("data").resolve(name)),
                () -> "skipped: no shared data file " + name
                        + " (looked beside the repository and at -Dttquant.shared)");
        return Objects.requireNonNull(root).resolve("data").resolve(name);
    }

    /** Hands over each line of a gzipped text file of the shared data. */
    public static void lines(String name, Consumer<String> taker) {
        Path file = file(name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Path root() {
        String told = System.getProperty("ttquant.shared");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        while (here != null) {
            if (Files.exists(here.resolve("shared").resolve("DESIGN.md"))) {
                return here.resolve("shared");
            }
            here = here.getParent();
        }
        return null;
    }
}
