package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies of a folder, in which a test may do as it likes. */
final class Copies {
    /** What a deployment has that runs from this folder. */
    private static final List<String> OF_SOMEBODY = List.of("secrets", ".env", "data", "reports", "backups");

    private Copies() {}

    static void copy(Path from, Path to) {
        for (Path file : Deployment.files(from, "")) {
            Path relative = from.relativize(file);
            if (OF_SOMEBODY.stream().noneMatch(relative::startsWith)) {
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
