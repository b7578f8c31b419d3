package io.ttquant.api.indicator;

/** Z-score: (observation − mean) / standard deviation over the last n; 0 without deviation. Ready after n. */
public final class ZScore extends Figure implements LineIndicator {
    private final StandardDeviation deviation;

    private ZScore(StandardDeviation deviation) {
        super(deviation.warmUp());
        this.deviation = deviation;
    }

    /** With the deviation of the population. */
    public static ZScore population(int period) {
        return new ZScore(StandardDeviation.population(period));
    }

    /** With the deviation of a sample. */
    public static ZScore sample(int period) {
        return new ZScore(StandardDeviation.sample(period));
    }

    @Override
    public double update(double observation) {
        double sigma = deviation.update(observation);
        if (Double.isNaN(sigma)) {
            return value();
        }
        return set(sigma == 0 ? 0 : (observation - deviation.mean()) / sigma);
    }

    @Override
    public void reset() {
        super.reset();
        deviation.reset();
    }
}
