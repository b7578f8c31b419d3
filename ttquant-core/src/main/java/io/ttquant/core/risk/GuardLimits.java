package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Limits on losses, watched after orders were filled. Amounts are in the reporting currency. What is empty has no limit.
 *
 * @param stopLoss loss of a position at which it is closed, fraction of its average price, at most 1
 * @param takeProfit profit of a position at which it is closed, fraction of its average price
 * @param stopLossDistance distance of the price from the average price, against the position, at which it is closed, by instrument
 * @param takeProfitDistance the same in favour of the position
 * @param dailyLoss largest loss of a day, realised and unrealised, since the day's first price
 * @param dailyLossAction what happens then; it ends with the day
 * @param zone where days begin
 * @param maxDrawdown largest loss from the highest value, fraction of it, at most 1
 * @param drawdownAction what happens then
 * @param lossStreak how many losing round trips in a row are too many
 * @param lossStreakAction what happens then
 */
public record GuardLimits(
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Map<InstrumentId, BigDecimal> stopLossDistance,
        Map<InstrumentId, BigDecimal> takeProfitDistance,
        Optional<BigDecimal> dailyLoss,
        GuardAction dailyLossAction,
        ZoneId zone,
        Optional<BigDecimal> maxDrawdown,
        GuardAction drawdownAction,
        Optional<Integer> lossStreak,
        GuardAction lossStreakAction) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one makes no sense: the message names it
     */
    public GuardLimits {
        stopLossDistance = Map.copyOf(stopLossDistance);
        takeProfitDistance = Map.copyOf(takeProfitDistance);
        Require.fraction("stop_loss", stopLoss, 1);
        Require.fraction("take_profit", takeProfit, 100);
        stopLossDistance.forEach((id, distance) -> Require.positive("stop_loss_distance of " + id, distance));
        takeProfitDistance.forEach((id, distance) -> Require.positive("take_profit_distance of " + id, distance));
        Require.notNegativeAmount("daily_loss", dailyLoss);
        Require.fraction("max_drawdown", maxDrawdown, 1);
        Require.count("loss_streak", lossStreak, 1);
    }

    /** True if a position is closed at some price. */
    public boolean hasExits() {
        return stopLoss.isPresent()
                || takeProfit.isPresent()
                || !stopLossDistance.isEmpty()
                || !takeProfitDistance.isEmpty();
    }

    /** True if the value over time is watched. */
    public boolean hasLosses() {
        return dailyLoss.isPresent() || maxDrawdown.isPresent();
    }

    /** True if there is anything to watch. */
    public boolean isWatching() {
        return hasExits() || hasLosses() || lossStreak.isPresent();
    }
}
