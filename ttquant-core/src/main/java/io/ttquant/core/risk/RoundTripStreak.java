package io.ttquant.core.risk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts how many round trips of a strategy or of the account were lost in a row. One that neither won nor lost ends a streak. */
public final class RoundTripStreak {
    private final RiskScope scope;
    private final GuardLimits limits;
    private int losses;
    private boolean isTripped;

    /** None lost yet. */
    public RoundTripStreak(RiskScope scope) {
        this.scope = scope;
        this.limits = scope.limits().guards();
    }

    /** A position became flat, or turned. */
    public @Nullable Trip ended(long rawProfit) {
        losses = rawProfit < 0 ? losses + 1 : 0;
        isTripped &= losses > 0;
        return look();
    }

    /** Looks at what was counted; what it says is said once for a streak. */
    public @Nullable Trip look() {
        if (isTripped || losses < most()) {
            return null;
        }
        isTripped = true;
        return new Trip(
                Guard.LOSS_STREAK,
                limits.lossStreakAction(),
                scope.who() + " lost " + losses + " round trips in a row; the limit is " + most());
    }

    private int most() {
        return limits.lossStreak().orElse(Integer.MAX_VALUE);
    }

    /** How many were lost in a row. */
    public int losses() {
        return losses;
    }

    /** Goes on with what was counted before a restart; what holds the scope is known already. */
    public void restore(int lossesInARow) {
        losses = lossesInARow;
        isTripped = scope.isHeldBy(Guard.LOSS_STREAK) && losses >= most();
    }

    /** How many were lost in a row; empty without a limit. */
    public Optional<RiskUse> use() {
        return limits.lossStreak().map(most -> new RiskUse(scope.strategyId(), "loss_streak", most, losses));
    }

    /** Counts anew. */
    public void restart() {
        losses = 0;
        isTripped = false;
    }
}
