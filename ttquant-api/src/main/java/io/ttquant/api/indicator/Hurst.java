package io.ttquant.api.indicator;

/**
 * Hurst exponent by rescaled range over the last n observations, which should be returns: for parts of n, n / 2, n / 4 … at least 8 observations,
 * the mean of (range of the cumulated deviations from the part's mean) / (its population deviation); the value is the slope of the logarithms.
 * About ½ for independent returns, above it for trends. Parts that do not vary are left out; ½ if fewer than two sizes are left. Ready after n.
 * The slowest of all: an update looks at the latest part of each size, O(n). Harold Hurst, 1951.
 */
public final class Hurst extends Figure implements LineIndicator {
    private static final int LEAST = 8;
    private final int period;
    private final CumulatedPath path;
    private final RescaledRange[] sizes;
    private final double[] logs;
    private final double[] weights;

    private Hurst(int period) {
        super(Observation.period(period, 2 * LEAST));
        this.period = period;
        this.path = new CumulatedPath(period);
        this.sizes = sizes(period);
        this.logs = new double[sizes.length];
        this.weights = new double[sizes.length];
        weigh();
    }

    /**
     * Over {@code period} observations; 128 is usual.
     *
     * @throws IllegalArgumentException if the period is below 16
     */
    public static Hurst of(int period) {
        return new Hurst(period);
    }

    /** The smallest first. */
    private static RescaledRange[] sizes(int period) {
        int count = 0;
        while ((period >> count) >= LEAST) {
            count++;
        }
        RescaledRange[] sizes = new RescaledRange[count];
        int least = period >> (count - 1);
        sizes[0] = RescaledRange.of(least, period / least);
        for (int i = 1; i < count; i++) {
            int size = period >> (count - 1 - i);
            sizes[i] = RescaledRange.ofTwo(sizes[i - 1], size, period / size);
        }
        return sizes;
    }

    private void weigh() {
        double mean = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(sizes[i].size());
            mean += logs[i] / logs.length;
        }
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        for (int i = 0; i < logs.length; i++) {
            weights[i] = (logs[i] - mean) / squares;
        }
    }

    @Override
    public double update(double observation) {
        path.add(Observation.finite(observation));
        for (RescaledRange size : sizes) {
            size.add(path);
        }
        return path.count() < period ? value() : set(slope());
    }

    private double slope() {
        double slope = 0;
        for (int i = 0; i < sizes.length; i++) {
            double mean = sizes[i].mean();
            if (mean == 0) {
                return slopeOfVarying();
            }
            slope += weights[i] * Math.log(mean);
        }
        return slope;
    }

    private double slopeOfVarying() {
        double count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < sizes.length; i++) {
            double mean = sizes[i].mean();
            if (mean > 0) {
                double x = logs[i];
                double y = Math.log(mean);
                count++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        return count < 2 ? 0.5 : (count * sxy - sx * sy) / (count * sxx - sx * sx);
    }

    @Override
    public void reset() {
        super.reset();
        path.reset();
        for (RescaledRange size : sizes) {
            size.reset();
        }
    }
}
