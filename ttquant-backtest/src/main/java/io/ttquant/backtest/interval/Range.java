package io.ttquant.backtest.interval;

/**
 * The least and the most cash with which a branch may have come where it is, at the quote currency's scale.
 *
 * @param rawLeast least
 * @param rawMost most
 */
record Range(long rawLeast, long rawMost) {
    static final Range ZERO = new Range(0, 0);

    Range plus(long raw) {
        return raw == 0 ? this : new Range(Math.addExact(rawLeast, raw), Math.addExact(rawMost, raw));
    }

    Range plus(Range other) {
        return new Range(Math.addExact(rawLeast, other.rawLeast), Math.addExact(rawMost, other.rawMost));
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
