package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;

/**
 * How many messages may be sent on one connection in any stretch of time, such as 5 a second.
 *
 * @param messages how many, positive
 * @param period the stretch, positive
 * @param countsHeartbeats whether a heartbeat is one of them; not where the venue counts requests only
 */
public record Pace(int messages, Duration period, boolean countsHeartbeats) {
    /** Checks the values. */
    public Pace {
        Positive.number("messages of a pace", messages);
        Positive.duration("period of a pace", period);
    }

    /** A pace of all that is sent, heartbeats too. */
    public static Pace ofMessages(int messages, Duration period) {
        return new Pace(messages, period, true);
    }

    /** A pace of logins, subscriptions and what else asks for something, to which heartbeats do not count. */
    public static Pace ofRequests(int requests, Duration period) {
        return new Pace(requests, period, false);
    }
}
