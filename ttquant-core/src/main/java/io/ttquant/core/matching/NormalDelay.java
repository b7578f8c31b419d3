package io.ttquant.core.matching;

/** The normal distribution, without the part below a lowest delay. */
record NormalDelay(long mean, long deviation, long lowest) implements LatencyDistribution {
    NormalDelay {
        if (deviation == 0) {
            throw new IllegalArgumentException("latency: the standard deviation of a normal delay must be above zero;"
                    + " use a constant delay for none");
        }
        if (mean < lowest) {
            throw new IllegalArgumentException("latency: mean " + Delays.millis(mean) + " is below the lowest delay "
                    + Delays.millis(lowest) + "; lower that");
        }
    }

    @Override
    public long nanos(long draw) {
        Draws draws = new Draws(draw);
        // At least half of all draws are not below the mean, so this ends soon.
        long nanos = Delays.rounded(mean + deviation * draws.gaussian());
        while (nanos < lowest) {
            nanos = Delays.rounded(mean + deviation * draws.gaussian());
        }
        return nanos;
    }

    @Override
    public long usualNanos() {
        return mean;
    }

    @Override
    public String describe() {
        return "normal, mean " + Delays.millis(mean) + ", standard deviation " + Delays.millis(deviation)
                + Delays.floor(lowest);
    }
}
