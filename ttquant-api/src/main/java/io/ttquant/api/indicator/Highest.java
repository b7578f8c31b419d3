package io.ttquant.api.indicator;

/** The highest of the last n observations. Ready after n. */
public final class Highest extends Figure implements LineIndicator {
    private final RollingExtreme extreme;

    private Highest(int period) {
        super(period);
        this.extreme = RollingExtreme.highest(period);
    }

    /**
     * Of {@code period} observations.
     *
     * @throws IllegalArgumentException if the period is below 1
     */
    public static Highest of(int period) {
        return new Highest(period);
    }

    @Override
    public double update(double observation) {
        extreme.add(Observation.finite(observation));
        return extreme.isFull() ? set(extreme.value()) : value();
    }

    /** How many updates ago it was; the latest of equals. */
    public int age() {
        return extreme.age();
    }

    @Override
    public void reset() {
        super.reset();
        extreme.reset();
    }
}
