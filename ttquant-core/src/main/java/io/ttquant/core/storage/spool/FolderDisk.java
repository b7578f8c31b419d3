package io.ttquant.core.storage.spool;

import io.ttquant.core.file.HeldFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the file system, locked while it is used. */
public final class FolderDisk implements SpoolDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FolderDisk.class);
    private static final String LOCK = "lock";
    private static final int MOST = 64;

    private final Path folder;
    private final @Nullable HeldFile held;

    private FolderDisk(Path folder, @Nullable HeldFile held) {
        this.folder = folder;
        this.held = held;
    }

    /**
     * The folders {@code 0}, {@code 1}, ... under a path that nobody uses, at least one: what an earlier process left behind stands in them, and the first is to be
     * written. Several processes, and several storages of one process, can thus spool under one path.
     *
     * @throws UncheckedIOException if the path cannot be written
     */
    public static List<SpoolDisk> free(String path) {
        List<SpoolDisk> free = new ArrayList<>();
        try {
            for (Path folder : folders(path)) {
                hold(folder).ifPresent(free::add);
            }
            for (int i = 0; i < MOST && free.isEmpty(); i++) {
                Path folder = Path.of(path, Integer.toString(i));
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                    hold(folder).ifPresent(free::add);
                }
            }
        } catch (IOException e) {
            free.forEach(SpoolDisk::close);
            throw new UncheckedIOException("the spool folder " + path + " cannot be used: " + e, e);
        }
        if (free.isEmpty()) {
            throw new IllegalStateException("all of the " + MOST + " spool folders under " + path
                    + " are in use; close some storages, or give this one another spool");
        }
        return free;
    }

    /** A folder, unless somebody uses it. */
    static Optional<FolderDisk> hold(Path folder) throws IOException {
        return HeldFile.tryHold(folder.resolve(LOCK)).map(held -> new FolderDisk(folder, held));
    }

    /** The folders under a path that there are; behind one that was deleted by hand there may be others. */
    static List<Path> folders(String path) {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Path folder = Path.of(path, Integer.toString(i));
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    /** A folder that somebody uses, to be read: what is listed may be gone a moment later. */
    static FolderDisk ofAnother(Path folder) {
        return new FolderDisk(folder, null);
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.equals(LOCK))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public SpoolFile create(String name) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        forceNames();
        return new Opened(file);
    }

    /** A file is there after a loss of power only if its folder was forced too; not all systems can, and then do not need it. */
    private void forceNames() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("the folder {} cannot be forced to the disk", folder, e);
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    @Override
    public void read(String name, long from, ByteBuffer into) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            long at = from;
            while (into.hasRemaining()) {
                int read = file.read(into, at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
        }
        into.flip();
    }

    @Override
    public void rename(String name, String to) throws IOException {
        Files.move(folder.resolve(name), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        forceNames();
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }

    private record Opened(FileChannel channel) implements SpoolFile {
        @Override
        public void append(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
