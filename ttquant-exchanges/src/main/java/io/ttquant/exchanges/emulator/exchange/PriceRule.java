package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * What prices a market takes.
 *
 * @param tick every price is a multiple of it; positive
 * @param least the lowest price, 0 for no bound
 * @param most the highest price, 0 for no bound
 * @param bandDown a price must be at least the reference price times this, 0 for no bound
 * @param bandUp a price must be at most the reference price times this, 0 for no bound
 */
public record PriceRule(BigDecimal tick, BigDecimal least, BigDecimal most, BigDecimal bandDown, BigDecimal bandUp) {
    /** Checks that each is a bounded figure and none is negative. */
    public PriceRule {
        Decimals.positive("tick", tick);
        Decimals.notNegative("least price", least);
        Decimals.notNegative("highest price", most);
        Decimals.notNegative("lower band", bandDown);
        Decimals.notNegative("upper band", bandUp);
    }

    /** A tick and no bounds. */
    public static PriceRule tick(String tick) {
        BigDecimal none = BigDecimal.ZERO;
        return new PriceRule(new BigDecimal(tick), none, none, none, none);
    }

    /** The same, with prices between {@code down} and {@code up} times the reference price. */
    public PriceRule withBand(String down, String up) {
        return new PriceRule(tick, least, most, new BigDecimal(down), new BigDecimal(up));
    }
}
