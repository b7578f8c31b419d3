package io.ttquant.core.matching;

import java.math.BigDecimal;

/** Latency that is a multiple of that of market data. */
record FeedDerivedLatency(
        BigDecimal entryFactor, BigDecimal acknowledgementFactor, double entry, double acknowledgement)
        implements LatencyModel {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1000);

    FeedDerivedLatency(BigDecimal entryFactor, BigDecimal acknowledgementFactor) {
        this(
                required("entry", entryFactor),
                required("acknowledgement", acknowledgementFactor),
                entryFactor.doubleValue(),
                acknowledgementFactor.doubleValue());
    }

    private static BigDecimal required(String what, BigDecimal factor) {
        if (factor.signum() < 0 || factor.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("latency: the factor " + factor + " of " + what
                    + " to market data must be from 0 to 1000; 4 for entry and 3 for acknowledgement are typical");
        }
        return factor;
    }

    @Override
    public long entryNanos(long nowNanos, long draw, long feedNanos) {
        return Delays.rounded(entry * feedNanos);
    }

    @Override
    public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
        return Delays.rounded(acknowledgement * feedNanos);
    }

    @Override
    public String describe() {
        return "order entry " + entryFactor.toPlainString() + " times, acknowledgement "
                + acknowledgementFactor.toPlainString() + " times the latency of the last market data";
    }
}
