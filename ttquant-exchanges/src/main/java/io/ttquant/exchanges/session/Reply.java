package io.ttquant.exchanges.session;

import io.ttquant.exchanges.codes.Verdict;

/** What a question to a venue came to. Exactly one of the two is called, once, on the engine's thread, never before the question has returned. */
public interface Reply<T> {
    /** The venue answered, and all of the answer could be read. */
    void answered(T value);

    /** There is no answer that could be read: nothing is known, least of all that there is nothing. */
    void failed(Verdict verdict);
}
