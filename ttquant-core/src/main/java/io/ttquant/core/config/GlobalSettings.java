package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Section {@code [global]}. Keys that do nothing yet are kept, and whoever writes them is warned.
 *
 * @param tradingMode where orders are executed
 * @param exchange the venue of symbols that name none
 * @param maxTotalPositionUsdt largest value of all positions together
 * @param maxDailyLossUsdt largest loss of a day
 * @param maxDrawdownPercent largest drawdown, percent of the highest equity; 0 = none
 * @param orderTimeoutSecs how long an order may be unanswered, seconds; not used
 * @param retryCount how often a request is repeated; not used
 * @param logLevel how much is logged; not used
 * @param logTrades whether every fill is logged; not used
 */
public record GlobalSettings(
        @Default("backtest") TradingMode tradingMode,
        Optional<String> exchange,
        @Range(min = 0) Optional<BigDecimal> maxTotalPositionUsdt,
        @Range(min = 0) Optional<BigDecimal> maxDailyLossUsdt,

        @Range(min = 0, max = 100) Optional<BigDecimal> maxDrawdownPercent,

        @Pending(
                "not used: an order without an answer is asked for until its outcome is known; to end one that rests, give it an expiry (GTD)")
        @Range(min = 0)
        Optional<Integer> orderTimeoutSecs,

        @Pending(
                "not used: an order is never sent twice; requests that are safe to repeat are repeated by the connection")
        @Range(min = 0)
        Optional<Integer> retryCount,

        @Pending("not used: set the level in the configuration of your SLF4J logging backend")
        Optional<String> logLevel,

        @Pending("not used: every fill is in the result and in its report")
        Optional<Boolean> logTrades) {
    /** The same with another mode. */
    public GlobalSettings withTradingMode(TradingMode mode) {
        return new GlobalSettings(
                mode,
                exchange,
                maxTotalPositionUsdt,
                maxDailyLossUsdt,
                maxDrawdownPercent,
                orderTimeoutSecs,
                retryCount,
                logLevel,
                logTrades);
    }
}
