package io.ttquant.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Market data and published results that lie beside the repository on some machines. Tests that need them are skipped where they are absent. */
public final class SharedData {
    private SharedData() {}

    /** A file of the shared data; skips the test with a message if it is absent. */
    public static Path file(String name) {
        Path root = root();
        assumeTrue(
                root != null && Files.exists(root.resolve("data").resolve(name)),
                () -> "skipped: no shared data file " + name
                        + " (looked beside the repository and at -Dttquant.shared)");
        return java.util.Objects.requireNonNull(root).resolve("data").resolve(name);
    }

    /** The lines of a text file of the shared data. */
    public static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
