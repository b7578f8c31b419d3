package io.ttquant.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is gone with all that is in it when it is closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
    /** A new one, empty. */
    public static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("ttquant-bench"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
