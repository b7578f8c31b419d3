package io.ttquant.core.risk;

import io.ttquant.api.money.FixedPoint;

/** Compares parts with fractions of a whole, exactly: both products are kept in 128 bits. */
final class Fractions {
    private static final long ONE = FixedPoint.pow10(Require.FRACTION_SCALE);

    private Fractions() {}

    /** part ÷ whole ≥ fraction; neither negative. */
    static boolean isAtLeast(long part, long whole, long rawFraction) {
        return compare(part, whole, rawFraction) >= 0;
    }

    /** part ÷ whole ≤ fraction; neither negative. */
    static boolean isAtMost(long part, long whole, long rawFraction) {
        return compare(part, whole, rawFraction) <= 0;
    }

    private static int compare(long part, long whole, long rawFraction) {
        int high = Long.compare(Math.multiplyHigh(part, ONE), Math.multiplyHigh(whole, rawFraction));
        return high != 0 ? high : Long.compareUnsigned(part * ONE, whole * rawFraction);
    }
}
