package io.ttquant.core.metrics;

import java.time.Duration;

/**
 * What is measured how.
 *
 * @param period of the returns from which Sharpe ratio, value at risk and the like are made; at least a second
 * @param window how far back they look; at least two periods, at most {@value #MOST_RETURNS} of them
 * @param series the most values of a label; what is above is shown together; at least 1
 */
public record MetricsOptions(Duration period, Duration window, int series) {
    /** The most returns that are kept. */
    public static final int MOST_RETURNS = 100_000;

    /** Hourly returns of 30 days, 200 values of a label. */
    public static final MetricsOptions DEFAULT = new MetricsOptions(Duration.ofHours(1), Duration.ofDays(30), 200);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public MetricsOptions {
        if (period.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("the period " + period + " of returns must be at least 1s");
        }
        if (window.compareTo(period.multipliedBy(2)) < 0 || window.compareTo(period.multipliedBy(MOST_RETURNS)) > 0) {
            throw new IllegalArgumentException("the window " + window + " must have from 2 to " + MOST_RETURNS
                    + " periods of " + period + "; change one of them");
        }
        if (series < 1) {
            throw new IllegalArgumentException("the limit of " + series + " series of a label must be at least 1");
        }
    }

    /** How many returns the window has at most. */
    int returns() {
        return Math.toIntExact(window.dividedBy(period));
    }
}
