package io.ttquant.core.journal.file;

import io.ttquant.core.journal.DurableLog;
import io.ttquant.core.journal.JournalReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A journal's file. What was appended survives the end of the process, however that comes; it is forced to the disk at the end of the run only, so that no
 * order waits for a disk, and a machine that loses its power loses the last seconds.
 */
public final class JournalFile implements DurableLog {
    private final Path file;
    private final FileChannel channel;

    private JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * A new file; its folder is made where it is not there.
     *
     * @throws UncheckedIOException if there is a file of that name, or it cannot be written
     */
    public static JournalFile create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new JournalFile(
                    file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException(
                    "the journal " + file + " is there already, and is never written over; name another", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be written: " + e, e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws io.ttquant.core.journal.JournalException if it is no journal
     */
    public static JournalReader open(Path file) {
        try {
            return read(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read: " + e, e);
        }
    }

    /** Whoever gets no reader has nothing to close. */
    static JournalReader read(InputStream in) throws IOException {
        try {
            return JournalReader.of(in);
        } catch (RuntimeException e) {
            try (in) {
                throw e;
            }
        }
    }

    @Override
    public void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) < 0) {
                    throw new IOException("nothing more can be written");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be written: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " could not be closed: " + e, e);
        }
    }
}
