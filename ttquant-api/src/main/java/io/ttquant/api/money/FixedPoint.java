package io.ttquant.api.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic on raw values. Nothing here wraps: a result that does not fit a {@code long} is an
 * {@link ArithmeticException}.
 */
public final class FixedPoint {
    /** The largest scale: 10<sup>18</sup> is the largest power of ten in a {@code long}. */
    public static final int MAX_SCALE = 18;

    private static final long[] POWERS = new long[MAX_SCALE + 1];
    private static final double[] DOUBLE_POWERS = new double[MAX_SCALE + 1];
    private static final long EXACT_DOUBLE = 1L << 53;

    static {
        long power = 1;
        for (int i = 0; i <= MAX_SCALE; i++) {
            POWERS[i] = power;
            DOUBLE_POWERS[i] = power;
            power *= 10;
        }
    }

    private FixedPoint() {}

    /**
     * 10 to the power of {@code exponent}.
     *
     * @param exponent from 0 to 18
     */
    public static long pow10(int exponent) {
        return POWERS[exponent];
    }

    /** The double nearest to the decimal {@code raw} × 10<sup>-scale</sup> (correctly rounded, ties to even). */
    public static double toDouble(long raw, int scale) {
        // IEEE division of two exact doubles is correctly rounded, so no decimal text is needed.
        if (raw < EXACT_DOUBLE && raw > -EXACT_DOUBLE) {
            return raw / DOUBLE_POWERS[scale];
        }
        return BigDecimal.valueOf(raw, scale).doubleValue();
    }

    /** The exact decimal {@code raw} × 10<sup>-scale</sup>. */
    public static BigDecimal toDecimal(long raw, int scale) {
        return BigDecimal.valueOf(raw, scale);
    }

    /**
     * The raw value of a decimal at a scale, which must hold it exactly.
     *
     * @throws ArithmeticException if the decimal has more decimals than the scale or does not fit
     */
    public static long toRaw(BigDecimal value, int scale) {
        return toRaw(value, scale, RoundingMode.UNNECESSARY);
    }

    /**
     * The raw value of a decimal at a scale, rounded.
     *
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public static long toRaw(BigDecimal value, int scale, RoundingMode rounding) {
        return value.setScale(scale, rounding).unscaledValue().longValueExact();
    }

    /** Plain decimal text of a raw value, with all decimals of the scale: raw 5 at scale 2 is {@code 0.05}. */
    public static String format(long raw, int scale) {
        return BigDecimal.valueOf(raw, scale).toPlainString();
    }

    /**
     * The product of two raw values, brought from scale {@code productScale} (the sum of theirs) to scale {@code scale}
     * and rounded once, half to even. The product is kept in 128 bits on the way.
     *
     * @param productScale the sum of the scales of {@code a} and {@code b}, at most 36 more than {@code scale}
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public static long multiply(long a, long b, int productScale, int scale) {
        int shift = productScale - scale;
        if (shift == 0) {
            return Math.multiplyExact(a, b);
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return shift > 0 ? scaleDown(low, shift) : scaleUp(low, -shift);
        }
        return WideDecimal.multiply(a, b, shift);
    }

    /**
     * {@code a} × {@code b} ÷ {@code divisor}, rounded once, half to even, with a 128-bit product.
     *
     * @throws ArithmeticException if {@code divisor} is zero or the result does not fit a {@code long}
     */
    public static long multiplyDivide(long a, long b, long divisor) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return divideHalfEven(low, divisor);
        }
        return WideDecimal.multiplyDivide(a, b, divisor);
    }

    /**
     * A raw value brought from one scale to another, rounded half to even when decimals are lost.
     *
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public static long rescale(long raw, int from, int to) {
        return to >= from ? scaleUp(raw, to - from) : scaleDown(raw, from - to);
    }

    /**
     * Division rounded half to even.
     *
     * @throws ArithmeticException if {@code divisor} is zero, or the quotient overflows
     */
    public static long divideHalfEven(long dividend, long divisor) {
        if (dividend == Long.MIN_VALUE && divisor == -1) {
            throw new ArithmeticException("long overflow");
        }
        long quotient = dividend / divisor;
        long remainder = dividend - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        // Compared as unsigned distances so that doubling the remainder cannot overflow.
        long rest = Math.abs(remainder);
        long gap = Math.abs(divisor) - rest;
        boolean away = divisor == Long.MIN_VALUE ? rest > gap : rest > gap || (rest == gap && (quotient & 1) != 0);
        if (!away) {
            return quotient;
        }
        return (dividend ^ divisor) < 0 ? quotient - 1 : quotient + 1;
    }

    private static long scaleUp(long raw, int digits) {
        if (digits > MAX_SCALE) {
            if (raw == 0) {
                return 0;
            }
            throw new ArithmeticException("long overflow");
        }
        return Math.multiplyExact(raw, POWERS[digits]);
    }

    private static long scaleDown(long raw, int digits) {
        if (digits > MAX_SCALE) {
            // |raw| < 10^19, so beyond 10^18 only the half-even rule of one digit remains.
            return digits == MAX_SCALE + 1 ? divideHalfEven(scaleDownTruncatingSticky(raw), 10) : 0;
        }
        long unit = POWERS[digits];
        long quotient = quotient(raw, digits);
        long rest = Math.abs(raw - quotient * unit);
        long gap = unit - rest;
        if (rest < gap || (rest == gap && (quotient & 1) == 0)) {
            return quotient;
        }
        return raw < 0 ? quotient - 1 : quotient + 1;
    }

    /** {@code raw} ÷ 10<sup>digits</sup>, cut off. Division by a constant is compiled to a multiplication, several times as fast. */
    private static long quotient(long raw, int digits) {
        return switch (digits) {
            case 0 -> raw;
            case 1 -> raw / 10;
            case 2 -> raw / 100;
            case 3 -> raw / 1_000;
            case 4 -> raw / 10_000;
            case 5 -> raw / 100_000;
            case 6 -> raw / 1_000_000;
            case 7 -> raw / 10_000_000;
            case 8 -> raw / 100_000_000;
            case 9 -> raw / 1_000_000_000;
            case 10 -> raw / 10_000_000_000L;
            default -> raw / POWERS[digits];
        };
    }

    private static long scaleDownTruncatingSticky(long raw) {
        long quotient = raw / POWERS[MAX_SCALE];
        boolean exact = quotient * POWERS[MAX_SCALE] == raw;
        // 5 remains a tie only when nothing was cut off below it.
        return !exact && Math.abs(quotient) == 5 ? quotient + Long.signum(raw) : quotient;
    }
}
