package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A purchase and its sale, or the other way round: what was opened by one fill and closed by another. Money is in the settlement currency.
 *
 * @param strategyId whose it is
 * @param instrument what was traded
 * @param side {@link Side#BUY} if it was opened by buying
 * @param rawQuantity how much, at the quantity scale
 * @param entryNanos when it was opened, epoch nanoseconds
 * @param exitNanos when it was closed
 * @param rawEntryPrice price at which it was opened, at the price scale
 * @param rawExitPrice price at which it was closed
 * @param gross profit or loss before fees
 * @param fees this trip's part of the fees of both fills; those in other currencies at the prices of their fills' time, null if one was not known
 * @param entryTag the opening order's tag
 * @param exitTag the closing order's tag
 * @param entryReason why the opening fill happened at its price
 * @param exitReason why the closing fill happened at its price
 */
public record RoundTrip(
        String strategyId,
        Instrument instrument,
        Side side,
        long rawQuantity,
        long entryNanos,
        long exitNanos,
        long rawEntryPrice,
        long rawExitPrice,
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

    /** Net profit or loss as a fraction of the entry's value; NaN if the fees are not known. */
    public double netReturn() {
        return netValue() / instrument.value(rawEntryPrice, rawQuantity);
    }

    /** How long it lasted, in nanoseconds. */
    public long lengthNanos() {
        return exitNanos - entryNanos;
    }
}
