package io.ttquant.core.book;

/** How often each {@link L3Outcome} came about. Live: read what you need. */
public final class L3Counters {
    private final long[] counts = new long[L3Outcome.values().length];

    L3Counters() {}

    L3Outcome count(L3Outcome outcome) {
        counts[outcome.ordinal()]++;
        return outcome;
    }

    /** How often it came about since the book was made. */
    public long of(L3Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Rows that were not applied as they stood. If it grows on a feed that starts with a snapshot, the book needs another one. */
    public long anomalies() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum - of(L3Outcome.APPLIED);
    }
}
