package io.ttquant.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of its own that is soon full: a file system in memory. Mounting one takes root; without, the test is skipped. It goes with the JVM, however that ends: the
 * shell that mounted it reads a pipe, whose other end is ours.
 */
final class SmallDisk implements AutoCloseable {
    /** Arguments: size in megabytes, directory. */
    private static final String MOUNT = """
            mount -t tmpfs -o size="$1"m,mode=755 tmpfs "$2" 2>/dev/null && echo mounted || echo refused
            read -r line
            umount "$2" 2>/dev/null || umount -l "$2" 2>/dev/null
            """;

    private static final int CHUNK = 1 << 16;
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Process shell;

    private SmallDisk(Path folder, Process shell) {
        this.folder = folder;
        this.shell = shell;
    }

    /** Makes one in an empty directory, or skips the test. */
    static SmallDisk mount(Path folder, int megabytes) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", MOUNT, "sh", Integer.toString(megabytes), folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            SmallDisk disk = new SmallDisk(folder, shell);
            BufferedReader said = shell.inputReader(StandardCharsets.US_ASCII);
            if (!"mounted".equals(said.readLine())) {
                disk.close();
                Assumptions.abort("no small disk: mounting a file system takes root on Linux");
            }
            return disk;
        } catch (IOException e) {
            Assumptions.abort("no small disk: " + e.getMessage());
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Takes all room that is left. */
    void fill() {
        byte[] bytes = new byte[CHUNK];
        for (int size = CHUNK; size > 0; size /= 4) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("filling-" + size))) {
                while (true) {
                    out.write(bytes, 0, size);
                }
            } catch (IOException e) {
                // Full to this size; a smaller one may still fit.
            }
        }
    }

    /** Gives the room back. */
    void free() {
        try {
            for (int size = CHUNK; size > 0; size /= 4) {
                Files.deleteIfExists(folder.resolve("filling-" + size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
