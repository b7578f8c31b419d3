package io.ttquant.exchanges.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes looked at in one word, the first in its lowest bits. The marks that tell which bytes are something have the highest bit of each such byte;
 * the lowest mark is exact, those above it may be wrong.
 */
final class EightBytes {
    static final int COUNT = Long.BYTES;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private static final long ZEROS = '0' * ONES;
    /** What lifts a byte above {@code '9'} to its highest bit. */
    private static final long TO_TOP = (0x80 - '9' - 1) * ONES;

    /** What lifts a value above 9 to its highest bit. */
    private static final long ABOVE_NINE = (0x80 - 10) * ONES;

    private static final long EVERY_FOURTH = 0x000000FF000000FFL;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    /** The bytes from an index on that there are, and zeros for those that would be behind the end of the array. */
    static long near(byte[] bytes, int index) {
        return index <= bytes.length - COUNT ? at(bytes, index) : tail(bytes, index);
    }

    private static long tail(byte[] bytes, int index) {
        long word = 0;
        for (int i = bytes.length - 1; i >= index; i--) {
            word = (word << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return word;
    }

    /** Marks what ends the plain part of a string: a quote, a backslash, a control character or a byte that is not ASCII. */
    static long special(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((word - SPACES) & ~word) | word)
                & TOPS;
    }

    /** What digits stand for, each in its byte; other bytes become more than 9. */
    static long values(long word) {
        return word ^ ZEROS;
    }

    /** Marks the values above 9. All marks are exact. */
    static long nonDigits(long values) {
        return (((values & ~TOPS) + ABOVE_NINE) | values) & TOPS;
    }

    /** Whether all eight are digits. */
    static boolean areDigits(long word) {
        long values = word - ZEROS;
        return ((values | (word + TO_TOP)) & TOPS) == 0;
    }

    /** The number that eight digits are. */
    static long number(long digits) {
        return joined(values(digits));
    }

    /** The number that the first values are, of which there are {@code count}, at most eight. */
    static long number(long values, int count) {
        return count == 0 ? 0 : joined(values << (Long.SIZE - (count << 3)));
    }

    /**
     * Eight values of a digit each as one number: pairs, then fours, then all are put together by one multiplication
     * each.
     */
    private static long joined(long values) {
        long pairs = (values * 10) + (values >>> 8);
        long first = (pairs & EVERY_FOURTH) * 0x000F424000000064L;
        long second = ((pairs >>> 16) & EVERY_FOURTH) * 0x0000271000000001L;
        return (first + second) >>> 32;
    }

    /** The index of the lowest mark. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The lowest bytes of a word. */
    static long low(long word, int count) {
        return count == 0 ? 0 : word & (-1L >>> (Long.SIZE - (count << 3)));
    }
}
