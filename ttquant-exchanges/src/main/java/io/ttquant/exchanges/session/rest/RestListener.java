package io.ttquant.exchanges.session.rest;

import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.transport.HttpResponse;

/** Hears what became of a request. Exactly one of the two is called, once, on the engine's thread, never before the request was handed over. */
public interface RestListener {
    /** The venue answered, with whatever status. */
    void answered(HttpResponse response);

    /**
     * There is no answer.
     *
     * @param verdict {@code RETRYABLE} if the request certainly did not leave; {@code REJECTED} if it did not because it cannot be made; {@code UNKNOWN} if it
     *     may have
     */
    void failed(Verdict verdict);
}
