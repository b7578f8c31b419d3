package io.ttquant.api.market;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Values of contracts with a multiplier, and fractions of values: three or four factors, rounded once, half to even. */
final class WideNotional {
    private WideNotional() {}

    static long of(long rawPrice, long rawQuantity, long factor, int productScale, int scale) {
        long high = Math.multiplyHigh(rawPrice, rawQuantity);
        long low = rawPrice * rawQuantity;
        return high == low >> 63
                ? FixedPoint.multiply(low, factor, productScale, scale)
                : wide(rawPrice, rawQuantity, factor, 1, productScale, scale);
    }

    static long of(long rawPrice, long rawQuantity, long rawMultiplier, long factor, int productScale, int scale) {
        long product = rawMultiplier * factor;
        return Math.multiplyHigh(rawMultiplier, factor) == product >> 63
                ? of(rawPrice, rawQuantity, product, productScale, scale)
                : wide(rawPrice, rawQuantity, rawMultiplier, factor, productScale, scale);
    }

    private static long wide(long a, long b, long c, long d, int productScale, int scale) {
        BigInteger product = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .multiply(BigInteger.valueOf(c))
                .multiply(BigInteger.valueOf(d));
        return new BigDecimal(product, productScale)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
