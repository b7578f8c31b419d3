package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries into a buffer that is used again and again, and hands it to the log: before a command leaves, so that what was decided is never known
 * without why; when the buffer is full; and a second after it was last handed over. A log that fails ends the journal, and not the trading.
 *
 * <p>Inputs that come from inside of the engine's own work are not written, since a replay makes them again: those at an odd depth. What is entered at an
 * even one is an input, at an odd one an output.
 */
final class JournalWriter implements Entries {
    static final byte[] MAGIC = "TTQJRNL\n".getBytes(StandardCharsets.US_ASCII);
    static final int PREFIX = MAGIC.length + 2;

    private static final Logger LOG = LoggerFactory.getLogger(JournalRecorder.class);
    private static final int ENTRY_BYTES = 1 << 12;

    private final DurableLog log;
    private final long maxBytes;
    private final Instruments instruments;
    private final FrameCheck check = new FrameCheck();
    private final FrameBuffer entry = new FrameBuffer(ENTRY_BYTES);
    private final ByteBuffer out;
    private @Nullable Clock clock;
    private long startNanos;
    private long lastNanos;
    private long handedNanos;
    private long bytes;
    private int depth;
    private @Nullable String failure;

    JournalWriter(DurableLog log, JournalHeader header, int bufferBytes, long maxBytes) {
        this.log = log;
        this.maxBytes = maxBytes;
        this.instruments = new Instruments(header.instruments());
        this.out = ByteBuffer.allocateDirect(bufferBytes);
        this.startNanos = header.startNanos();
        this.lastNanos = startNanos;
        this.handedNanos = startNanos;
        out.put(MAGIC).putShort((short) JournalHeader.VERSION);
        header.write(entry.clear());
        frame();
        handOver();
    }

    void clock(Clock its) {
        clock = its;
    }

    long bytes() {
        return bytes;
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** False for what the engine's own work brings about. */
    boolean isOutside() {
        return (depth & 1) == 0;
    }

    private long now() {
        return clock == null ? startNanos : clock.nanos();
    }

    @Override
    public FrameBuffer begin(EntryKind kind) {
        long now = now();
        entry.clear().octet(kind.ordinal()).octet(depth).number(now - lastNanos).clock(now);
        lastNanos = now;
        return entry;
    }

    @Override
    public void end() {
        if (failure == null) {
            frame();
        }
    }

    @Override
    public void enter() {
        if ((depth & 1) == 1) {
            handOver();
        }
        depth++;
    }

    @Override
    public void leave() {
        depth--;
        if (depth == 0 && lastNanos - handedNanos >= EpochNanos.SECOND) {
            handOver();
            handedNanos = lastNanos;
        }
    }

    /**
     * Leaves an input.
     *
     * @param isDone false if it was answered by an exception
     */
    void leave(boolean isDone) {
        if (!isDone) {
            begin(EntryKind.THREW);
            end();
        }
        leave();
    }

    @Override
    public int number(Instrument instrument) {
        int known = instruments.number(instrument.id());
        if (known >= 0) {
            return known;
        }
        instruments.add(instrument);
        InstrumentWords.write(begin(EntryKind.INSTRUMENT), instrument);
        end();
        return instruments.number(instrument.id());
    }

    private void frame() {
        int length = entry.length();
        if (length > FrameCheck.LONGEST) {
            fail("an entry of " + length + " bytes is longer than the longest of " + FrameCheck.LONGEST, null);
            return;
        }
        if (bytes + out.position() + FrameCheck.HEAD + length > maxBytes) {
            handOver();
            fail("it has reached its largest size of " + maxBytes + " bytes", null);
            return;
        }
        int word = FrameCheck.word(length);
        int sum = check.next(word, entry.array(), 0, length);
        if (out.remaining() < FrameCheck.HEAD + length) {
            handOver();
        }
        if (out.remaining() < FrameCheck.HEAD + length) {
            ByteBuffer large = ByteBuffer.allocate(FrameCheck.HEAD + length);
            append(large.putInt(word).putInt(sum).put(entry.array(), 0, length).flip());
        } else {
            out.putInt(word).putInt(sum).put(entry.array(), 0, length);
        }
    }

    void handOver() {
        if (out.position() > 0) {
            append(out.flip());
            out.clear();
        }
    }

    private void append(ByteBuffer part) {
        if (failure != null) {
            return;
        }
        int count = part.remaining();
        try {
            log.append(part);
            bytes += count;
        } catch (RuntimeException e) {
            fail(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private void fail(String why, @Nullable RuntimeException cause) {
        if (failure == null) {
            failure = why;
            LOG.error("the journal ends here, and trading goes on without it: {}", why, cause);
        }
    }

    /** A log that cannot be closed is a failure of the journal, and keeps nothing else from ending in order. */
    void close() {
        begin(EntryKind.CLOSED);
        end();
        handOver();
        try {
            log.close();
        } catch (RuntimeException e) {
            fail(Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }
}
