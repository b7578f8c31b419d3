package io.ttquant.backtest.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One strategy, or all of them, in a line.
 *
 * @param strategy the strategy, or {@code total}
 * @param instruments what it traded, as text
 * @param orders orders that it made, refused ones included
 * @param refused orders that were refused
 * @param fills fills
 * @param trades closed round trips
 * @param pnl profit less fees, in the reporting currency; null if a price that is needed is not known
 * @param fees fees, in the reporting currency; null if a price that is needed is not known
 * @param returnRatio profit / start equity; NaN if it cannot be computed
 * @param maxDrawdown deepest drawdown, zero or negative; NaN if it cannot be computed
 * @param sharpe Sharpe ratio; NaN if it cannot be computed
 * @param winRate winning trades / closed trades; NaN without trades
 */
public record StrategySummary(
        String strategy,
        String instruments,
        long orders,
        long refused,
        long fills,
        long trades,
        @Nullable BigDecimal pnl,
        @Nullable BigDecimal fees,
        double returnRatio,
        double maxDrawdown,
        double sharpe,
        double winRate) {
    /** A strategy that did nothing. */
    public static StrategySummary idle(String strategy) {
        double unknown = Double.NaN;
        BigDecimal zero = BigDecimal.ZERO;
        return new StrategySummary(strategy, "", 0, 0, 0, 0, zero, zero, unknown, unknown, unknown, unknown);
    }
}
