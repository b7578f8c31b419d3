package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its beginning. A file that ends inside an entry, as one does whose machine stopped, is read up to there ({@link #cutBytes} says how much
 * was not); an entry in its middle that is not as it was written is an error that says where.
 */
public final class JournalReader implements AutoCloseable {
    private final InputStream in;
    private final FrameCheck check = new FrameCheck();
    private final Instruments instruments = new Instruments(List.of());
    private final JournalHeader header;
    private long offset;
    private long lastNanos;
    private long cutBytes;
    private boolean isClosed;
    private boolean isOver;

    private JournalReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
        prefix();
        byte[] frame = frame();
        if (frame == null) {
            throw new JournalException("the journal ends inside its header, at byte " + (offset + cutBytes)
                    + ": the run stopped before anything was written down");
        }
        this.header = decode(0, () -> JournalHeader.read(new FrameInput(frame, instruments)));
        this.lastNanos = header.startNanos();
    }

    /**
     * Reads the header.
     *
     * @param in closed with this
     * @throws JournalException if it is no journal, one of a newer version, or its header is not whole
     */
    public static JournalReader of(InputStream in) {
        return new JournalReader(in);
    }

    /** What the journal says of its engine. */
    public JournalHeader header() {
        return header;
    }

    /** Bytes at the end of the file that are no whole entry and were left out; known once all is read. */
    public long cutBytes() {
        return cutBytes;
    }

    /** Whether the journal was closed in order; known once all is read. */
    public boolean isClosedInOrder() {
        return isClosed;
    }

    private void prefix() {
        byte[] prefix = read(JournalWriter.PREFIX);
        int magic = JournalWriter.MAGIC.length;
        if (prefix.length < JournalWriter.PREFIX || !Arrays.equals(prefix, 0, magic, JournalWriter.MAGIC, 0, magic)) {
            throw new JournalException("this is no journal: it does not begin with the eight bytes of one");
        }
        int version = ByteBuffer.wrap(prefix).getShort(magic);
        if (version != JournalHeader.VERSION) {
            throw new JournalException("the journal is of version " + version + ", and this program reads version "
                    + JournalHeader.VERSION + "; read it with the program that wrote it");
        }
        offset = prefix.length;
    }

    /** The next entry, or null after the last. */
    @Nullable
    Entry next() {
        if (isOver) {
            return null;
        }
        long at = offset;
        byte[] frame = frame();
        if (frame == null) {
            isOver = true;
            return null;
        }
        Entry entry = decode(at, () -> Entry.read(frame, at, lastNanos, instruments));
        lastNanos = entry.nanos();
        if (entry.kind() == EntryKind.INSTRUMENT) {
            instruments.add((Instrument) entry.values().get(0));
        }
        isClosed |= entry.kind() == EntryKind.CLOSED;
        return entry;
    }

    Instruments instruments() {
        return instruments;
    }

    private static <T> T decode(long at, Supplier<T> what) {
        try {
            return what.get();
        } catch (JournalException e) {
            throw new JournalException("the entry at byte " + at + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JournalException("the entry at byte " + at + " holds what cannot be: " + e.getMessage());
        }
    }

    private byte @Nullable [] frame() {
        byte[] head = read(FrameCheck.HEAD);
        if (head.length < FrameCheck.HEAD) {
            return torn(head.length);
        }
        ByteBuffer words = ByteBuffer.wrap(head);
        int word = words.getInt();
        int length = FrameCheck.length(word);
        if (length < 0) {
            return zeros(head);
        }
        byte[] bytes = read(length);
        if (bytes.length < length) {
            return torn(FrameCheck.HEAD + bytes.length);
        }
        if (check.next(word, bytes, 0, length) != words.getInt()) {
            if (isAtEnd()) {
                return torn(FrameCheck.HEAD + length);
            }
            throw new JournalException(
                    "the journal is damaged: the entry at byte " + offset + ", of " + length
                            + " bytes, is not what was written, or one before it is missing; what comes before it can be read from a copy that is cut there");
        }
        offset += FrameCheck.HEAD + length;
        return bytes;
    }

    /** A machine that stops may leave a file whose length is ahead of its content: zeros to its end. */
    private byte @Nullable [] zeros(byte[] head) {
        long count = head.length;
        boolean isZero = allZero(head);
        for (byte[] part = read(1 << 16); part.length > 0; part = read(1 << 16)) {
            isZero &= allZero(part);
            count += part.length;
        }
        if (!isZero) {
            throw new JournalException(
                    "the journal is damaged: at byte " + offset
                            + " there is no entry's head, and the file goes on; what comes before it can be read from a copy that is cut there");
        }
        cutBytes = count;
        return null;
    }

    private static boolean allZero(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] torn(int bytes) {
        cutBytes = bytes;
        return null;
    }

    private byte[] read(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read at byte " + offset, e);
        }
    }

    private boolean isAtEnd() {
        return read(1).length == 0;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal could not be closed", e);
        }
    }
}
