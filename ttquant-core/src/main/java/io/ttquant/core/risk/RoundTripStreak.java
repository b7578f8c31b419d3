package io.ttquant.core.risk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts how many round trips of a strategy or of the account were lost in a row. One that neither won nor lost ends a streak. */
public final class RoundTripStreak {
    private final RiskScope scope;
    private final GuardLimits limits;
    private int losses;

    /** None lost yet. */
    public RoundTripStreak(RiskScope scope) {
        this.scope = scope;
        this.limits = scope.limits().guards();
    }

    /** A position became flat, or turned. */
    public @Nullable Trip ended(long rawProfit) {
        losses = rawProfit < 0 ? losses + 1 : 0;
        int most = limits.lossStreak().orElse(Integer.MAX_VALUE);
        return losses != most
                ? null
                : new Trip(
                        Guard.LOSS_STREAK,
                        limits.lossStreakAction(),
                        scope.who() + " lost " + losses + " round trips in a row; the limit is " + most);
    }

    /** How many were lost in a row; empty without a limit. */
    public Optional<RiskUse> use() {
        return limits.lossStreak().map(most -> new RiskUse(scope.strategyId(), "loss_streak", most, losses));
    }

    /** Counts anew. */
    public void restart() {
        losses = 0;
    }
}
