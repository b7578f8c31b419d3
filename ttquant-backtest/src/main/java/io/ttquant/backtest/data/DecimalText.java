package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;

/**
 * Decimals that the fast path leaves alone: signs, exponents, many digits. Length and exponent are bounded before anything is computed.
 *
 * @param mantissa all significant digits, without zeros at the end
 * @param exponent the power of ten by which they are multiplied
 */
record DecimalText(long mantissa, int exponent) {
    static final int LONGEST = 64;
    static final int LARGEST_EXPONENT = 40;
    private static final int MOST_DIGITS = 18;

    /**
     * Reads {@code 12}, {@code -0.5}, {@code .5}, {@code 1.5e-8}.
     *
     * @throws NumberFormatException with the rule that the text breaks
     */
    static DecimalText parse(String text) {
        if (text.isEmpty()) {
            throw new NumberFormatException("is empty");
        }
        if (text.length() > LONGEST) {
            throw new NumberFormatException("has " + text.length() + " characters, and may have " + LONGEST);
        }
        return new Scan(text).run();
    }

    /** Decimals needed to write it out. */
    int decimals() {
        return Math.max(0, -exponent);
    }

    /** The nearest decimal with at most so many decimals, half to even. */
    DecimalText rounded(int decimals) {
        int digits = -exponent - decimals;
        if (digits <= 0) {
            return this;
        }
        long rounded =
                digits > FixedPoint.MAX_SCALE ? 0 : FixedPoint.divideHalfEven(mantissa, FixedPoint.pow10(digits));
        int zeros = 0;
        while (rounded != 0 && rounded % 10 == 0) {
            rounded /= 10;
            zeros++;
        }
        return new DecimalText(rounded, rounded == 0 ? 0 : zeros - decimals);
    }

    /**
     * The raw value at a scale of at least {@link #decimals}.
     *
     * @throws ArithmeticException if it does not fit
     */
    long raw(int scale) {
        if (mantissa == 0) {
            return 0;
        }
        int shift = exponent + scale;
        if (shift > FixedPoint.MAX_SCALE) {
            throw new ArithmeticException("long overflow");
        }
        return Math.multiplyExact(mantissa, FixedPoint.pow10(shift));
    }

    private static final class Scan {
        private final String text;
        private int at;
        private long mantissa;
        private int significant;
        private int zeros;
        private int fraction;
        private int digits;

        Scan(String text) {
            this.text = text;
        }

        DecimalText run() {
            boolean isNegative = text.charAt(0) == '-';
            if (isNegative || text.charAt(0) == '+') {
                at++;
            }
            digits();
            int whole = digits;
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                digits();
                fraction = digits - whole;
            }
            int exponent = digits == 0 ? 0 : exponent();
            if (digits == 0 || at < text.length()) {
                throw new NumberFormatException("is no decimal number");
            }
            int power = exponent - fraction + zeros;
            return mantissa == 0 ? new DecimalText(0, 0) : new DecimalText(isNegative ? -mantissa : mantissa, power);
        }

        private void digits() {
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                int digit = text.charAt(at++) - '0';
                digits++;
                if (digit == 0) {
                    zeros++;
                } else {
                    significant(digit);
                }
            }
        }

        /** Zeros count only once another digit follows them. */
        private void significant(int digit) {
            significant = mantissa == 0 ? 1 : significant + zeros + 1;
            if (significant > MOST_DIGITS) {
                throw new NumberFormatException("has more than " + MOST_DIGITS + " significant digits");
            }
            mantissa = mantissa * FixedPoint.pow10(mantissa == 0 ? 0 : zeros) * (mantissa == 0 ? 1 : 10) + digit;
            zeros = 0;
        }

        private int exponent() {
            if (at == text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
                return 0;
            }
            at++;
            boolean isNegative = at < text.length() && text.charAt(at) == '-';
            if (isNegative || (at < text.length() && text.charAt(at) == '+')) {
                at++;
            }
            int from = at;
            int value = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = Math.min(1_000, value * 10 + text.charAt(at++) - '0');
            }
            if (at == from) {
                throw new NumberFormatException("has an exponent without digits");
            }
            if (value > LARGEST_EXPONENT) {
                throw new NumberFormatException("has an exponent beyond " + LARGEST_EXPONENT);
            }
            return isNegative ? -value : value;
        }
    }
}
