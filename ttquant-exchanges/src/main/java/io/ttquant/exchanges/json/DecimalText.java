package io.ttquant.exchanges.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decimals in text, as {@link BigDecimal} reads them, with length and exponent bounded before anything is computed. */
final class DecimalText {
    /** More characters than any price, quantity or sum has. */
    static final int MAX_LENGTH = 100;

    private static final int MAX_EXPONENT = 400;
    private static final int MAX_POWER = 18;

    private int mantissaFrom;
    private int mantissaTo;
    private int digits;
    private int decimals;
    private int exponent;
    private boolean isNegative;

    /**
     * The raw value at a scale.
     *
     * @throws NumberFormatException if it is no decimal, too long, or does not fit
     */
    long raw(byte[] bytes, int from, int to, int scale, boolean isRounded) {
        parse(bytes, from, to);
        int shift = exponent - decimals + scale;
        try {
            // Accumulated as negative, since the most negative long has no positive twin.
            long value = shift >= 0 ? scaledUp(bytes, shift) : scaledDown(bytes, -shift, scale, isRounded);
            return isNegative ? value : Math.negateExact(value);
        } catch (ArithmeticException e) {
            throw refused("does not fit a long at scale " + scale, e);
        }
    }

    /** A decimal of a sign, up to 18 digits and a point; null if it is anything else. */
    @Nullable
    BigDecimal plain(byte[] bytes, int from, int to) {
        boolean isMinus = bytes[from] == '-';
        int first = isMinus ? from + 1 : from;
        if (to - first > MAX_POWER || first == to) {
            return null;
        }
        long value = 0;
        int point = -1;
        for (int i = first; i < to; i++) {
            int b = bytes[i];
            if (b >= '0' && b <= '9') {
                value = (value * 10) + (b - '0');
            } else if (b == '.' && point < 0) {
                point = i;
            } else {
                return null;
            }
        }
        int scale = point < 0 ? 0 : to - point - 1;
        boolean isDigits = to - first > (point < 0 ? 0 : 1);
        return isDigits ? BigDecimal.valueOf(isMinus ? -value : value, scale) : null;
    }

    BigDecimal big(byte[] bytes, int from, int to) {
        parse(bytes, from, to);
        return new BigDecimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private long scaledUp(byte[] bytes, int shift) {
        long value = digits(bytes, digits);
        if (value == 0) {
            return 0;
        }
        long result = value;
        if (shift > MAX_POWER) {
            throw new ArithmeticException("overflow");
        }
        for (int i = 0; i < shift; i++) {
            result = Math.multiplyExact(result, 10);
        }
        return result;
    }

    private long scaledDown(byte[] bytes, int dropped, int scale, boolean isRounded) {
        int kept = Math.max(0, digits - dropped);
        long value = digits(bytes, kept);
        int rest = rest(bytes, kept, dropped > digits);
        if (rest == 0) {
            return value;
        }
        if (!isRounded) {
            throw refused("has more decimals than scale " + scale, null);
        }
        boolean isUp = rest > 0 || (rest == HALF && (value & 1) != 0);
        return isUp ? Math.subtractExact(value, 1) : value;
    }

    private static final int HALF = -2;

    /** 0 if nothing is dropped but zeros, -1 if less than half, {@link #HALF}, 1 if more. */
    private int rest(byte[] bytes, int kept, boolean hasLeadingZero) {
        int first = hasLeadingZero ? 0 : -1;
        boolean isMore = false;
        int seen = 0;
        for (int i = mantissaFrom; i < mantissaTo; i++) {
            if (bytes[i] == '.') {
                continue;
            }
            if (seen++ < kept) {
                continue;
            }
            int digit = bytes[i] - '0';
            if (first < 0) {
                first = digit;
            } else if (digit != 0) {
                isMore = true;
            }
        }
        if (first <= 0 && !isMore) {
            return 0;
        }
        if (first == 5) {
            return isMore ? 1 : HALF;
        }
        return first > 5 ? 1 : -1;
    }

    private long digits(byte[] bytes, int count) {
        long value = 0;
        int left = count;
        for (int i = mantissaFrom; left > 0; i++) {
            if (bytes[i] != '.') {
                value = Math.subtractExact(Math.multiplyExact(value, 10), bytes[i] - '0');
                left--;
            }
        }
        return value;
    }

    private void parse(byte[] bytes, int from, int to) {
        if (to - from > MAX_LENGTH) {
            throw refused("has more than " + MAX_LENGTH + " characters", null);
        }
        int i = from;
        isNegative = i < to && bytes[i] == '-';
        if (isNegative || (i < to && bytes[i] == '+')) {
            i++;
        }
        mantissaFrom = i;
        digits = 0;
        int point = -1;
        for (; i < to && (isDigit(bytes[i]) || (bytes[i] == '.' && point < 0)); i++) {
            if (bytes[i] == '.') {
                point = digits;
            } else {
                digits++;
            }
        }
        mantissaTo = i;
        decimals = point < 0 ? 0 : digits - point;
        if (digits == 0) {
            throw refused("is no decimal number", null);
        }
        exponent = i < to ? exponent(bytes, i, to) : 0;
    }

    private static int exponent(byte[] bytes, int from, int to) {
        int i = from + 1;
        boolean isSigned = i < to && (bytes[i] == '-' || bytes[i] == '+');
        int first = isSigned ? i + 1 : i;
        if ((bytes[from] != 'e' && bytes[from] != 'E') || first >= to) {
            throw refused("is no decimal number", null);
        }
        int value = 0;
        for (int k = first; k < to; k++) {
            if (!isDigit(bytes[k])) {
                throw refused("is no decimal number", null);
            }
            value = Math.min(MAX_EXPONENT + 1, (value * 10) + (bytes[k] - '0'));
        }
        if (value > MAX_EXPONENT) {
            throw refused("has an exponent beyond " + MAX_EXPONENT, null);
        }
        return bytes[i] == '-' ? -value : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static NumberFormatException refused(String why, @Nullable Throwable cause) {
        NumberFormatException refusal = new NumberFormatException(why);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
