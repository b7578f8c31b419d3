package io.ttquant.api.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Products that need more than 64 bits on the way; kept out of line so that the fast path stays small. A product of 128 bits is divided by a
 * divisor of 63 in two steps of 32 bits (D. E. Knuth, "The Art of Computer Programming", volume 2, 4.3.1, algorithm D); what does not fit that goes
 * to {@link BigInteger}.
 */
final class WideDecimal {
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long HALF_BASE = 1L << 32;

    private WideDecimal() {}

    static long multiply(long a, long b, int shift) {
        return shift > 0 && shift <= FixedPoint.MAX_SCALE
                ? multiplyDivide(a, b, FixedPoint.pow10(shift))
                : slowMultiply(a, b, shift);
    }

    static long multiplyDivide(long a, long b, long divisor) {
        if (a == Long.MIN_VALUE || b == Long.MIN_VALUE || divisor <= 0) {
            return slowMultiplyDivide(a, b, divisor);
        }
        long x = Math.abs(a);
        long y = Math.abs(b);
        long high = Math.multiplyHigh(x, y);
        if (high >= divisor) {
            return slowMultiplyDivide(a, b, divisor);
        }
        long quotient = divide(high, x * y, divisor);
        long rest = x * y - quotient * divisor;
        long gap = divisor - rest;
        boolean away = rest > gap || (rest == gap && (quotient & 1) != 0);
        if (quotient < 0 || (away && quotient == Long.MAX_VALUE)) {
            return slowMultiplyDivide(a, b, divisor);
        }
        long rounded = away ? quotient + 1 : quotient;
        return (a ^ b) < 0 ? -rounded : rounded;
    }

    /** The unsigned quotient of {@code high} × 2<sup>64</sup> + {@code low} and a positive divisor above {@code high}. */
    private static long divide(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long shiftedLow = low << shift;
        long top = high << shift | low >>> (Long.SIZE - shift);
        long q1 = digit(top, shiftedLow >>> 32, d);
        long middle = (top << 32 | shiftedLow >>> 32) - q1 * d;
        long q0 = digit(middle, shiftedLow & LOW_HALF, d);
        return (q1 << 32) + q0;
    }

    /** One digit of base 2<sup>32</sup>: {@code top} × 2<sup>32</sup> + {@code next} over a divisor whose highest bit is set. */
    private static long digit(long top, long next, long d) {
        long dHigh = d >>> 32;
        long dLow = d & LOW_HALF;
        long q = Long.divideUnsigned(top, dHigh);
        long rest = top - q * dHigh;
        while (q >= HALF_BASE || Long.compareUnsigned(q * dLow, rest << 32 | next) > 0) {
            q--;
            rest += dHigh;
            if (rest >= HALF_BASE) {
                break;
            }
        }
        return q;
    }

    static long slowMultiply(long a, long b, int shift) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product, shift)
                .setScale(0, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    static long slowMultiplyDivide(long a, long b, long divisor) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
