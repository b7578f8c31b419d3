package io.ttquant.api.indicator;

/** Checks what goes into indicators: one NaN would poison them for ever. */
final class Observation {
    private Observation() {}

    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "an indicator takes finite numbers, not " + value + "; leave out observations without a price");
        }
        return value;
    }

    static int period(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period " + period + " must be at least 1");
        }
        return period;
    }
}
