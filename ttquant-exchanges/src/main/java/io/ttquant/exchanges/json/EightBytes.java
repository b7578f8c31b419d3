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

    private static final long EVERY_FOURTH = 0x000000FF000000FFL;

    private EightBytes() {}

    static long at(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    /** Marks what ends the plain part of a string: a quote, a backslash, a control character or a byte that is not ASCII. */
    static long special(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        return (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((word - SPACES) & ~word) | word)
                & TOPS;
    }

    /** Whether all eight are digits. */
    static boolean areDigits(long word) {
        long values = word - ZEROS;
        return ((values | (word + TO_TOP)) & TOPS) == 0;
    }

    /** The number that eight digits are: pairs, then fours, then all are put together by one multiplication each. */
    static long number(long digits) {
        long values = digits - ZEROS;
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
