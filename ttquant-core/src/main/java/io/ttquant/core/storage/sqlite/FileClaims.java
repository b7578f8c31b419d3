package io.ttquant.core.storage.sqlite;

import io.ttquant.core.storage.database.ClaimedRuns;
import io.ttquant.core.storage.database.Quietly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a database in a file: a byte of another file stands for each, and is locked while somebody has the run. Locks go with the process, however that ends. Safe
 * from several threads.
 */
final class FileClaims implements AutoCloseable {
    /** Bytes that a file may have, since where a lock ends must be a number too. */
    private static final long PLACES = Long.MAX_VALUE >> 1;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Path file;
    private final String database;
    private final Map<String, FileLock> claimed = new HashMap<>();
    private @Nullable Shared shared;
    private boolean isClosed;

    /**
     * None so far; the file is made with the first.
     *
     * @param file the database; the other file has its name with {@code -runs} behind it
     * @param database for messages
     */
    FileClaims(Path file, String database) {
        this.file = file;
        this.database = database;
    }

    /** See {@link io.ttquant.core.storage.database.Database#claim}. */
    synchronized void claim(String run) {
        if (isClosed) {
            throw ClaimedRuns.closed(run, database);
        }
        if (claimed.containsKey(run)) {
            return;
        }
        try {
            Shared open = shared == null ? Shared.open(file) : shared;
            shared = open;
            FileLock lock = lock(open.channel, place(run));
            if (lock == null) {
                throw ClaimedRuns.taken(run, database, "another engine on this machine");
            }
            claimed.put(run, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the file " + file
                            + "-runs, by which engines tell each other what runs they have, cannot be locked: " + e,
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, long place) throws IOException {
        try {
            return channel.tryLock(place, 1, false);
        } catch (OverlappingFileLockException e) {
            // Another storage of this process has it.
            return null;
        }
    }

    /** 64 bits of FNV-1a, as Fowler, Noll and Vo give it; two runs of one database that share a place are not to be expected. */
    private static long place(String run) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < run.length(); i++) {
            hash = (hash ^ run.charAt(i)) * FNV_PRIME;
        }
        return hash & PLACES;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        Shared open = shared;
        if (open != null) {
            claimed.values().forEach(lock -> Quietly.close(lock));
            claimed.clear();
            shared = null;
            open.leave();
        }
    }

    /**
     * The file as all storages of this process use it. Systems give back all locks that a process has on a file as soon as it closes it once, whoever else in the process
     * still needs them; so it is closed by the last.
     */
    private static final class Shared {
        private static final Map<Path, Shared> OPEN = new HashMap<>();

        private final Path real;
        private final FileChannel channel;
        private int users;

        private Shared(Path real, FileChannel channel) {
            this.real = real;
            this.channel = channel;
        }

        static Shared open(Path file) throws IOException {
            synchronized (OPEN) {
                // Whatever links lead to a database, it is one.
                Path database = file.toRealPath();
                Path real = database.resolveSibling(database.getFileName() + "-runs");
                Shared shared = OPEN.get(real);
                if (shared == null) {
                    shared = new Shared(
                            real, FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                    OPEN.put(real, shared);
                }
                shared.users++;
                return shared;
            }
        }

        void leave() {
            synchronized (OPEN) {
                users--;
                if (users > 0) {
                    return;
                }
                OPEN.remove(real);
                Quietly.close(channel);
            }
        }
    }
}
