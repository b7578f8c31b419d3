package io.ttquant.backtest.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text at a time in one long. The first byte is the lowest, as in a little-endian load. */
final class Swar {
    static final long ZEROS = 0x3030303030303030L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long[] FIRST = new long[9];

    static {
        for (int i = 0; i < 8; i++) {
            FIRST[i] = (1L << (8 * i)) - 1;
        }
        FIRST[8] = -1;
    }

    private Swar() {}

    /** Eight bytes from {@code at}; the array must hold them. */
    static long load(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Number of digits, 0 to 8, at the start of a word from which {@link #ZEROS} were taken by exclusive or. */
    static int digits(long values) {
        // A byte above 9 gets its high bit set. A carry can only spoil bytes after one that is no digit, which nobody
        // looks at.
        long others = ((values + 0x7676767676767676L) | values) & HIGH_BITS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** The first {@code count} bytes of a word; the others zero. */
    static long first(long word, int count) {
        return word & FIRST[count];
    }

    /** The number written by the first {@code count} digit values, 1 to 8; the other bytes must be zero or be dropped by the shift. */
    static long number(long values, int count) {
        return eight(values << (64 - 8 * count));
    }

    private static long eight(long values) {
        long pairs = ((values * 2561) >>> 8) & 0x00FF00FF00FF00FFL;
        long quads = ((pairs * 6553601) >>> 16) & 0x0000FFFF0000FFFFL;
        return (quads * 42949672960001L) >>> 32;
    }

    /** A word of eight equal bytes. */
    static long repeat(byte b) {
        return (b & 0xFFL) * LOW_BITS;
    }

    /** Non-zero if a byte of the word is zero; the lowest set bit is in the first such byte. */
    static long zeroBytes(long word) {
        return (word - LOW_BITS) & ~word & HIGH_BITS;
    }
}
