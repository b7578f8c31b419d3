package io.ttquant.api.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Notional values of contracts with a multiplier: three factors, rounded once. */
final class WideNotional {
    private WideNotional() {}

    static long of(long rawPrice, long rawQuantity, long rawMultiplier, int productScale, int scale) {
        long high = Math.multiplyHigh(rawPrice, rawQuantity);
        long low = rawPrice * rawQuantity;
        if (high == low >> 63) {
            return io.ttquant.api.money.FixedPoint.multiply(low, rawMultiplier, productScale, scale);
        }
        BigInteger product = BigInteger.valueOf(rawPrice)
                .multiply(BigInteger.valueOf(rawQuantity))
                .multiply(BigInteger.valueOf(rawMultiplier));
        return new BigDecimal(product, productScale)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
