package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of a folder, in which a test may do as it likes. */
final class Copies {
    private Copies() {}

    static void copy(Path from, Path to) {
        for (Path file : Deployment.files(from, "")) {
            Path relative = from.relativize(file);
            if (!relative.startsWith("secrets") && !relative.startsWith(".env") && !relative.startsWith("data")) {
                try {
                    Path target = to.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
