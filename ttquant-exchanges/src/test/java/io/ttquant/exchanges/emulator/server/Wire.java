package io.ttquant.exchanges.emulator.server;

import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A front with clients, over real sockets or in one thread, to be used by a test as if all calls were synchronous. */
public abstract class Wire implements AutoCloseable {
    Wire() {}

    /** Makes the front that is to be reached, on the exchange's thread. */
    @FunctionalInterface
    public interface Maker {
        Front make(LongSupplier clock, Turns turns);
    }

    /** Over real sockets of this machine. */
    public static Wire loopback(Maker maker) {
        return new LoopbackWire(maker);
    }

    /** Within one thread, from a seed. */
    public static Wire simulated(Maker maker, long seed) {
        return new SimulatedWire(maker, seed);
    }

    /** Address for requests. */
    public abstract String http();

    /** Address for sockets. */
    public abstract String ws();

    /** The time, epoch milliseconds. */
    public abstract long millis();

    /** Asks something on the exchange's thread. */
    public abstract <T> T ask(Supplier<T> question);

    /** Waits until something holds; fails after ten seconds of the wire's time. */
    public abstract void await(String what, BooleanSupplier condition);

    /** Lets time pass. */
    public abstract void pass(Duration time);

    abstract Network network();

    abstract void onEngine(Runnable work);

    /** Sends a request of ours. */
    public HttpResponse send(RestRequest request, Hosts hosts) {
        HttpHeaders[] headers = {HttpHeaders.NONE};
        request.headers((name, value) -> headers[0] = headers[0].with(name, value));
        if (!request.contentType().isEmpty()) {
            headers[0] = headers[0].with("Content-Type", request.contentType());
        }
        HttpRequest http = HttpRequest.of(
                        request.method().name(), URI.create(hosts.address(request.host()) + request.target()))
                .withHeaders(headers[0]);
        return send(request.bodyLength() == 0 ? http : http.withBody(request.body()));
    }

    /** Sends a request by hand. */
    public HttpResponse send(HttpRequest request) {
        Answer answer = new Answer();
        onEngine(() -> network().send(request, answer));
        await("an answer to " + request, () -> answer.response != null || answer.failure != null);
        if (answer.failure != null) {
            throw new AssertionError("no answer: " + answer.failure);
        }
        return answer.response;
    }

    /** Opens a socket and waits for it to be open. */
    public Line open(String address) {
        Line line = new Line(this);
        onEngine(() -> line.opening(network().open(WebSocketRequest.of(URI.create(address)), line)));
        await("a socket to " + address, line::isOpen);
        return line;
    }

    @Override
    public abstract void close();

    private static final class Answer implements HttpListener {
        private volatile HttpResponse response;
        private volatile NetworkFailure failure;

        @Override
        public void response(HttpResponse heard) {
            response = heard;
        }

        @Override
        public void failed(NetworkFailure why) {
            failure = why;
        }
    }
}
