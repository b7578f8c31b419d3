package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A purchase and its sale, or the other way round: what was opened by an order at one instant and closed by another order at one instant, however many fills
 * these took. Money is in the settlement currency.
 *
 * @param strategyId whose it is
 * @param instrument what was traded
 * @param side {@link Side#BUY} if it was opened by buying
 * @param rawQuantity how much, at the quantity scale
 * @param entryNanos when it was opened, epoch nanoseconds
 * @param exitNanos when it was closed
 * @param entryPrice price at which it was opened; the average of several fills, weighted so that price and quantity give their value
 * @param exitPrice price at which it was closed, likewise
 * @param entryValue value of what was opened, at the entry price
 * @param gross profit or loss before fees
 * @param fees this trip's part of the fees of both fills; those in other currencies at the prices of their fills' time, null if one was not known
 * @param entryTag the opening order's tag
 * @param exitTag the closing order's tag
 * @param entryReason why the first opening fill happened at its price
 * @param exitReason why the first closing fill happened at its price
 */
public record RoundTrip(
        String strategyId,
        Instrument instrument,
        Side side,
        long rawQuantity,
        long entryNanos,
        long exitNanos,
        BigDecimal entryPrice,
        BigDecimal exitPrice,
        BigDecimal entryValue,
        BigDecimal gross,
        @Nullable BigDecimal fees,
        String entryTag,
        String exitTag,
        FillReason entryReason,
        FillReason exitReason) {
    /** Profit or loss after fees; null if these are not known. */
    public @Nullable BigDecimal net() {
        return fees == null ? null : gross.subtract(fees);
    }

    /** Profit or loss after fees as a double; NaN if these are not known. */
    public double netValue() {
        BigDecimal net = net();
        return net == null ? Double.NaN : net.doubleValue();
    }

    /** Net profit or loss as a fraction of the entry's value; NaN if the fees are not known or that value rounds to zero. */
    public double netReturn() {
        return entryValue.signum() == 0 ? Double.NaN : netValue() / entryValue.doubleValue();
    }

    /** How long it lasted, in nanoseconds. */
    public long lengthNanos() {
        return exitNanos - entryNanos;
    }

    /** This trip and another one with the same orders and instants, as one. */
    RoundTrip with(RoundTrip other) {
        return new RoundTrip(
                strategyId,
                instrument,
                side,
                Math.addExact(rawQuantity, other.rawQuantity),
                entryNanos,
                exitNanos,
                AveragePrice.of(instrument, entryPrice, rawQuantity, other.entryPrice, other.rawQuantity),
                AveragePrice.of(instrument, exitPrice, rawQuantity, other.exitPrice, other.rawQuantity),
                entryValue.add(other.entryValue),
                gross.add(other.gross),
                fees == null || other.fees == null ? null : fees.add(other.fees),
                entryTag,
                exitTag,
                entryReason,
                exitReason);
    }
}
