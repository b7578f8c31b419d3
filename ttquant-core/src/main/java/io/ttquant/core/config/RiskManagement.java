package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Section {@code [risk_management]}, limits of the account. Shares are fractions: 0.02 is 2 percent. The capital is the value of the start
 * balances.
 *
 * @param enabled whether the limits hold; {@code initialCapital} does not depend on it
 * @param initialCapital start balance in USDT where {@code [backtest]} gives no cash
 * @param stopLossPct loss of a position at which it is closed, fraction of its average price; 0 = none
 * @param takeProfitPct profit of a position at which it is closed, fraction of its average price; 0 = none
 * @param maxPositionPct largest value of the position in one instrument, fraction of the capital
 * @param maxTotalPositionPct largest value of all positions, fraction of the capital
 * @param dailyLossLimit largest loss of a day, USDT
 * @param maxPositions most positions at once
 */
public record RiskManagement(
        @Default("true") boolean enabled,
        @Range(min = 0) Optional<BigDecimal> initialCapital,
        Optional<BigDecimal> stopLossPct,
        Optional<BigDecimal> takeProfitPct,
        Optional<BigDecimal> maxPositionPct,
        Optional<BigDecimal> maxTotalPositionPct,
        @Range(min = 0) Optional<BigDecimal> dailyLossLimit,
        @Range(min = 0) Optional<Integer> maxPositions) {

    /** No limits. */
    static final RiskManagement NONE = new RiskManagement(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

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
