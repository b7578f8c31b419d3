package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How amounts that are no exact product are rounded: once, half-even. */
final class Money {
    /** Decimals of a fee, a margin, a funding payment and the value of an inverse contract. */
    static final int SCALE = 8;

    private Money() {}

    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return Decimals.plain(dividend.divide(divisor, SCALE, RoundingMode.HALF_EVEN));
    }

    static BigDecimal round(BigDecimal amount) {
        return amount.scale() <= SCALE
                ? Decimals.plain(amount)
                : Decimals.plain(amount.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    /** {@code part} of {@code whole} in proportion, rounded; all of it where the part is the whole. */
    static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0 ? amount : divide(amount.multiply(part), whole);
    }
}
