package io.ttquant.api.indicator;

import java.util.Arrays;

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
    private final double[] means;
    private final SlopeOfSizes slope;

    private Hurst(int period) {
        super(Observation.period(period, 2 * LEAST));
        this.period = period;
        this.path = new CumulatedPath(period);
        this.sizes = sizes(period);
        this.means = new double[sizes.length];
        this.slope = new SlopeOfSizes(
                Arrays.stream(sizes).mapToInt(RescaledRange::size).toArray());
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

    @Override
    public double update(double observation) {
        path.add(Observation.finite(observation));
        for (int i = 0; i < sizes.length; i++) {
            means[i] = sizes[i].add(path);
        }
        return path.count() < period ? value() : set(slope.of(means));
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
