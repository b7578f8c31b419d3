package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional order waits for: a price at or beyond a level, or a price that turns back by some distance from its best since the start.
 *
 * @param source which price is watched
 * @param rising true if it fires at or above the level, false at or below
 * @param price the level; of a trailing one the price that starts the trail, or null to start at once
 * @param trail what the price must turn back; null if it does not trail
 * @param trailIsRatio whether {@code trail} is a share of the best price (0.01 is 1 %) rather than an amount of quote
 */
public record Trigger(
        PriceSource source,
        boolean rising,
        @Nullable BigDecimal price,
        @Nullable BigDecimal trail,
        boolean trailIsRatio) {
    /** Fires when the last price is at or above the level. */
    public static Trigger atOrAbove(BigDecimal price) {
        return new Trigger(PriceSource.LAST, true, price, null, false);
    }

    /** Fires when the last price is at or below the level. */
    public static Trigger atOrBelow(BigDecimal price) {
        return new Trigger(PriceSource.LAST, false, price, null, false);
    }

    /** Of a stop: a buy fires at or above the level, a sale at or below. */
    public static Trigger stop(Side side, BigDecimal price) {
        return side == Side.BUY ? atOrAbove(price) : atOrBelow(price);
    }

    /** Of a take-profit: a sale fires at or above the level, a buy at or below. */
    public static Trigger takeProfit(Side side, BigDecimal price) {
        return stop(side.opposite(), price);
    }

    /** A sale that trails below the highest price, or a buy above the lowest. */
    public static Trigger trailing(Side side, @Nullable BigDecimal activation, BigDecimal trail, boolean isRatio) {
        return new Trigger(PriceSource.LAST, side == Side.BUY, activation, trail, isRatio);
    }

    /** The same on another price. */
    public Trigger on(PriceSource other) {
        return new Trigger(other, rising, price, trail, trailIsRatio);
    }
}
