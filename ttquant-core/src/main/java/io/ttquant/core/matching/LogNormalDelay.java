package io.ttquant.core.matching;

/** A lowest delay and a log-normal part on top. */
record LogNormalDelay(long median, double sigma, long lowest) implements LatencyDistribution {
    LogNormalDelay {
        Delays.requireAboveLowest("median", median, lowest);
        if (!(sigma > 0 && sigma <= 3)) {
            throw new IllegalArgumentException(
                    "latency: sigma " + sigma + " of a log-normal delay must be above 0 and at most 3");
        }
    }

    @Override
    public long nanos(long draw) {
        double factor = StrictMath.exp(sigma * new Draws(draw).gaussian());
        return Delays.rounded(lowest + (median - lowest) * factor);
    }

    @Override
    public long usualNanos() {
        return median;
    }

    @Override
    public String describe() {
        return "log-normal, median " + Delays.millis(median) + ", sigma " + Delays.number(sigma) + Delays.floor(lowest);
    }
}
