package io.ttquant.core.matching;

/** A lowest delay and a gamma-distributed part on top; exponential with shape 1. */
record GammaDelay(long mean, double shape, long lowest) implements LatencyDistribution {
    GammaDelay {
        Delays.requireAboveLowest("mean", mean, lowest);
        if (!(shape >= 0.01 && shape <= 10_000)) {
            throw new IllegalArgumentException(
                    "latency: shape " + shape + " of a gamma-distributed delay must be from 0.01 to 10000");
        }
    }

    @Override
    public long nanos(long draw) {
        Draws draws = new Draws(draw);
        double part = shape == 1 ? draws.exponential() : draws.gamma(shape) / shape;
        return Delays.rounded(lowest + (mean - lowest) * part);
    }

    @Override
    public long usualNanos() {
        return mean;
    }

    @Override
    public String describe() {
        String name = shape == 1 ? "exponential" : "gamma with shape " + Delays.number(shape);
        return name + ", mean " + Delays.millis(mean) + Delays.floor(lowest);
    }
}
