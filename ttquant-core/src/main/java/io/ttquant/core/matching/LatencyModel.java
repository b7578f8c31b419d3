package io.ttquant.core.matching;

import java.time.Duration;

/** How long a command takes to the exchange, and a report back. */
public interface LatencyModel {
    /** No latency. */
    LatencyModel NONE = constant(Duration.ZERO, Duration.ZERO);

    /** Always the same. */
    static LatencyModel constant(Duration entry, Duration acknowledgement) {
        return new ConstantLatency(entry.toNanos(), acknowledgement.toNanos());
    }

    /** From us to the exchange for a command sent at {@code nowNanos}, in nanoseconds, not negative. */
    long entryNanos(long nowNanos);

    /** From the exchange to us for a report sent at {@code nowNanos}, in nanoseconds, not negative. */
    long acknowledgementNanos(long nowNanos);

    /** A sentence for the report's list of assumptions. */
    String describe();
}
