package io.ttquant.exchanges.session.rest;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.Positive;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings requests to the hosts of a venue. Each takes its cost from the budget first and is sent once at most; what the answer says about limits goes
 * back into the budget. To be used on the engine's thread.
 */
public final class RestCaller {
    /** How long an answer may take, to its last byte. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MOST_WAITING = 1_000;

    private final Hosts hosts;
    private final Network network;
    private final EngineThread engine;
    private final RequestBudget budget;
    private final Charges charges;
    private final AnswerWatch watch;
    private final Duration patience;
    private long sent;
    private long answered;
    private long unsent;
    private long unknown;
    private long throttled;
    private int waiting;
    private long roundTripNanos;
    private boolean isClosed;

    /**
     * A caller that has sent nothing.
     *
     * @param budget may be shared by all that use the address; made of the charges' quotas
     * @param watch sees every answer first
     * @param patience how long a question may wait for budget
     */
    public RestCaller(
            Hosts hosts,
            Network network,
            EngineThread engine,
            RequestBudget budget,
            Charges charges,
            AnswerWatch watch,
            Duration patience) {
        Positive.duration("patience with the budget", patience);
        this.hosts = hosts;
        this.network = network;
        this.engine = engine;
        this.budget = budget;
        this.charges = charges;
        this.watch = watch;
        this.patience = patience;
    }

    /** Sends a command now; without budget for it, it is not sent, and the listener hears so. */
    public void send(RestRequest request, RestListener listener) {
        long wait =
                isClosed ? Long.MAX_VALUE : budget.tryTake(Charges.urgency(request.cost()), charges.of(request.cost()));
        if (wait > 0) {
            unsent(listener, isClosed ? "the session is closed" : "no budget for " + request + " " + phrase(wait));
            return;
        }
        transmit(request, listener);
    }

    /**
     * Asks a question as soon as there is budget for it.
     *
     * @param maker makes the request at the time at which it is sent, so that what is signed is fresh; called again after each wait. If it throws, nothing is
     *     sent, and the listener hears so
     */
    public void ask(Supplier<RestRequest> maker, RestListener listener) {
        long deadline = Math.addExact(engine.nanos(), patience.toNanos());
        ask(maker, listener, deadline, false);
    }

    /** What became of all requests so far. */
    public RestCounts counts() {
        return new RestCounts(sent, answered, unsent, unknown, throttled, waiting, roundTripNanos);
    }

    /** Lets nothing more out. What is under way is answered, or not, as it comes. */
    public void close() {
        isClosed = true;
    }

    private void ask(Supplier<RestRequest> maker, RestListener listener, long deadline, boolean hasWaited) {
        waiting -= hasWaited ? 1 : 0;
        if (isClosed) {
            unsent(listener, "the session is closed");
            return;
        }
        RestRequest request;
        long wait;
        try {
            request = maker.get();
            wait = budget.tryTake(Charges.urgency(request.cost()), charges.of(request.cost()));
        } catch (RuntimeException e) {
            unmade(listener, e);
            return;
        }
        if (wait == 0) {
            transmit(request, listener);
        } else if (wait > deadline - engine.nanos() || waiting >= MOST_WAITING) {
            unsent(listener, "no budget for " + request + " " + phrase(wait));
        } else {
            waiting++;
            engine.schedule(Duration.ofNanos(wait), () -> ask(maker, listener, deadline, true));
        }
    }

    private static String phrase(long waitNanos) {
        return "for another " + Duration.ofNanos(waitNanos).toMillis() + " ms: it was not sent";
    }

    private void unsent(RestListener listener, String why) {
        unsent(listener, Verdict.of(CodeClass.RETRYABLE, why));
    }

    private void unsent(RestListener listener, Verdict verdict) {
        unsent++;
        engine.execute(() -> listener.failed(verdict));
    }

    /** Whoever asked waits for a word: an exception would end on a thread on which nobody does. */
    private void unmade(RestListener listener, RuntimeException e) {
        String why = "the request could not be made, and was not sent: " + e.getMessage();
        unsent(
                listener,
                e instanceof RequestRefused refused
                        ? new Verdict(CodeClass.REJECTED, refused.reason(), "", why)
                        : Verdict.of(CodeClass.RETRYABLE, why));
    }

    private void transmit(RestRequest request, RestListener listener) {
        long started = engine.nanos();
        QuotedKeys keys = QuotedKeys.of(request);
        try {
            network.send(http(request), new HttpListener() {
                @Override
                public void response(HttpResponse answer) {
                    roundTripNanos = engine.nanos() - started;
                    HttpResponse response = keys.hiddenIn(answer);
                    observe(request, response);
                    listener.answered(response);
                }

                @Override
                public void failed(NetworkFailure failure) {
                    unanswered(failure, listener);
                }
            });
            sent++;
        } catch (IllegalArgumentException | IllegalStateException e) {
            unsent(listener, "it could not be sent: " + e.getMessage());
        }
    }

    private void observe(RestRequest request, HttpResponse response) {
        answered++;
        throttled += response.status() == 429 || response.status() == 418 ? 1 : 0;
        if (charges.isToldByHeaders()) {
            budget.observe(response, charges.account());
        }
        watch.answered(request, response);
    }

    private void unanswered(NetworkFailure failure, RestListener listener) {
        if (failure.mayHaveLeft()) {
            unknown++;
            listener.failed(Verdict.of(CodeClass.UNKNOWN, failure.kind() + " " + failure.message()));
        } else {
            unsent++;
            listener.failed(Verdict.of(CodeClass.RETRYABLE, failure.kind() + " " + failure.message()));
        }
    }

    private HttpRequest http(RestRequest request) {
        List<String> headers = new ArrayList<>();
        request.headers((name, value) -> headers.addAll(List.of(name, value)));
        byte[] body = request.body();
        if (body.length > 0) {
            headers.addAll(List.of("Content-Type", request.contentType()));
        }
        HttpRequest http = HttpRequest.of(request.method().name(), address(request))
                .withHeaders(HttpHeaders.of(headers.toArray(String[]::new)))
                .withTimeout(TIMEOUT);
        return body.length > 0 ? http.withBody(body) : http;
    }

    /** What is wrong with an address must not show it: its query is signed. */
    private URI address(RestRequest request) {
        try {
            return new URI(hosts.address(request.host()) + request.target());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address of " + request + " is malformed at index " + e.getIndex()
                    + "; percent-encode its values");
        }
    }
}
