package io.ttquant.core.risk;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches the value of a strategy or of the account: the day's loss, and the loss from the highest value. Values are in the reporting currency;
 * one that is not known is passed over.
 */
public final class LossWatch {
    private final RiskScope scope;
    private final GuardLimits limits;
    private final Currency currency;
    private final long rawDailyLoss;
    private final long rawDrawdown;
    private long nextDayNanos = Long.MIN_VALUE;
    private long rawDayStart = Ledger.UNKNOWN;
    private long rawPeak = Ledger.UNKNOWN;
    private boolean isDayTripped;
    private boolean isDrawdownTripped;
    private boolean isSeen;

    /** Nothing seen yet. */
    public LossWatch(RiskScope scope) {
        this.scope = scope;
        this.limits = scope.limits().guards();
        this.currency = scope.currency();
        this.rawDailyLoss = limits.dailyLoss()
                .map(loss -> InstrumentScope.raw(loss, currency.scale(), RoundingMode.FLOOR))
                .orElse(RiskScope.NONE);
        this.rawDrawdown = limits.maxDrawdown()
                .map(share -> InstrumentScope.raw(share, Require.FRACTION_SCALE, RoundingMode.UNNECESSARY))
                .orElse(RiskScope.NONE);
    }

    /** True if a day has ended since the value was seen last. */
    public boolean isNewDay(long nowNanos) {
        return nowNanos >= nextDayNanos;
    }

    /** Begins a day: its loss counts from the next known value on. True if the day before was lost. */
    public boolean beginDay(long nowNanos) {
        nextDayNanos = dayEnd(nowNanos);
        rawDayStart = Ledger.UNKNOWN;
        boolean wasTripped = isDayTripped;
        isDayTripped = false;
        return wasTripped;
    }

    private long dayEnd(long nowNanos) {
        ZonedDateTime today = EpochNanos.toInstant(nowNanos).atZone(limits.zone());
        return EpochNanos.of(
                today.toLocalDate().plusDays(1).atStartOfDay(limits.zone()).toInstant());
    }

    /** What it counted. */
    public RiskRecord.Losses counted() {
        return new RiskRecord.Losses(nextDayNanos, rawDayStart, rawPeak);
    }

    /** Goes on with what was counted before a restart; what holds the scope is known already. */
    public void restore(RiskRecord.Losses counted) {
        nextDayNanos = counted.dayEndNanos();
        rawDayStart = counted.rawDayStart();
        rawPeak = counted.rawHighest();
        isDayTripped = scope.isHeldBy(Guard.DAILY_LOSS);
        isDrawdownTripped = scope.isHeldBy(Guard.DRAWDOWN);
    }

    /** A day that was restored ends with this one at the latest, whatever zone or clock it was counted by. */
    public void endDayBy(long nowNanos) {
        nextDayNanos = Math.min(nextDayNanos, dayEnd(nowNanos));
    }

    /** Counts anew from the next known value on. */
    public void restart() {
        rawDayStart = Ledger.UNKNOWN;
        rawPeak = Ledger.UNKNOWN;
        isDayTripped = false;
        isDrawdownTripped = false;
    }

    /** The value rose by what is no profit: a loss counts from as much more. */
    public void received(long rawValue) {
        rawDayStart = rawDayStart == Ledger.UNKNOWN ? rawDayStart : Math.addExact(rawDayStart, rawValue);
        rawPeak = rawPeak == Ledger.UNKNOWN ? rawPeak : Math.addExact(rawPeak, rawValue);
    }

    /**
     * The limits on losses, with what is lost.
     *
     * @param rawValue the value now; {@link Ledger#UNKNOWN} if it is not known
     */
    public List<RiskUse> uses(long rawValue) {
        List<RiskUse> uses = new ArrayList<>();
        limits.dailyLoss()
                .ifPresent(limit -> uses.add(new RiskUse(
                        scope.strategyId(),
                        "daily_loss",
                        limit.doubleValue(),
                        lost(rawDayStart, rawValue) / FixedPoint.pow10(currency.scale()))));
        limits.maxDrawdown()
                .ifPresent(limit -> uses.add(new RiskUse(
                        scope.strategyId(),
                        "max_drawdown",
                        limit.doubleValue(),
                        rawPeak > 0 ? lost(rawPeak, rawValue) / rawPeak : Double.NaN)));
        return uses;
    }

    /** How much less the value is than it was; NaN if one of them is not known. */
    private static double lost(long rawBefore, long rawNow) {
        return rawBefore == Ledger.UNKNOWN || rawNow == Ledger.UNKNOWN
                ? Double.NaN
                : Math.max(0, (double) rawBefore - rawNow);
    }

    /** Looks whether the value is known; true when it was the time before and is not any more. */
    public boolean losesSight(long rawValue) {
        boolean wasSeen = isSeen;
        isSeen = rawValue != Ledger.UNKNOWN;
        return wasSeen && !isSeen;
    }

    /** Looks at a value; what it says is said once. */
    public @Nullable Trip look(long rawValue) {
        if (rawValue == Ledger.UNKNOWN) {
            return null;
        }
        if (rawDayStart == Ledger.UNKNOWN) {
            rawDayStart = rawValue;
        }
        if (rawPeak == Ledger.UNKNOWN || rawValue > rawPeak) {
            rawPeak = rawValue;
        }
        Trip trip = isDayTripped ? null : dailyLoss(rawValue);
        return trip != null || isDrawdownTripped ? trip : drawdown(rawValue);
    }

    private @Nullable Trip dailyLoss(long rawValue) {
        long loss = Math.subtractExact(rawDayStart, rawValue);
        if (rawDailyLoss == RiskScope.NONE || loss <= 0 || loss < rawDailyLoss) {
            return null;
        }
        isDayTripped = true;
        return new Trip(
                Guard.DAILY_LOSS,
                limits.dailyLossAction(),
                scope.who() + " lost " + RiskText.amount(loss, currency) + " since the day began in " + limits.zone()
                        + ", from " + RiskText.amount(rawDayStart, currency) + " to "
                        + RiskText.amount(rawValue, currency) + "; the limit is "
                        + RiskText.amount(rawDailyLoss, currency));
    }

    private @Nullable Trip drawdown(long rawValue) {
        long loss = Math.subtractExact(rawPeak, rawValue);
        if (rawDrawdown == RiskScope.NONE || loss <= 0 || rawPeak <= 0) {
            return null;
        }
        if (!Fractions.isAtLeast(loss, rawPeak, rawDrawdown)) {
            return null;
        }
        isDrawdownTripped = true;
        return new Trip(
                Guard.DRAWDOWN,
                limits.drawdownAction(),
                scope.who() + " lost " + RiskText.amount(loss, currency) + " from its highest value "
                        + RiskText.amount(rawPeak, currency) + "; the limit is "
                        + RiskText.percent(BigDecimal.valueOf(rawDrawdown, Require.FRACTION_SCALE)) + " of that");
    }
}
