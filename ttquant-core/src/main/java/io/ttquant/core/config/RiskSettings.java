package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.GuardLimits;
import io.ttquant.core.risk.OrderLimits;
import io.ttquant.core.risk.PositionLimits;
import io.ttquant.core.risk.RiskLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code [risk]}, of the account, {@code [risk.each_strategy]}, and a strategy's own table {@code risk}. What each key means is said at
 * the component of {@link OrderLimits}, {@link PositionLimits} or {@link GuardLimits} with its name. Fractions are such: 0.02 is 2 percent.
 * Amounts are in the reporting currency.
 */
public record RiskSettings(
        Optional<BigDecimal> priceCollar,
        Optional<Duration> maxPriceAge,
        Optional<Duration> maxOrderAge,
        Optional<Duration> maxBarAge,
        Optional<BigDecimal> minPrice,
        Optional<BigDecimal> maxPrice,
        Optional<Integer> maxOrdersPerSecond,
        Optional<Integer> maxOrdersPerMinute,
        Optional<Integer> maxMessagesPerSecond,
        Optional<Integer> maxMessagesPerMinute,
        @Default("0") int cancelReserve,
        Optional<Map<InstrumentId, BigDecimal>> maxOrderQuantity,
        Optional<BigDecimal> maxOrderValue,

        @Alias("position_limits") Optional<Map<InstrumentId, BigDecimal>> maxPosition,

        Optional<BigDecimal> maxPositionValue,

        @Alias("max_position_pct") Optional<BigDecimal> maxPositionShare,

        Optional<BigDecimal> maxExposure,

        @Alias("max_total_position_pct") Optional<BigDecimal> maxExposureShare,

        Optional<Integer> maxPositions,
        Optional<Integer> maxOpenOrders,
        Optional<Integer> maxOpenOrdersPerInstrument,

        @Alias("stop_loss_pct") @Alias(value = "stop_loss_percent", factor = "0.01")
        Optional<BigDecimal> stopLoss,

        @Alias("take_profit_pct") @Alias(value = "take_profit_percent", factor = "0.01")
        Optional<BigDecimal> takeProfit,

        Optional<Map<InstrumentId, BigDecimal>> stopLossDistance,
        Optional<Map<InstrumentId, BigDecimal>> takeProfitDistance,

        @Alias("daily_loss_limit") Optional<BigDecimal> dailyLoss,

        @Default("halt") GuardAction dailyLossAction,
        @Default("UTC") String zone,

        @Alias("max_drawdown_pct") @Alias(value = "max_drawdown_percent", factor = "0.01")
        Optional<BigDecimal> maxDrawdown,

        @Default("halt") GuardAction drawdownAction,
        Optional<Integer> lossStreak,
        @Default("halt") GuardAction lossStreakAction) {
    /**
     * The limits.
     *
     * @throws IllegalArgumentException if one makes no sense: the message names its key
     */
    public RiskLimits limits() {
        OrderLimits orders = new OrderLimits(
                priceCollar,
                maxPriceAge,
                maxOrderAge,
                maxBarAge,
                minPrice,
                maxPrice,
                maxOrdersPerSecond,
                maxOrdersPerMinute,
                maxMessagesPerSecond,
                maxMessagesPerMinute,
                cancelReserve,
                maxOrderQuantity.orElse(Map.of()),
                maxOrderValue);
        PositionLimits positions = new PositionLimits(
                maxPosition.orElse(Map.of()),
                maxPositionValue,
                maxPositionShare,
                maxExposure,
                maxExposureShare,
                maxPositions,
                maxOpenOrders,
                maxOpenOrdersPerInstrument);
        GuardLimits guards = new GuardLimits(
                stopLoss,
                takeProfit,
                stopLossDistance.orElse(Map.of()),
                takeProfitDistance.orElse(Map.of()),
                dailyLoss,
                dailyLossAction,
                Zones.parse("zone", zone),
                maxDrawdown,
                drawdownAction,
                lossStreak,
                lossStreakAction);
        return new RiskLimits(orders, positions, guards);
    }
}
