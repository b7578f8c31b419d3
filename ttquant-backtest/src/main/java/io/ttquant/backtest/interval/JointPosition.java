package io.ttquant.backtest.interval;

/**
 * What is known of the position to which a set of orders adds, where others add to it too. By it a reduce-only order is judged. Alone, a set has
 * nothing beside it, and all is certain.
 */
final class JointPosition {
    /** Beyond any position. */
    private static final long FAR = Long.MAX_VALUE / 4;

    /** The price by which what is held at the end is valued; 0 if there is none. */
    final long rawMark;

    final Forks forks = new Forks();
    private Range others = Range.ZERO;
    private long rawLow;
    private long rawHigh;

    JointPosition(long rawMark) {
        this.rawMark = rawMark;
    }

    /** Begins a bar: all that the others may hold at any point of it. */
    void begin(Range beside) {
        others = beside;
        rawLow = Long.MAX_VALUE;
        rawHigh = Long.MIN_VALUE;
    }

    /** Begins a bar in which nothing is known of the others. */
    void beginBlind() {
        begin(new Range(-FAR, FAR));
    }

    /** Notes what the set itself holds at a point. */
    void holds(long rawLeast, long rawMost) {
        rawLow = Math.min(rawLow, rawLeast);
        rawHigh = Math.max(rawHigh, rawMost);
    }

    /** All that the set itself was seen to hold since the bar began. */
    Range seen() {
        return new Range(rawLow, rawHigh);
    }

    /** How much an order may fill of a quantity without adding to the position, where the set holds so much. */
    Range reducible(boolean isBuy, long rawQuantity, long rawLeast, long rawMost) {
        long least = Math.addExact(rawLeast, others.rawLeast());
        long most = Math.addExact(rawMost, others.rawMost());
        return isBuy
                ? new Range(within(rawQuantity, Math.negateExact(most)), within(rawQuantity, Math.negateExact(least)))
                : new Range(within(rawQuantity, least), within(rawQuantity, most));
    }

    private static long within(long rawQuantity, long raw) {
        return Math.min(rawQuantity, Math.max(0, raw));
    }
}
