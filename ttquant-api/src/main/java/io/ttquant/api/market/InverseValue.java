package io.ttquant.api.market;

import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Values of inverse contracts: quantity × multiplier × fraction × 10<sup>shift</sup> ÷ price, rounded once, half to even. */
final class InverseValue {
    private InverseValue() {}

    static long of(long rawQuantity, long rawMultiplier, long rawFraction, long rawPrice, int shift) {
        if (rawPrice <= 0) {
            throw new ArithmeticException(
                    "an inverse contract has no value at raw price " + rawPrice + "; its price must be above zero");
        }
        long contracts = rawQuantity * rawMultiplier;
        boolean fits = Math.multiplyHigh(rawQuantity, rawMultiplier) == contracts >> 63
                && Math.multiplyHigh(contracts, rawFraction) == (contracts * rawFraction) >> 63;
        long factor = contracts * rawFraction;
        if (fits && shift >= 0 && shift <= FixedPoint.MAX_SCALE) {
            return FixedPoint.multiplyDivide(factor, FixedPoint.pow10(shift), rawPrice);
        }
        if (fits && shift < 0 && shift >= -FixedPoint.MAX_SCALE) {
            long unit = FixedPoint.pow10(-shift);
            if (Math.multiplyHigh(rawPrice, unit) == 0 && rawPrice * unit > 0) {
                return FixedPoint.divideHalfEven(factor, rawPrice * unit);
            }
        }
        return wide(rawQuantity, rawMultiplier, rawFraction, rawPrice, shift);
    }

    private static long wide(long rawQuantity, long rawMultiplier, long rawFraction, long rawPrice, int shift) {
        BigInteger product = BigInteger.valueOf(rawQuantity)
                .multiply(BigInteger.valueOf(rawMultiplier))
                .multiply(BigInteger.valueOf(rawFraction));
        return new BigDecimal(product, -shift)
                .divide(BigDecimal.valueOf(rawPrice), 0, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
