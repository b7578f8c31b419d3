package io.ttquant.core.metrics.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a page under {@code /metrics}, and a word under {@code /health} by which a supervisor sees that the process answers. */
final class Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final Pattern LOCAL =
            Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(:[0-9]+)?", Pattern.CASE_INSENSITIVE);
    /** So few, so that slow readers cost little; more than one, so that one of them does not keep others out. */
    static final int THREADS = 3;
    /**
     * From the first byte of a request to the last of its answer. Whoever waits behind stalled requests waits so long for every {@link #THREADS} of them, and
     * must be answered before the scrape times out, which the deployment does after 4 s.
     */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Page page = new Page();
    private final HttpServer server;
    private final ImpatientThreads threads;

    private Endpoint(HttpServer server, Duration patience) {
        this.server = server;
        this.threads = new ImpatientThreads("metrics", THREADS, patience);
    }

    /** @throws UncheckedIOException if the address is taken or is not of this computer */
    static Endpoint open(InetSocketAddress address) {
        return open(address, PATIENCE);
    }

    /** With another limit on how long a request and its answer may take together. */
    static Endpoint open(InetSocketAddress address, Duration patience) {
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the Prometheus endpoint cannot listen at " + address.getHostString() + ":" + address.getPort()
                            + ": " + e.getMessage() + "; choose another port",
                    e);
        }
        Endpoint endpoint = new Endpoint(server, patience);
        server.createContext("/", endpoint::answer);
        server.setExecutor(endpoint.threads);
        server.start();
        LOG.info("metrics for Prometheus are served at http://{}:{}/metrics", address.getHostString(), endpoint.port());
        return endpoint;
    }

    Page page() {
        return page;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            if (!mayAsk(exchange)) {
                send(exchange, 403, PLAIN, "ask by localhost or the address: names of others are not answered\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, PLAIN, "only GET and HEAD are answered\n");
            } else if (path.equals("/metrics")) {
                send(exchange, 200, FORMAT, page.text());
            } else if (path.equals("/health")) {
                send(exchange, 200, PLAIN, "alive\n");
            } else {
                send(exchange, 404, PLAIN, "there are /metrics and /health\n");
            }
        } catch (IOException e) {
            LOG.debug("a reader of metrics went away", e);
        }
    }

    /**
     * A page in a browser of this computer could have its own name resolve to this address and read what is for this computer only; its name is in the request
     * then. An endpoint that others may reach is asked by any name.
     */
    private boolean mayAsk(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !server.getAddress().getAddress().isLoopbackAddress()) {
            return true;
        }
        return LOCAL.matcher(host).matches();
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
