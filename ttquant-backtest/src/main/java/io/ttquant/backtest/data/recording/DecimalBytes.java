package io.ttquant.backtest.data.recording;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Reads decimals from bytes to longs. The usual forms are read digit by digit; signs, exponents and many digits go the slow way. */
final class DecimalBytes {
    private static final int MOST_FAST_DIGITS = 17;
    private static final int LONGEST = 64;
    private static final String FORM = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?";

    private int decimals;

    /** Decimals that the last value needs. If they are more than the scale it was read at, its value is not to be used. */
    int decimals() {
        return decimals;
    }

    /**
     * Reads a decimal.
     *
     * @throws NumberFormatException with the rule that the text breaks
     */
    long read(byte[] bytes, int from, int to, int scale) {
        long value = 0;
        int point = -1;
        int at = from;
        for (; at < to; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int digits = to - from - (point < 0 ? 0 : 1);
        if (at < to || digits == 0 || digits > MOST_FAST_DIGITS) {
            return slowly(bytes, from, to, scale);
        }
        int fraction = point < 0 ? 0 : to - point - 1;
        while (fraction > scale && value % 10 == 0) {
            value /= 10;
            fraction--;
        }
        decimals = fraction;
        if (fraction > scale) {
            return 0;
        }
        return digits - fraction + scale > MOST_FAST_DIGITS
                ? slowly(bytes, from, to, scale)
                : value * FixedPoint.pow10(scale - fraction);
    }

    private long slowly(byte[] bytes, int from, int to, int scale) {
        if (from == to) {
            throw new NumberFormatException("is empty");
        }
        if (to - from > LONGEST) {
            throw new NumberFormatException("has " + (to - from) + " characters, and may have " + LONGEST);
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!text.matches(FORM)) {
            throw new NumberFormatException("is no decimal number");
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        decimals = Math.max(0, value.scale());
        if (decimals > scale) {
            return 0;
        }
        if (value.precision() - value.scale() + scale > FixedPoint.MAX_SCALE) {
            throw new NumberFormatException("does not fit 64 bits with " + scale + " decimals");
        }
        return value.movePointRight(scale).longValueExact();
    }
}
