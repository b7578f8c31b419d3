package io.ttquant.exchanges.json;

import org.jspecify.annotations.Nullable;

/**
 * A decimal that is written as nearly all are: unsigned digits, with a point among them or none. Any other is {@link DecimalText}'s, which reads these alike.
 * Up to seven characters are looked at in one word; a longer one is expected to be laid out as the one before it, as prices of an instrument are.
 */
final class PlainDecimal {
    /** What is no plain decimal. */
    static final long OTHER = -1;

    /** So many digits fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private static final int POINT = '.' ^ '0';
    private static final long[] POWERS = powers();

    /** Behind the last one read. */
    int end;

    private final @Nullable Layout layout;

    private PlainDecimal(@Nullable Layout layout) {
        this.layout = layout;
    }

    /** Of figures whose layouts differ. */
    static PlainDecimal ofAny() {
        return new PlainDecimal(null);
    }

    /** Of figures most of which are laid out as the one before, as prices of an instrument are. */
    static PlainDecimal ofAlike() {
        return new PlainDecimal(new Layout());
    }

    /**
     * Reads what starts at a place.
     *
     * @param limit where the message ends
     * @return the raw value at the scale; {@link #OTHER} if it is not plain, might not fit, or is not over before the limit
     */
    long read(byte[] bytes, int start, int limit, int scale) {
        long values = EightBytes.values(EightBytes.near(bytes, start));
        long marks = EightBytes.nonDigits(values);
        long next = marks & (marks - 1);
        if (next != 0) {
            return ofOneWord(values, EightBytes.first(marks), EightBytes.first(next), start, limit, scale);
        }
        Layout expected = layout;
        if (expected != null && expected.fits(bytes, start, limit, values, marks, scale)) {
            end = start + expected.length;
            return expected.raw(values);
        }
        if (marks == 0) {
            long whole = whole(bytes, start, limit);
            return whole < 0 ? OTHER : fraction(bytes, end, limit, scale, end - start, whole);
        }
        int digits = EightBytes.first(marks);
        return digits == 0
                ? OTHER
                : fraction(bytes, start + digits, limit, scale, digits, EightBytes.number(values, digits));
    }

    /** One whose end is within eight bytes; the first byte that is no digit may be it. */
    private long ofOneWord(long values, int digits, int after, int start, int limit, int scale) {
        if (digits == 0 || digits + scale > SAFE_DIGITS) {
            return OTHER;
        }
        if (((values >>> (digits << 3)) & 0xff) != POINT) {
            end = start + digits;
            return end < limit ? EightBytes.number(values, digits) * POWERS[scale] : OTHER;
        }
        end = start + after;
        int decimals = after - digits - 1;
        if (decimals > scale || end >= limit) {
            return decimals > scale ? rest(values, digits, decimals, scale, limit) : OTHER;
        }
        return EightBytes.number(withoutPoint(values, digits), digits + decimals) * POWERS[scale - decimals];
    }

    private static long withoutPoint(long values, int digits) {
        long whole = EightBytes.lowest(digits);
        return (values & whole) | ((values >>> Byte.SIZE) & ~whole);
    }

    /** With more decimals than the scale has, which must be zeros. */
    private long rest(long values, int digits, int decimals, int scale, int limit) {
        int kept = digits + scale;
        long all = withoutPoint(values, digits);
        boolean areZeros = (all & EightBytes.lowest(digits + decimals)) >>> (kept << 3) == 0;
        return areZeros && end < limit ? EightBytes.number(all, kept) : OTHER;
    }

    /** Reads up to 18 digits; {@link #OTHER} if there is none, or more. */
    long whole(byte[] bytes, int start, int limit) {
        long whole = 0;
        int digits = 0;
        while (digits <= SAFE_DIGITS) {
            long values = EightBytes.values(EightBytes.near(bytes, start + digits));
            long marks = EightBytes.nonDigits(values);
            int more = marks == 0 ? EightBytes.COUNT : EightBytes.first(marks);
            if (digits + more > SAFE_DIGITS) {
                return OTHER;
            }
            whole = whole * POWERS[more] + EightBytes.number(values, more);
            digits += more;
            if (marks != 0) {
                end = start + digits;
                return digits == 0 || end >= limit ? OTHER : whole;
            }
        }
        return OTHER;
    }

    /** One whose digits before the point are known, with up to eight behind it. */
    private long fraction(byte[] bytes, int point, int limit, int scale, int digits, long whole) {
        if (point >= limit || digits + scale > SAFE_DIGITS) {
            return OTHER;
        }
        if (bytes[point] != '.') {
            end = point;
            return whole * POWERS[scale];
        }
        long values = EightBytes.values(EightBytes.near(bytes, point + 1));
        long marks = EightBytes.nonDigits(values);
        int decimals = marks == 0 ? EightBytes.COUNT : EightBytes.first(marks);
        end = point + 1 + decimals;
        if (end >= limit || (marks == 0 && JsonStructure.isDigit(bytes[end]))) {
            return OTHER;
        }
        if (layout != null) {
            layout.take(digits, decimals, scale);
        }
        if (decimals <= scale) {
            return whole * POWERS[scale] + EightBytes.number(values, decimals) * POWERS[scale - decimals];
        }
        boolean areZeros = EightBytes.low(values, decimals) >>> (scale << 3) == 0;
        return areZeros ? whole * POWERS[scale] + EightBytes.number(values, scale) : OTHER;
    }

    /** A value times a power of ten up to 18; {@link #OTHER} if it does not fit. */
    static long scaled(long value, int power) {
        long factor = POWERS[power];
        long raw = value * factor;
        return raw < 0 || Math.multiplyHigh(value, factor) != 0 ? OTHER : raw;
    }

    private static long[] powers() {
        long[] powers = new long[SAFE_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Digits, a point, decimals that count, up to here eight characters, zeros that do not, and a quote. */
    private static final class Layout {
        int length;
        private int scale = -1;
        private int kept;
        private long marked;
        private long mark;
        private long tail;
        private long tailed;
        private long below;
        private int shift;
        private long power;

        void take(int digits, int decimals, int scaleNow) {
            int counting = Math.min(decimals, scaleNow);
            int zeros = decimals - counting;
            if (digits + 1 + counting > EightBytes.COUNT || zeros >= EightBytes.COUNT || digits == EightBytes.COUNT) {
                return;
            }
            scale = scaleNow;
            length = digits + 1 + decimals;
            kept = digits + 1 + counting;
            marked = EightBytes.nonDigits(EightBytes.low(-1L, kept));
            mark = 0x80L << (digits << 3);
            tailed = EightBytes.low(-1L, zeros + 1);
            tail = EightBytes.low(EightBytes.values(0), zeros) | ((long) '"' << (zeros << 3));
            below = EightBytes.lowest(digits);
            shift = Long.SIZE - ((digits + counting) << 3);
            power = POWERS[scale - counting];
        }

        boolean fits(byte[] bytes, int start, int limit, long values, long marks, int scaleNow) {
            return scaleNow == scale
                    && (marks & marked) == mark
                    && ((EightBytes.near(bytes, start + kept) ^ tail) & tailed) == 0
                    && start + length < limit
                    && ((values >>> shiftOfPoint()) & 0xff) == POINT;
        }

        private int shiftOfPoint() {
            return Long.numberOfTrailingZeros(mark) - 7;
        }

        long raw(long values) {
            long all = (values & below) | ((values >>> Byte.SIZE) & ~below);
            return EightBytes.joined(all << shift) * power;
        }
    }
}
