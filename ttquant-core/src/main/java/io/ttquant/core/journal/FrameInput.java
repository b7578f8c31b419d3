package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link FrameBuffer} holds. Whatever does not fit is a {@link JournalException}. */
final class FrameInput {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private final int limit;
    private final Instruments instruments;
    private int position;
    private long clockNanos;

    FrameInput(byte[] bytes, int position, int limit, Instruments instruments) {
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
        this.instruments = instruments;
    }

    FrameInput(byte[] bytes, Instruments instruments) {
        this(bytes, 0, bytes.length, instruments);
    }

    FrameInput clock(long nanos) {
        clockNanos = nanos;
        return this;
    }

    boolean hasMore() {
        return position < limit;
    }

    int position() {
        return position;
    }

    int octet() {
        if (position >= limit) {
            throw new JournalException("it ends inside a field");
        }
        return bytes[position++] & 0xff;
    }

    long number() {
        long value = 0;
        int octet = MORE;
        for (int shift = 0; (octet & MORE) != 0; shift += 7) {
            if (shift >= Long.SIZE) {
                throw new JournalException("a number is longer than a long");
            }
            octet = octet();
            value |= (long) (octet & SEVEN_BITS) << shift;
        }
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that counts what follows, each of at least one byte. */
    int count() {
        long count = number();
        if (count < 0 || count > limit - position) {
            throw new JournalException(
                    "it says that " + count + " follow, and there are " + (limit - position) + " bytes left");
        }
        return (int) count;
    }

    long time() {
        return number() + clockNanos;
    }

    boolean flag() {
        return octet() != 0;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        int count = count();
        byte[] part = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return part;
    }

    <E extends Enum<E>> E name(Class<E> type) {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "it has the word '" + name + "', which is no " + type.getSimpleName() + " of this version");
        }
    }

    Instrument instrument() {
        return instruments.get(number());
    }

    Instruments instruments() {
        return instruments;
    }
}
