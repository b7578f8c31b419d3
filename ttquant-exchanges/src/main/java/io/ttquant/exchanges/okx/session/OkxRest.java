package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxAnswers;
import io.ttquant.exchanges.request.HttpMethod;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends requests once each, and reads what comes back. */
final class OkxRest {
    private final Network network;
    private final String host;

    OkxRest(Network network, String host) {
        this.network = network;
        this.host = host;
    }

    /** Asks something; the answer says by its verdict whether it is one. */
    void ask(Supplier<RestRequest> question, Consumer<Answer> taker) {
        RestRequest request = question.get();
        network.send(http(request), new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                taker.accept(OkxAnswers.read(response.status(), response.body()));
            }

            @Override
            public void failed(NetworkFailure failure) {
                taker.accept(Answer.without(Verdict.of(
                        failure.mayHaveLeft() ? CodeClass.UNKNOWN : CodeClass.RETRYABLE, failure.message())));
            }
        });
    }

    private HttpRequest http(RestRequest request) {
        HttpHeaders[] headers = {HttpHeaders.NONE};
        request.headers((name, value) -> headers[0] = headers[0].with(name, value));
        HttpRequest http = HttpRequest.of(request.method().name(), URI.create(host + request.target()));
        return request.method() == HttpMethod.GET
                ? http.withHeaders(headers[0])
                : http.withHeaders(headers[0].with("Content-Type", request.contentType()))
                        .withBody(request.body());
    }
}
