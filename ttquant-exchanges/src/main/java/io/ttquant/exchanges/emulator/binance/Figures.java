package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures as texts: on Spot with eight decimals, on futures with those of the market. */
final class Figures {
    private static final int SPOT_SCALE = 8;

    private final boolean isSpot;

    Figures(boolean isSpot) {
        this.isSpot = isSpot;
    }

    String price(Market market, @Nullable BigDecimal price) {
        return isSpot ? amount(price) : scaled(price, scale(market.prices().tick()));
    }

    String quantity(Market market, @Nullable BigDecimal quantity) {
        return isSpot
                ? amount(quantity)
                : scaled(quantity, scale(market.quantities().lot()));
    }

    /** Money, eight decimals or as many more as it has. */
    String amount(@Nullable BigDecimal amount) {
        return scaled(amount, SPOT_SCALE);
    }

    static int scale(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    /** With so many decimals, or as many more as it has; null is 0. */
    static String scaled(@Nullable BigDecimal value, int scale) {
        BigDecimal known = value == null ? BigDecimal.ZERO : value;
        int needed = Math.max(scale, known.stripTrailingZeros().scale());
        return known.setScale(needed, RoundingMode.UNNECESSARY).toPlainString();
    }

    static String rounded(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    static BigDecimal ratio(BigDecimal dividend, BigDecimal divisor, int scale) {
        return divisor.signum() == 0 ? BigDecimal.ZERO : dividend.divide(divisor, scale, RoundingMode.HALF_EVEN);
    }

    static long millis(long nanos) {
        return Math.floorDiv(nanos, 1_000_000L);
    }
}
