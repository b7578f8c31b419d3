package io.ttquant.api.time;

import java.time.Instant;

/** The engine's clock. It never goes back, and neither strategy nor engine can ask whether it is live or simulated. */
public interface Clock {
    /** The time now, in nanoseconds since 1970-01-01T00:00:00Z. */
    long nanos();

    /** The time now as an {@link Instant}; convenient, but allocates. */
    default Instant instant() {
        return EpochNanos.toInstant(nanos());
    }
}
