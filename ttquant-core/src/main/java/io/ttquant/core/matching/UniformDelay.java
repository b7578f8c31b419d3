package io.ttquant.core.matching;

/** Any delay of a range, all as likely. */
record UniformDelay(long lowest, long highest) implements LatencyDistribution {
    UniformDelay {
        if (highest < lowest) {
            throw new IllegalArgumentException("latency: highest " + Delays.millis(highest) + " is below lowest "
                    + Delays.millis(lowest) + "; swap them");
        }
    }

    @Override
    public long nanos(long draw) {
        long span = highest - lowest + 1;
        return lowest + Math.min((long) (new Draws(draw).uniform() * span), span - 1);
    }

    @Override
    public long usualNanos() {
        return (lowest + highest) / 2;
    }

    @Override
    public String describe() {
        return "uniform, " + Delays.millis(lowest) + " to " + Delays.millis(highest);
    }
}
