package io.ttquant.core.matching;

import org.jspecify.annotations.Nullable;

/** Liquidations along the path of bars, where somebody watches the margin of positions; otherwise there are none. */
final class PathMargin {
    private @Nullable MarginWatch watch;

    void set(MarginWatch value) {
        watch = value;
    }

    /** True if a bar between these prices may liquidate positions, so that it has to be shown from its open on. */
    boolean mayBreach(long rawLow, long rawHigh) {
        return watch != null && watch.isHeld() && !watch.isSafe(rawLow, rawHigh);
    }

    /** True if the path between these prices liquidates positions, so that it has to be walked. */
    boolean mustWalk(long rawLow, long rawHigh) {
        return watch != null
                && watch.isHeld()
                && (watch.rawBreach(rawLow, rawHigh) != 0 || watch.rawBreach(rawHigh, rawLow) != 0);
    }

    /** Liquidates at a price that the market has jumped to, if margin is breached there. */
    void judge(long rawPrice) {
        if (rawBreach(rawPrice, rawPrice) != 0) {
            liquidateAt(rawPrice);
        }
    }

    /** The first price on the way at which positions are to be liquidated; 0 if there is none. */
    long rawBreach(long rawFrom, long rawTo) {
        return watch == null ? 0 : watch.rawBreach(rawFrom, rawTo);
    }

    /** Liquidates at a price of the path. */
    void liquidateAt(long rawPrice) {
        if (watch != null) {
            watch.liquidate(rawPrice);
        }
    }
}
