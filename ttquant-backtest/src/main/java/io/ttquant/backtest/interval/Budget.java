package io.ttquant.backtest.interval;

/** How much a search may do, so that it ends within seconds. */
final class Budget {
    private static final int MAX_IN_BAR = 50_000;
    private static final int MAX_IN_ALL = 4_000_000;

    private int spent;

    /**
     * Counts one point more.
     *
     * @param inBar how many there are in this bar
     * @throws TooManyBranches if it is one too many
     */
    void spend(int inBar, long closeNanos) {
        spent++;
        if (inBar > MAX_IN_BAR || spent > MAX_IN_ALL) {
            throw new TooManyBranches(
                    inBar > MAX_IN_BAR ? inBar + " points" : spent + " points, with all bars before,", closeNanos);
        }
    }
}
