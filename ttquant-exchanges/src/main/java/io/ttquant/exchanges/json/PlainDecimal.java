package io.ttquant.exchanges.json;

/**
 * A figure that is written as nearly all are: unsigned digits, with a point among them or none, up to eight digits
 * behind it. Any other is {@link DecimalText}'s, which reads these alike. Up to seven characters are looked at in one
 * word.
 */
final class PlainDecimal {
    /** What is no plain figure, or might not fit. */
    static final long OTHER = -1;

    /** So many digits fit a long whatever they are. */
    private static final int SAFE_DIGITS = 18;

    private static final int POINT = '.' ^ '0';
    private static final int QUOTE = '"' ^ '0';
    private static final long[] POWERS = powers();

    /** Behind the figure read last, and its closing quote if it is in quotes. */
    int end;

    /** The raw value at a scale of the decimal behind an opening quote, up to its closing quote; or {@link #OTHER}. */
    long quoted(byte[] bytes, int start, int scale) {
        long values = EightBytes.values(EightBytes.near(bytes, start));
        long marks = EightBytes.nonDigits(values);
        long next = marks & (marks - 1);
        int digits = EightBytes.first(marks);
        if (next == 0 || byteAt(values, digits) != POINT) {
            return longer(bytes, start, scale, values, marks);
        }
        int close = EightBytes.first(next);
        int decimals = close - digits - 1;
        if (digits == 0 || digits + scale > SAFE_DIGITS || decimals > scale || byteAt(values, close) != QUOTE) {
            return digits == 0 ? OTHER : fraction(bytes, start, scale, digits, EightBytes.number(values, digits));
        }
        end = start + close + 1;
        long whole = (1L << (digits << 3)) - 1;
        long all = (values & whole) | ((values >>> Byte.SIZE) & ~whole);
        return EightBytes.number(all, close - 1) * POWERS[scale - decimals];
    }

    private static int byteAt(long values, int index) {
        return (int) (values >>> (index << 3)) & 0xff;
    }

    /** One without a point, or whose end is not within eight bytes. */
    private long longer(byte[] bytes, int start, int scale, long values, long marks) {
        if (marks == 0) {
            long more = EightBytes.values(EightBytes.near(bytes, start + EightBytes.COUNT));
            long moreMarks = EightBytes.nonDigits(more);
            int count = EightBytes.first(moreMarks);
            long whole = EightBytes.number(values, EightBytes.COUNT) * POWERS[count] + EightBytes.number(more, count);
            return moreMarks == 0 ? OTHER : fraction(bytes, start, scale, count + EightBytes.COUNT, whole);
        }
        int digits = EightBytes.first(marks);
        return digits == 0 ? OTHER : fraction(bytes, start, scale, digits, EightBytes.number(values, digits));
    }

    /** One whose digits before the point are known. */
    private long fraction(byte[] bytes, int start, int scale, int digits, long whole) {
        int point = start + digits;
        long word = EightBytes.near(bytes, point);
        if (digits + scale > SAFE_DIGITS) {
            return OTHER;
        }
        if ((byte) word == '"') {
            end = point + 1;
            return whole * POWERS[scale];
        }
        long values = EightBytes.values(EightBytes.near(bytes, point + 1));
        long marks = EightBytes.nonDigits(values);
        int decimals = EightBytes.first(marks);
        int close = point + 1 + decimals;
        if ((byte) word != '.' || (byte) EightBytes.near(bytes, close) != '"') {
            return OTHER;
        }
        end = close + 1;
        if (decimals <= scale) {
            return whole * POWERS[scale] + EightBytes.number(values, decimals) * POWERS[scale - decimals];
        }
        // What the scale has no room for must be zeros.
        boolean areZeros = EightBytes.low(values, decimals) >>> (scale << 3) == 0;
        return areZeros ? whole * POWERS[scale] + EightBytes.number(values, scale) : OTHER;
    }

    /** Up to 18 digits, whatever is behind them; {@link #OTHER} if there is none, or more. */
    long whole(byte[] bytes, int start) {
        long values = EightBytes.values(EightBytes.near(bytes, start));
        long marks = EightBytes.nonDigits(values);
        int digits = EightBytes.first(marks);
        if (marks != 0) {
            end = start + digits;
            return digits == 0 ? OTHER : EightBytes.number(values, digits);
        }
        long more = EightBytes.values(EightBytes.near(bytes, start + EightBytes.COUNT));
        long moreMarks = EightBytes.nonDigits(more);
        int count = EightBytes.first(moreMarks);
        long value = EightBytes.number(values, EightBytes.COUNT) * POWERS[count] + EightBytes.number(more, count);
        return moreMarks != 0 ? ended(start + EightBytes.COUNT + count, value) : long18(bytes, start, value);
    }

    private long ended(int place, long value) {
        end = place;
        return value;
    }

    private long long18(byte[] bytes, int start, long sixteen) {
        long values = EightBytes.values(EightBytes.near(bytes, start + 2 * EightBytes.COUNT));
        long marks = EightBytes.nonDigits(values);
        int count = EightBytes.first(marks);
        if (count > SAFE_DIGITS - 2 * EightBytes.COUNT) {
            return OTHER;
        }
        return ended(start + 2 * EightBytes.COUNT + count, sixteen * POWERS[count] + EightBytes.number(values, count));
    }

    private static long[] powers() {
        long[] powers = new long[SAFE_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
