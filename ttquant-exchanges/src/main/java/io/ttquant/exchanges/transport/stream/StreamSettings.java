package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;
import java.util.List;

/**
 * Settings of a session.
 *
 * @param name for messages
 * @param heartbeat who keeps the connection alive
 * @param patience how long opening and logging in may take together
 * @param answerTime how long an acknowledgement may take
 * @param attempts how often a channel is asked for before the connection is given up
 * @param perConnection the most channels on a connection; more connections are opened for more
 * @param perRequest the most channels in a request
 * @param paces how fast messages may be sent on a connection
 * @param maxAge the age at which a connection is replaced, well before the venue cuts it; zero for never
 * @param overlap how long the old connection stays after the new one has all channels
 * @param leastWait the least wait before connecting again
 * @param mostWait the most that the bound of that wait grows to
 */
public record StreamSettings(
        String name,
        Heartbeat heartbeat,
        Duration patience,
        Duration answerTime,
        int attempts,
        int perConnection,
        int perRequest,
        List<Pace> paces,
        Duration maxAge,
        Duration overlap,
        Duration leastWait,
        Duration mostWait) {
    /** Checks and copies the values. */
    public StreamSettings {
        Positive.duration("patience of " + name, patience);
        Positive.duration("time for answers of " + name, answerTime);
        Positive.number("attempts of " + name, attempts);
        Positive.number("channels per connection of " + name, perConnection);
        Positive.number("channels per request of " + name, perRequest);
        Positive.duration("least wait of " + name, leastWait);
        if (maxAge.isNegative() || overlap.isNegative() || mostWait.compareTo(leastWait) <= 0) {
            throw new IllegalArgumentException(
                    name + " has the age " + maxAge + ", the overlap " + overlap + " and waits from " + leastWait
                            + " to " + mostWait + ": none may be negative, and waits must rise");
        }
        paces = List.copyOf(paces);
    }

    /**
     * Settings that suit most: 10 s to open, 5 s to acknowledge, three attempts, 200 channels on a connection and 50 in a request, no pace,
     * no planned replacement, 5 s of overlap, waits from 100 ms to 30 s.
     */
    public static StreamSettings of(String name, Heartbeat heartbeat) {
        return new StreamSettings(
                name,
                heartbeat,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                3,
                200,
                50,
                List.of(),
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(30));
    }

    /** The same with other numbers of channels. */
    public StreamSettings withChannels(int perConnection, int perRequest) {
        return new StreamSettings(
                name,
                heartbeat,
                patience,
                answerTime,
                attempts,
                perConnection,
                perRequest,
                paces,
                maxAge,
                overlap,
                leastWait,
                mostWait);
    }

    /** The same with paces. */
    public StreamSettings withPaces(Pace... paces) {
        return new StreamSettings(
                name,
                heartbeat,
                patience,
                answerTime,
                attempts,
                perConnection,
                perRequest,
                List.of(paces),
                maxAge,
                overlap,
                leastWait,
                mostWait);
    }

    /** The same with a planned replacement of connections. */
    public StreamSettings withReplacement(Duration maxAge, Duration overlap) {
        return new StreamSettings(
                name,
                heartbeat,
                patience,
                answerTime,
                attempts,
                perConnection,
                perRequest,
                paces,
                maxAge,
                overlap,
                leastWait,
                mostWait);
    }
}
