package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.answer.Answer;
import io.ttquant.exchanges.answer.CommandResult;
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
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends each request once, when its budget allows, and reads what comes back. Takers are never called before the method has returned. */
final class OkxRest {
    private final Network network;
    private final EngineThread engine;
    private final OkxClock clock;
    private final OkxBudget budget;
    private final String host;
    private boolean isClosed;

    OkxRest(Network network, EngineThread engine, OkxClock clock, OkxBudget budget, String host) {
        this.network = network;
        this.engine = engine;
        this.clock = clock;
        this.budget = budget;
        this.host = host;
    }

    /** What comes of a request: an answer with whatever status, or none. */
    private interface Outcome {
        void answered(RestRequest request, HttpResponse response);

        void without(Verdict verdict);
    }

    /** Asks something as soon as the budget allows; the answer says by its verdict whether it is one. Signed when it is sent. */
    void ask(Supplier<RestRequest> question, Consumer<Answer> taker) {
        whenAllowed(question, new Outcome() {
            @Override
            public void answered(RestRequest request, HttpResponse response) {
                Answer answer = OkxAnswers.read(response.status(), response.body());
                learn(request, response, answer.verdict());
                taker.accept(answer);
            }

            @Override
            public void without(Verdict verdict) {
                taker.accept(Answer.without(verdict));
            }
        });
    }

    /** Sends a command as soon as the budget allows: for what lowers risk, which is not to be given up. */
    void insist(Supplier<RestRequest> command, Consumer<List<CommandResult>> taker) {
        whenAllowed(command, results(taker));
    }

    /** Sends a command now, or not at all: one that waits would come with an old deadline and an old price. */
    void command(RestRequest command, Consumer<List<CommandResult>> taker) {
        long wait = budget.tryTake(command.cost());
        if (wait > 0) {
            Verdict verdict = Verdict.of(
                    CodeClass.RETRYABLE,
                    "not sent: the rate limit of " + command.path() + " is used up for another "
                            + Duration.ofNanos(wait).toMillis() + " ms");
            engine.execute(() -> taker.accept(List.of(new CommandResult(verdict, "", "", null, 0))));
            return;
        }
        send(command, results(taker));
    }

    private Outcome results(Consumer<List<CommandResult>> taker) {
        return new Outcome() {
            @Override
            public void answered(RestRequest request, HttpResponse response) {
                List<CommandResult> results = OkxAnswers.results(response.status(), response.body());
                results.forEach(result -> learn(request, response, result.verdict()));
                taker.accept(results);
            }

            @Override
            public void without(Verdict verdict) {
                taker.accept(List.of(new CommandResult(verdict, "", "", null, 0)));
            }
        };
    }

    private void whenAllowed(Supplier<RestRequest> maker, Outcome outcome) {
        if (isClosed) {
            return;
        }
        RestRequest request = maker.get();
        long wait = budget.tryTake(request.cost());
        if (wait > 0) {
            engine.schedule(Duration.ofNanos(wait), () -> whenAllowed(maker, outcome));
            return;
        }
        send(request, outcome);
    }

    private void send(RestRequest request, Outcome outcome) {
        network.send(http(request), new HttpListener() {
            @Override
            public void response(HttpResponse response) {
                outcome.answered(request, response);
            }

            @Override
            public void failed(NetworkFailure failure) {
                outcome.without(Verdict.of(
                        failure.mayHaveLeft() ? CodeClass.UNKNOWN : CodeClass.RETRYABLE, failure.message()));
            }
        });
    }

    /** A limit that was met is kept away from, and a time that was refused is measured again. */
    private void learn(RestRequest request, HttpResponse response, Verdict verdict) {
        budget.learn(request.cost(), response.status(), verdict);
        if (verdict.codeClass() == CodeClass.CLOCK) {
            clock.doubted();
        }
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

    void close() {
        isClosed = true;
    }
}
