package io.ttquant.core.matching;

/** Volume and volatility over a window, as sums whose weights fall by 1/e over it. Estimates, hence doubles. */
final class RecentActivity {
    private final double windowNanos;
    private double volume;
    private double squares;
    private long lastNanos;
    private long rawLast;

    RecentActivity(long windowNanos) {
        this.windowNanos = windowNanos;
    }

    void traded(long ts, long rawPrice, long rawQuantity) {
        if (rawLast > 0) {
            // Not Math.exp: results must be the same on every machine.
            double weight = ts > lastNanos ? StrictMath.exp((lastNanos - ts) / windowNanos) : 1;
            double change = rawPrice - rawLast;
            volume *= weight;
            squares = squares * weight + change * change;
        }
        volume += rawQuantity;
        rawLast = rawPrice;
        lastNanos = Math.max(lastNanos, ts);
    }

    double rawVolume() {
        return volume;
    }

    double rawVolatility() {
        return Math.sqrt(squares);
    }
}
