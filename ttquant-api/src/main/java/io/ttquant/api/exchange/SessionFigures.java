package io.ttquant.api.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a session tells of itself for people: nothing of it is needed to trade.
 *
 * @param streams its WebSocket connections
 * @param requests its REST requests
 * @param clock the exchange's clock; empty before it was read, and where it is not
 */
public record SessionFigures(Streams streams, Requests requests, Optional<ClockOffset> clock) {
    /** Of a session that tells nothing. */
    public static final SessionFigures NONE = new SessionFigures(
            new Streams(0, 0, 0, 0, 0, 0, 0, 0, 0), new Requests(0, 0, 0, 0, 0, 0, 0, List.of()), Optional.empty());

    /**
     * WebSocket connections and channels, since the start but for the first.
     *
     * @param open connections that are up now
     * @param connects that came up
     * @param reconnects that ended, or did not come up, and were tried again
     * @param messages received
     * @param unreadable messages that could not be read
     * @param stale times that a channel was silent for too long
     * @param lost times that a channel was lost with its connection
     * @param refused channels that the exchange refused
     * @param tradeGaps times that trades were missing on a connection that was up
     */
    public record Streams(
            int open,
            long connects,
            long reconnects,
            long messages,
            long unreadable,
            long stale,
            long lost,
            long refused,
            long tradeGaps) {}

    /**
     * REST requests, since the start but for those that wait.
     *
     * @param answered with whatever status
     * @param unsent certainly not sent
     * @param unknown perhaps sent, and not answered
     * @param throttled answers that said that we ask too much
     * @param waiting questions that wait for budget now
     * @param roundTripNanos the time of the last round trip; 0 before the first
     * @param blockedNanos how long nothing at all may be sent; 0 if something may
     * @param quotas the limits of the exchange; copied
     */
    public record Requests(
            long answered,
            long unsent,
            long unknown,
            long throttled,
            int waiting,
            long roundTripNanos,
            long blockedNanos,
            List<QuotaUse> quotas) {
        /** Copies the list. */
        public Requests {
            quotas = List.copyOf(quotas);
        }
    }

    /**
     * A limit of the exchange.
     *
     * @param name its name, unique
     * @param used what is used now; of a limit by account or instrument that of the fullest
     * @param capacity the most
     */
    public record QuotaUse(String name, long used, long capacity) {}

    /**
     * How far the exchange's clock is ahead of ours.
     *
     * @param offsetNanos negative if it is behind
     * @param errorNanos the most by which that is wrong
     */
    public record ClockOffset(long offsetNanos, long errorNanos) {}
}
