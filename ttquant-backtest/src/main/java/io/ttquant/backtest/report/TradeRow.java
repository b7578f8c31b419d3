package io.ttquant.backtest.report;

import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A round trip: from opening a position to closing it.
 *
 * @param number counts from 1 in the order of the result
 * @param strategy the strategy
 * @param instrument the instrument as text
 * @param side {@code BUY} for a long trade, {@code SELL} for a short one
 * @param quantity the quantity, above zero
 * @param entryNanos when it was opened, epoch nanoseconds
 * @param entryPrice average price of the entry
 * @param entryReason why it was entered or filled, in words; may be empty
 * @param exitNanos when it was closed, epoch nanoseconds; {@link EpochNanos#NEVER} while open
 * @param exitPrice average price of the exit; null while open
 * @param exitReason why it was left or filled, in words; may be empty
 * @param pnl profit less fees in the settlement currency, of an open trade at the last price; null if the fees are not known
 * @param fees fees of entry and exit in the settlement currency; null if one was paid in another currency whose price was not known
 * @param returnRatio profit / value of the entry; NaN if it cannot be computed
 * @param adverse worst return while it was open (maximum adverse excursion), not positive; NaN while open or if prices are not known
 * @param favourable best return while it was open (maximum favourable excursion), not negative; NaN likewise
 */
public record TradeRow(
        long number,
        String strategy,
        String instrument,
        Side side,
        BigDecimal quantity,
        long entryNanos,
        BigDecimal entryPrice,
        String entryReason,
        long exitNanos,
        @Nullable BigDecimal exitPrice,
        String exitReason,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal fees,
        double returnRatio,
        double adverse,
        double favourable) {
    /** True while it is not closed. */
    public boolean isOpen() {
        return exitNanos == EpochNanos.NEVER;
    }
}
