package io.ttquant.api.indicator;

/** The middle between the highest high and the lowest low of n bars. */
final class Middle {
    private final RollingPeak highest;
    private final RollingPeak lowest;

    Middle(int period) {
        this.highest = RollingPeak.highest(period);
        this.lowest = RollingPeak.lowest(period);
    }

    double add(double high, double low) {
        highest.add(high);
        lowest.add(low);
        return value();
    }

    double value() {
        return highest.isFull() ? (highest.value() + lowest.value()) / 2 : Double.NaN;
    }

    double highest() {
        return highest.isFull() ? highest.value() : Double.NaN;
    }

    double lowest() {
        return lowest.isFull() ? lowest.value() : Double.NaN;
    }

    void reset() {
        highest.reset();
        lowest.reset();
    }
}
