package io.ttquant.exchanges.session.rest;

import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpResponse;

/** Sees every answer before whoever asked: for what a venue says in bodies about limits and clocks. Must not throw. */
@FunctionalInterface
public interface AnswerWatch {
    /** Sees nothing. */
    AnswerWatch NONE = (request, response) -> {};

    /** An answer came. */
    void answered(RestRequest request, HttpResponse response);
}
