package io.ttquant.backtest.killswitch;

import io.ttquant.core.file.HeldFile;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the kill switch in a file to which lines are only ever added, so that it is the record of all trips and resets too; the last line says what
 * holds. Each line is forced to the disk before the call returns.
 *
 * <p>A file that is not there was never tripped. Its folder must be there. A file that cannot be read, or in which any line is not as it was written,
 * counts as tripped; look into it, and remove it or its last line by hand.
 */
public final class KillSwitchFile implements KillSwitchStore {
    private static final long LARGEST = 16 << 20;

    private final Path file;
    private @Nullable HeldFile held;

    private KillSwitchFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The switch that is kept in this file. */
    public static KillSwitchFile at(Path file) {
        return new KillSwitchFile(file);
    }

    @Override
    public @Nullable KillLatch load() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "the folder of " + file + " is not there, so nobody can tell whether the kill"
                            + " switch was tripped; make it, or name another file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw corrupt("is larger than " + LARGEST + " bytes");
            }
            return last(Files.readString(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private @Nullable KillLatch last(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.endsWith("\n")) {
            throw corrupt("ends in the middle of a line");
        }
        List<String> lines = text.lines().toList();
        KillSwitchLine last = null;
        for (int i = 0; i < lines.size(); i++) {
            try {
                last = KillSwitchLine.parse(lines.get(i));
            } catch (IllegalArgumentException e) {
                throw corrupt("line " + (i + 1) + " " + e.getMessage());
            }
        }
        return last == null || !last.isTrip() ? null : new KillLatch(last.why(), last.who(), last.tsEvent());
    }

    private IllegalStateException corrupt(String what) {
        return new IllegalStateException(file + " " + what + "; see what happened, and mend it by hand");
    }

    @Override
    public void trip(KillLatch latch) {
        append(new KillSwitchLine(true, latch.tsEvent(), latch.who(), latch.reason()));
    }

    @Override
    public void reset(String who, String why, long tsEvent) {
        load();
        append(new KillSwitchLine(false, tsEvent, who, why));
    }

    /** By a file of the same name with {@code .lock} behind it, which must not be deleted while an engine runs. */
    @Override
    public void hold() {
        if (held != null) {
            return;
        }
        try {
            held = HeldFile.tryHold(file.resolveSibling(file.getFileName() + ".lock"))
                    .orElseThrow(() -> new IllegalStateException("the kill switch " + file
                            + " is in use by another live engine on this machine, of which a trip here would stop nothing; end that one first, or"
                            + " give this one a folder of its own (--state)"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hold " + file + " for this engine alone: " + e, e);
        }
    }

    @Override
    public void letGo() {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    private void append(KillSwitchLine line) {
        ByteBuffer bytes = ByteBuffer.wrap((line.format() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where it is, and since when it is as it is. */
    @Override
    public String toString() {
        KillLatch latch = load();
        return file + (latch == null ? ": not tripped" : ": tripped " + latch.when());
    }
}
