package io.ttquant.core.matching;

import java.time.Duration;

/**
 * A random delay. No draw is below the lowest delay of its distribution, and none is above one hour. The draws of a seed are the same on every
 * machine.
 */
public interface LatencyDistribution {
    /** Always the same. */
    static LatencyDistribution constant(Duration delay) {
        return new ConstantDelay(Delays.nanos("delay", delay));
    }

    /** Any delay from {@code lowest} to {@code highest}, all as likely. */
    static LatencyDistribution uniform(Duration lowest, Duration highest) {
        return new UniformDelay(Delays.nanos("lowest", lowest), Delays.nanos("highest", highest));
    }

    /**
     * The normal distribution, without the part below {@code lowest}.
     *
     * @param mean before that part is left out; not below {@code lowest}
     * @param deviation the standard deviation before that, above zero
     */
    static LatencyDistribution normal(Duration mean, Duration deviation, Duration lowest) {
        return new NormalDelay(
                Delays.nanos("mean", mean), Delays.nanos("deviation", deviation), Delays.nanos("lowest", lowest));
    }

    /**
     * {@code lowest} and a log-normal part on top: most delays are near the median, and a few are far longer.
     *
     * @param median of the whole delay, above {@code lowest}
     * @param sigma the standard deviation of the logarithm of the part on top, above 0 to 3; 0.3 to 1 are usual
     */
    static LatencyDistribution logNormal(Duration median, double sigma, Duration lowest) {
        return new LogNormalDelay(Delays.nanos("median", median), sigma, Delays.nanos("lowest", lowest));
    }

    /**
     * {@code lowest} and an exponential part on top.
     *
     * @param mean of the whole delay, above {@code lowest}
     */
    static LatencyDistribution exponential(Duration mean, Duration lowest) {
        return new GammaDelay(Delays.nanos("mean", mean), 1, Delays.nanos("lowest", lowest));
    }

    /**
     * {@code lowest} and a gamma-distributed part on top.
     *
     * @param mean of the whole delay, above {@code lowest}
     * @param shape 0.01 to 10000; 1 is {@link #exponential}, and the larger it is, the less the delay varies
     */
    static LatencyDistribution gamma(Duration mean, double shape, Duration lowest) {
        return new GammaDelay(Delays.nanos("mean", mean), shape, Delays.nanos("lowest", lowest));
    }

    /**
     * A delay in nanoseconds.
     *
     * @param draw 64 random bits; the same bits give the same delay
     */
    long nanos(long draw);

    /** What is usual: the median or mean that the distribution was made with, in nanoseconds. */
    long usualNanos();

    /** A few words for the report's list of assumptions. */
    String describe();
}
