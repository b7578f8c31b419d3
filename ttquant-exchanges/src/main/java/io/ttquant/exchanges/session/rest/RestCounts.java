package io.ttquant.exchanges.session.rest;

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
        long sent, long answered, long unsent, long unknown, long throttled, int waiting, long roundTripNanos) {}
