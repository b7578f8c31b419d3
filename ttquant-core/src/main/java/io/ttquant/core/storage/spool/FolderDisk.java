package io.ttquant.core.storage.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the file system, locked while it is used. */
public final class FolderDisk implements SpoolDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FolderDisk.class);
    private static final String LOCK = "lock";
    private static final int MOST = 64;
    /**
     * The folders of this process, by which its storages tell theirs apart: a lock is of the process, and is given back as soon as the file is closed anywhere in it, so
     * that not even a look at the lock of another storage is allowed.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path real;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderDisk(Path folder, Path real, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.real = real;
        this.channel = channel;
        this.lock = lock;
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
            for (int i = 0; i < MOST; i++) {
                Path folder = Path.of(path, Integer.toString(i));
                boolean known = Files.isDirectory(folder);
                if (!known && !free.isEmpty()) {
                    break;
                }
                Files.createDirectories(folder);
                SpoolDisk disk = lock(folder);
                if (disk != null) {
                    free.add(disk);
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

    private static @Nullable SpoolDisk lock(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            return null;
        }
        SpoolDisk disk = null;
        try {
            disk = lock(folder, real);
            return disk;
        } finally {
            if (disk == null) {
                OURS.remove(real);
            }
        }
    }

    private static @Nullable SpoolDisk lock(Path folder, Path real) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? null : new FolderDisk(folder, real, channel, lock);
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is used by other code of this process", folder, e);
            return null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
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
        Files.move(folder.resolve(name), folder.resolve(to));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            lock.release();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be given back", folder, e);
        } finally {
            OURS.remove(real);
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
