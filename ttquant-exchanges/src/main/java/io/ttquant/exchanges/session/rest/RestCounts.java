package io.ttquant.exchanges.session.rest;

import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.exchanges.transport.budget.RequestBudget;

/**
 * What became of the requests of a session so far.
 *
 * @param sent handed to the network
 * @param answered with whatever status
 * @param unsent certainly not sent: no budget, or no connection came about
 * @param unknown perhaps sent, and not answered
 * @param throttled answered with 429 or 418
 * @param waiting questions that wait for budget now
 * @param roundTripNanos the time of the last round trip; 0 before the first
 */
public record RestCounts(
        long sent, long answered, long unsent, long unknown, long throttled, int waiting, long roundTripNanos) {
    /** Nothing so far. */
    public static final RestCounts NONE = new RestCounts(0, 0, 0, 0, 0, 0, 0);

    /** Both together, with what waits and the round trip of the later one. */
    public RestCounts plus(RestCounts later) {
        return new RestCounts(
                sent + later.sent,
                answered + later.answered,
                unsent + later.unsent,
                unknown + later.unknown,
                throttled + later.throttled,
                later.waiting,
                later.roundTripNanos == 0 ? roundTripNanos : later.roundTripNanos);
    }

    /** The figures of a session's requests. */
    public SessionFigures.Requests figures(RequestBudget budget) {
        return new SessionFigures.Requests(
                answered,
                unsent,
                unknown,
                throttled,
                waiting,
                roundTripNanos,
                budget.blockedFor().toNanos(),
                budget.uses());
    }
}
