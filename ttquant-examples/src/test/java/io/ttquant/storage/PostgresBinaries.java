package io.ttquant.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** Where the programs of a PostgreSQL server are: the newest that is installed, or those that come as a Maven artifact. */
final class PostgresBinaries {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresBinaries() {}

    /** A directory with {@code initdb} and {@code postgres}; empty if there is none and none could be unpacked. */
    static Optional<Path> find() {
        Optional<Path> installed = candidates().stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
        return installed.isPresent() && !Boolean.getBoolean("ttquant.postgres.unpack") ? installed : unpacked();
    }

    private static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")) {
            // A link on the PATH would let the server look for its own files beside the link.
            Path initdb = Path.of(folder, "initdb");
            if (!folder.isEmpty() && Files.isExecutable(initdb)) {
                folders.add(real(initdb).getParent());
            }
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                        .sorted(Comparator.comparingInt((Path version) ->
                                        Integer.parseInt(version.getFileName().toString()))
                                .reversed())
                        .forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The artifact's binaries, unpacked once for a machine; kept in the temporary directory for the next time. */
    private static Optional<Path> unpacked() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "postgres-linux-" + (arch.equals("amd64") ? "x86_64" : "arm_64") + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                return Optional.empty();
            }
            Path home = Files.createTempDirectory("ttquant-postgres-");
            Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", home.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream into = tar.getOutputStream();
                    XZInputStream plain = new XZInputStream(packed)) {
                plain.transferTo(into);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(home)));
            Folders.readableByAll(home);
            return tar.waitFor() == 0 ? Optional.of(home.resolve("bin")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
