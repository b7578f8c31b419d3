package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;

/**
 * How many messages may be sent on one connection in any stretch of time, such as 5 a second.
 *
 * @param messages how many, positive
 * @param period the stretch, positive
 */
public record Pace(int messages, Duration period) {
    /** Checks the values. */
    public Pace {
        Positive.number("messages of a pace", messages);
        Positive.duration("period of a pace", period);
    }
}
