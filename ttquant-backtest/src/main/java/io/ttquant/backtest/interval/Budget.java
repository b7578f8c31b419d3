package io.ttquant.backtest.interval;

/** How much a search may do, so that it ends within seconds. */
final class Budget {
    private final int maxInBar;
    private final int maxInAll;
    private int spent;

    Budget() {
        this(SearchLimits.DEFAULT);
    }

    Budget(SearchLimits limits) {
        this.maxInBar = limits.maxInBar();
        this.maxInAll = limits.maxInAll();
    }

    /**
     * Counts one point more.
     *
     * @param inBar how many there are in this bar
     * @throws TooManyBranches if it is one too many
     */
    void spend(int inBar, long closeNanos) {
        spent++;
        if (inBar > maxInBar || spent > maxInAll) {
            throw new TooManyBranches(
                    inBar > maxInBar ? inBar + " points" : spent + " points, with all bars before,", closeNanos, true);
        }
    }
}
