package io.ttquant.exchanges.request;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A REST request, ready to be sent: plain values, immutable. {@link #toString()} shows method and path only, since query, body and headers may
 * carry keys and signatures.
 */
public final class RestRequest {
    private static final byte[] NOTHING = {};
    private static final String[] NO_HEADERS = {};

    private final HttpMethod method;
    private final HostKind host;
    private final String path;
    private final String query;
    private final byte[] body;
    private final String contentType;
    private final String[] headers;
    private final @Nullable Identity identity;
    private final Cost cost;
    private final long deadlineMillis;

    private RestRequest(Draft d, String query, byte[] body, String contentType) {
        this.method = d.method;
        this.host = d.host;
        this.path = d.path;
        this.query = query;
        this.body = body;
        this.contentType = contentType;
        this.headers = d.headers;
        this.identity = d.identity;
        this.cost = d.cost;
        this.deadlineMillis = d.deadlineMillis;
    }

    /** Starts one. */
    public static Draft draft(HttpMethod method, HostKind host, String path, Cost cost) {
        return new Draft(method, host, path, cost);
    }

    /** What is done. */
    public HttpMethod method() {
        return method;
    }

    /** Which host it goes to. */
    public HostKind host() {
        return host;
    }

    /** The path, from the first slash on. */
    public String path() {
        return path;
    }

    /** The query without its question mark, encoded, to be sent exactly so; empty if it has none. */
    public String query() {
        return query;
    }

    /** Path and query as they stand in the request line. */
    public String target() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** A copy of the body; empty if it has none. */
    public byte[] body() {
        return body.clone();
    }

    /** Bytes of the body. */
    public int bodyLength() {
        return body.length;
    }

    /** The media type of the body; empty if it has none. */
    public String contentType() {
        return contentType;
    }

    /** Hands over each header by name and value. Values may be secret: hand them to the socket and to nobody else. */
    public void headers(BiConsumer<String, String> taker) {
        identity(taker);
        for (int i = 0; i < headers.length; i += 2) {
            taker.accept(headers[i], headers[i + 1]);
        }
    }

    /** Hands over those of its headers that name the account; none if nobody asks. The same care is due. */
    public void identity(BiConsumer<String, String> taker) {
        if (identity != null) {
            identity.headers(taker);
        }
    }

    /** What it takes from the budgets. */
    public Cost cost() {
        return cost;
    }

    /**
     * When the venue refuses it as late, on the venue's clock in epoch milliseconds: what was not executed by then never will be; {@link
     * Long#MAX_VALUE} if the venue sets no such time.
     */
    public long deadlineMillis() {
        return deadlineMillis;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Who asks: adds the headers with the key, made only when they are sent. */
    @FunctionalInterface
    public interface Identity {
        /** Hands over the headers that name the account. */
        void headers(BiConsumer<String, String> taker);
    }

    /** A request being made. */
    public static final class Draft {
        private final HttpMethod method;
        private final HostKind host;
        private final String path;
        private final Cost cost;
        private String[] headers = NO_HEADERS;
        private @Nullable Identity identity;
        private long deadlineMillis = Long.MAX_VALUE;

        private Draft(HttpMethod method, HostKind host, String path, Cost cost) {
            this.method = method;
            this.host = host;
            this.path = path;
            this.cost = cost;
        }

        /** Names and values of headers, in turns. */
        public Draft headers(String... namesAndValues) {
            this.headers = namesAndValues;
            return this;
        }

        /** Who asks. */
        public Draft identity(@Nullable Identity who) {
            this.identity = who;
            return this;
        }

        /** When the venue refuses it as late, epoch milliseconds. */
        public Draft deadline(long millis) {
            this.deadlineMillis = millis;
            return this;
        }

        /** The request with a query; empty for none. */
        public RestRequest query(String query) {
            return new RestRequest(this, query, NOTHING, "");
        }

        /** The request with a body, which is not copied. */
        public RestRequest body(byte[] body, String contentType) {
            return new RestRequest(this, "", body, contentType);
        }
    }
}
