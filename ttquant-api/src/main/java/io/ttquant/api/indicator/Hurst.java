package io.ttquant.api.indicator;

/**
 * Hurst exponent by rescaled range over the last n observations, which should be returns: for parts of n, n / 2, n / 4 … at least 8 observations,
 * the mean of (range of the cumulated deviations from the part's mean) / (its population deviation); the value is the slope of the logarithms.
 * About ½ for independent returns, above it for trends. Parts that do not vary are left out; ½ if fewer than two sizes are left. Ready after n.
 * One of the slow ones: O(n log n) an update. Harold Hurst, 1951.
 */
public final class Hurst extends Figure implements LineIndicator {
    private static final int LEAST = 8;
    private final Window window;
    private final double[] values;

    private Hurst(int period) {
        super(Observation.period(period, 2 * LEAST));
        this.window = new Window(period);
        this.values = new double[period];
    }

    /**
     * Over {@code period} observations; 128 is usual.
     *
     * @throws IllegalArgumentException if the period is below 16
     */
    public static Hurst of(int period) {
        return new Hurst(period);
    }

    @Override
    public double update(double observation) {
        window.add(Observation.finite(observation));
        if (!window.isFull()) {
            return value();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = window.ago(values.length - 1 - i);
        }
        return set(slope());
    }

    private double slope() {
        double count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int size = values.length; size >= LEAST; size /= 2) {
            double mean = meanOfParts(size);
            if (mean > 0) {
                double x = Math.log(size);
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

    private double meanOfParts(int size) {
        double sum = 0;
        int parts = 0;
        for (int end = values.length; end - size >= 0; end -= size) {
            double rescaled = rescaledRange(end - size, end);
            if (rescaled > 0) {
                sum += rescaled;
                parts++;
            }
        }
        return parts == 0 ? 0 : sum / parts;
    }

    private double rescaledRange(int from, int to) {
        double first = values[from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] - first;
        }
        double mean = first + sum / (to - from);
        double squares = 0;
        double total = 0;
        double most = 0;
        double least = 0;
        for (int i = from; i < to; i++) {
            double deviation = values[i] - mean;
            squares += deviation * deviation;
            total += deviation;
            most = Math.max(most, total);
            least = Math.min(least, total);
        }
        return squares == 0 ? 0 : (most - least) / Math.sqrt(squares / (to - from));
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
    }
}
