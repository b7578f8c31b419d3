package io.ttquant.api.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The rare products that need more than 64 bits on the way; kept out of line so that the fast path stays small. */
final class WideDecimal {
    private WideDecimal() {}

    static long multiply(long a, long b, int shift) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product, shift)
                .setScale(0, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    static long multiplyDivide(long a, long b, long divisor) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
