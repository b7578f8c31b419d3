package io.ttquant.core.file;

import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecordText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of risk in a file that people can read. Each state is written beside it, forced to the disk, and takes its place then, so that the file is
 * whole whenever the process ends. One engine at a time may use it; whoever holds the kill switch of the same folder does.
 *
 * <p>A file that is not there was never written. Its folder must be there. A file that cannot be read, or in which one byte differs, is an error.
 */
public final class RiskMemoryFile implements RiskMemory {
    private static final Logger LOG = LoggerFactory.getLogger(RiskMemoryFile.class);
    private static final long LARGEST = 16 << 20;
    private static final String REMEDY =
            "; see what happened. If it is known who is halted and why, move the file away: the day, the highest values"
                    + " and streaks begin anew then, and halts end";

    private final Path file;
    private final Path unfinished;

    private RiskMemoryFile(Path file) {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling(file.getFileName() + ".new");
    }

    /** The state that is kept in this file. */
    public static RiskMemoryFile at(Path file) {
        return new RiskMemoryFile(file);
    }

    @Override
    public @Nullable RiskRecord load() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalStateException("the folder of " + file + " is not there, so nobody can tell what was lost"
                    + " before and who is halted; make it, or name another file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable("is larger than " + LARGEST + " bytes", null);
            }
            return RiskRecordText.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw unreadable("cannot be read (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private IllegalStateException unreadable(String what, @Nullable Exception cause) {
        return new IllegalStateException(
                "the state of risk " + file + " " + what
                        + "; without it nobody could tell what counts towards daily_loss, max_drawdown and loss_streak"
                        + REMEDY,
                cause);
    }

    @Override
    public void save(RiskRecord state) {
        ByteBuffer bytes = ByteBuffer.wrap(RiskRecordText.format(state).getBytes(StandardCharsets.UTF_8));
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the state of risk cannot be written to " + file + ": " + e, e);
        }
        forceFolder();
    }

    /** So that its new name outlives a loss of power; where folders cannot be opened, the file system sees to it or nobody can. */
    private void forceFolder() {
        Path folder = file.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be forced to the disk", folder, e);
        }
    }

    /** Where it is. */
    @Override
    public String toString() {
        return file.toString();
    }
}
