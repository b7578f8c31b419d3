package io.ttquant.backtest.interval;

/**
 * How much the search of one strategy in one instrument may do before it gives up.
 *
 * @param maxJoint branches of all orders together
 * @param maxApart branches of a set of orders that is searched by itself
 * @param maxInBar points to come to in one bar from one branch
 * @param maxInAll points in all bars
 */
record SearchLimits(int maxJoint, int maxApart, int maxInBar, int maxInAll) {
    static final SearchLimits DEFAULT = new SearchLimits(512, 4096, 50_000, 4_000_000);
}
