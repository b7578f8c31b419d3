package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order opened at one instant, in however many fills, and nothing closed yet.
 *
 * @param entry the first of the opening fills
 * @param rawQuantity how much of them is still open, at the quantity scale
 * @param entryPrice price at which that was opened; the average of several fills, weighted so that price and quantity give their value
 * @param entryValue value of what is open, at its entry prices, in the settlement currency
 * @param fees the part of the fills' fees that falls on it, in the settlement currency; null if one was in another one whose price was not known
 */
public record OpenTrade(
        Fill entry,
        long rawQuantity,
        BigDecimal entryPrice,
        BigDecimal entryValue,
        @Nullable BigDecimal fees) {

    /**
     * Profit or loss less {@link #fees}, were it closed at a price; null if the fees are not known.
     *
     * @param rawPrice the price, at the price scale
     */
    public @Nullable BigDecimal net(long rawPrice) {
        if (fees == null) {
            return null;
        }
        Instrument i = entry.instrument();
        BigDecimal closed = FixedPoint.toDecimal(
                i.rawNotional(rawPrice, rawQuantity), i.settlement().scale());
        // An inverse contract is worth less the higher its price.
        boolean isRise = (entry.side() == Side.BUY) != i.isInverse();
        BigDecimal gross = isRise ? closed.subtract(entryValue) : entryValue.subtract(closed);
        return gross.subtract(fees);
    }

    /** This and what another fill of the same order at the same instant opened, as one. */
    OpenTrade with(OpenTrade other) {
        return new OpenTrade(
                entry,
                Math.addExact(rawQuantity, other.rawQuantity),
                AveragePrice.of(entry.instrument(), entryPrice, rawQuantity, other.entryPrice, other.rawQuantity),
                entryValue.add(other.entryValue),
                fees == null || other.fees == null ? null : fees.add(other.fees));
    }
}
