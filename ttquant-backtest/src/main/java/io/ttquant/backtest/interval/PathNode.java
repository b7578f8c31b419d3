package io.ttquant.backtest.interval;

/**
 * A point that a path may come to, with what happened on the way.
 *
 * @param key the branch
 * @param rawPrice where the price is
 * @param wasHigh whether the path has been at the high
 * @param wasLow whether the path has been at the low
 * @param arrived how many of the commands that arrive inside the bar have done so
 * @param removed which of the removals inside the bar are done, a bit each
 */
record PathNode(BranchKey key, long rawPrice, boolean wasHigh, boolean wasLow, int arrived, long removed) {}
