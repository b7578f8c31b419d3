package io.ttquant.exchanges.transport.clock;

import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.time.Duration;

/** How a venue is asked for its time. */
public interface ServerTime {
    /** The question; public, so that it needs no clock itself. */
    HttpRequest request();

    /**
     * Reads the answer.
     *
     * @return epoch nanoseconds; negative if it cannot be read
     */
    long nanos(HttpResponse response);

    /** The step of the time in the answer. */
    default Duration resolution() {
        return Duration.ofMillis(1);
    }
}
