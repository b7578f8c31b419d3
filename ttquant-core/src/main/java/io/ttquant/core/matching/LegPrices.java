package io.ttquant.core.matching;

import io.ttquant.api.money.FixedPoint;

/** Where the price is on a straight leg of a bar's path, in ticks. Pure functions of times and prices. */
record LegPrices(long rawTick) {
    /** The last tick that the path has reached at a time; it never goes back on its leg. */
    long reached(long nanos, long fromNanos, long toNanos, long rawFrom, long rawTo, long rawCurrent) {
        long raw = at(nanos, rawTo < rawFrom, fromNanos, toNanos, rawFrom, rawTo);
        return rawTo < rawFrom ? Math.min(rawCurrent, raw) : Math.max(rawCurrent, raw);
    }

    /** The last tick of a leg that lies before a time; what is reached at that very time is not. */
    long lastBefore(long nanos, long fromNanos, long toNanos, long rawFrom, long rawTo, long rawCurrent) {
        long raw = at(nanos, rawTo >= rawFrom, fromNanos, toNanos, rawFrom, rawTo);
        return rawTo < rawFrom ? Math.min(rawCurrent, raw + rawTick) : Math.max(rawCurrent, raw - rawTick);
    }

    /** The price at a time, rounded to a tick: up for one who buys then, against whom that is. */
    long at(long nanos, boolean roundsUp, long fromNanos, long toNanos, long rawFrom, long rawTo) {
        long elapsed = Math.max(0, nanos - fromNanos);
        long span = Math.max(1, toNanos - fromNanos);
        long part = Math.min(elapsed, span);
        long moved = FixedPoint.multiplyDivide(rawTo - rawFrom, part, span);
        // What rounding left is less than the span, so it is right even if the products wrap.
        long rest = (rawTo - rawFrom) * part - moved * span;
        long below = rawFrom + (rest < 0 ? moved - 1 : moved);
        long floor = Math.floorDiv(below, rawTick) * rawTick;
        boolean isOnTick = rest == 0 && floor == below;
        long rounded = roundsUp && !isOnTick ? floor + rawTick : floor;
        return Math.max(Math.min(rawFrom, rawTo), Math.min(Math.max(rawFrom, rawTo), rounded));
    }
}
