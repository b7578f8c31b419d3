package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;

/**
 * A text that is sent when nothing came for a while, and that must bring something back, or the connection is given up.
 *
 * @param text what to send; empty where the server pings and the network answers by itself
 * @param idle how long nothing came before it is sent
 * @param patience how long something has to come after it
 */
public record Heartbeat(String text, Duration idle, Duration patience) {
    /** The server pings (Binance). */
    public static final Heartbeat BY_SERVER = new Heartbeat("", Duration.ofDays(1), Duration.ofDays(1));

    /** Checks the values. */
    public Heartbeat {
        Positive.duration("idle time before a heartbeat", idle);
        Positive.duration("patience with a heartbeat", patience);
    }

    /** The text {@code ping} (OKX, which closes after 30 s of silence). */
    public static Heartbeat ping(Duration idle, Duration patience) {
        return new Heartbeat("ping", idle, patience);
    }
}
