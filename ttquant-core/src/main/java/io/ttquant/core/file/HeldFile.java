package io.ttquant.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty file that one holder has, of all processes of a machine and of all code in each. It goes back when it is closed and with the process, however that ends;
 * the file stays, since whoever deleted it would let a third holder in.
 */
public final class HeldFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldFile.class);
    /**
     * The files that this process holds, by which its holders tell theirs apart: a lock is of the process, and is given back as soon as the file is closed anywhere in it,
     * so that not even a look at the file of another holder is allowed.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path real;
    private final FileChannel channel;
    private final FileLock lock;

    private HeldFile(Path real, FileChannel channel, FileLock lock) {
        this.real = real;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Holds a file, and makes it if it is not there.
     *
     * @param file in a folder that is there
     * @return empty if somebody holds it
     * @throws IOException if it cannot be made, or its file system knows no locks
     */
    public static Optional<HeldFile> tryHold(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new IOException(file + " is no file that could be held");
        }
        Path real = folder.toRealPath().resolve(name);
        if (!OURS.add(real)) {
            return Optional.empty();
        }
        Optional<HeldFile> held = Optional.empty();
        try {
            held = lock(real);
            return held;
        } finally {
            if (held.isEmpty()) {
                OURS.remove(real);
            }
        }
    }

    private static Optional<HeldFile> lock(Path real) throws IOException {
        FileChannel channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new HeldFile(real, channel, lock));
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is held by other code of this process", real, e);
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Lets others hold it; more than one call does no harm. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            lock.release();
        } catch (IOException e) {
            LOG.warn("the lock of {} could not be given back", real, e);
        } finally {
            OURS.remove(real);
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        return real.toString();
    }
}
