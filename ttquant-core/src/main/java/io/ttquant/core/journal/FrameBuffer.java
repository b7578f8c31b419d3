package io.ttquant.core.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, written in the journal's words: numbers of variable length, small ones short, and texts in UTF-8 behind their length. */
final class FrameBuffer {
    private static final int LONGEST_NUMBER = 10;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes;
    private int length;
    /** Times are written by their distance from it. */
    private long clockNanos;

    FrameBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    FrameBuffer clear() {
        length = 0;
        return this;
    }

    FrameBuffer clock(long nanos) {
        clockNanos = nanos;
        return this;
    }

    FrameBuffer octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Any number; those near zero, of both signs, are short. */
    FrameBuffer number(long value) {
        room(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) ((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    FrameBuffer time(long nanos) {
        return number(nanos - clockNanos);
    }

    FrameBuffer flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    FrameBuffer name(Enum<?> value) {
        return text(value.name());
    }

    FrameBuffer text(String value) {
        int count = value.length();
        number(count);
        room(count);
        int start = length;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= MORE) {
                length = start;
                return wideText(value);
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** The length of a text that is not plain ASCII is that of its bytes, so what was written of it is taken back first. */
    private FrameBuffer wideText(String value) {
        length -= width(value.length());
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        return raw(encoded, encoded.length);
    }

    private static int width(long value) {
        int width = 1;
        for (long rest = value << 1; (rest & ~SEVEN_BITS) != 0; rest >>>= 7) {
            width++;
        }
        return width;
    }

    /** Another's content behind its length. */
    FrameBuffer bytes(FrameBuffer other) {
        number(other.length);
        return raw(other.bytes, other.length);
    }

    FrameBuffer raw(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        return this;
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
