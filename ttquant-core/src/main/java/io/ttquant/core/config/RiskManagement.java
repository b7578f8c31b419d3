package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Section {@code [risk_management]}. Its limits are read and checked but not enforced yet, and whoever writes them is warned. Shares are
 * fractions of the capital: 0.02 is 2 percent.
 *
 * @param enabled whether the limits are wanted
 * @param initialCapital start balance in USDT where {@code [backtest]} gives no cash
 * @param stopLossPct loss of a position at which it is closed, fraction of its average price; not enforced yet
 * @param takeProfitPct profit of a position at which it is closed, fraction of its average price; not enforced yet
 * @param maxPositionPct largest position in one instrument, fraction of the capital; not enforced yet
 * @param maxTotalPositionPct largest value of all positions, fraction of the capital; not enforced yet
 * @param dailyLossLimit largest loss of a day, USDT; not enforced yet
 * @param maxPositions most positions at once; not enforced yet
 */
public record RiskManagement(
        @Default("true") boolean enabled,
        @Range(min = 0) Optional<BigDecimal> initialCapital,

        @Pending(IN_STRATEGY) Optional<BigDecimal> stopLossPct,

        @Pending(IN_STRATEGY) Optional<BigDecimal> takeProfitPct,

        @Pending(NOT_ENFORCED) Optional<BigDecimal> maxPositionPct,

        @Pending(NOT_ENFORCED) Optional<BigDecimal> maxTotalPositionPct,

        @Pending(NOT_ENFORCED) @Range(min = 0) Optional<BigDecimal> dailyLossLimit,

        @Pending(NOT_ENFORCED) @Range(min = 0) Optional<Integer> maxPositions) {
    static final String NOT_ENFORCED = "read but not enforced yet: the risk rules are still to come";
    static final String IN_STRATEGY =
            NOT_ENFORCED + "; what works are the strategies' own stop_loss_percent and take_profit_percent";

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if one is no fraction
     */
    public RiskManagement {
        stopLossPct.ifPresent(share -> requireShare("stop_loss_pct", share, 1));
        takeProfitPct.ifPresent(share -> requireShare("take_profit_pct", share, 100));
        maxPositionPct.ifPresent(share -> requireShare("max_position_pct", share, 1));
        maxTotalPositionPct.ifPresent(share -> requireShare("max_total_position_pct", share, 1));
    }

    private static void requireShare(String key, BigDecimal share, int max) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new IllegalArgumentException(key + " " + share.toPlainString() + " must be from 0 to " + max
                    + "; it is a fraction, so 2 percent is 0.02");
        }
    }
}
