package io.ttquant.backtest.interval;

/**
 * The least and the most of an amount: the cash with which a branch may have come where it is, at the quote currency's scale, or a position.
 *
 * @param rawLeast least
 * @param rawMost most
 */
record Range(long rawLeast, long rawMost) {
    static final Range ZERO = new Range(0, 0);

    Range plus(long raw) {
        return raw == 0 ? this : new Range(Math.addExact(rawLeast, raw), Math.addExact(rawMost, raw));
    }

    Range plus(long rawLess, long rawMuch) {
        return rawLess == rawMuch
                ? plus(rawLess)
                : new Range(Math.addExact(rawLeast, rawLess), Math.addExact(rawMost, rawMuch));
    }

    Range plus(Range other) {
        return new Range(Math.addExact(rawLeast, other.rawLeast), Math.addExact(rawMost, other.rawMost));
    }

    /** What is left of a sum of this and another range. */
    Range minus(Range other) {
        return new Range(Math.subtractExact(rawLeast, other.rawLeast), Math.subtractExact(rawMost, other.rawMost));
    }

    Range union(Range other) {
        return contains(other) ? this : new Range(Math.min(rawLeast, other.rawLeast), Math.max(rawMost, other.rawMost));
    }

    boolean contains(Range other) {
        return rawLeast <= other.rawLeast && other.rawMost <= rawMost;
    }

    boolean isPoint() {
        return rawLeast == rawMost;
    }
}
