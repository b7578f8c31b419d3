package io.ttquant.exchanges.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A request. Immutable; the query and the headers may hold secrets and signatures, so {@link #toString()} shows neither. */
public final class HttpRequest {
    /** The time that a request has by default, to the last byte of the answer. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** The bytes of an answer that are taken by default: more than the largest list of instruments. */
    public static final int DEFAULT_CEILING = 64 << 20;

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final byte[] NOTHING = {};

    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final byte[] body;
    private final Duration timeout;
    private final int ceiling;

    private HttpRequest(String method, URI uri, HttpHeaders headers, byte[] body, Duration timeout, int ceiling) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.timeout = timeout;
        this.ceiling = ceiling;
    }

    /**
     * A request without headers and body.
     *
     * @param method GET, POST, PUT or DELETE
     * @param uri absolute; path and query go out as they are written here, byte for byte, since signatures cover them
     * @throws IllegalArgumentException if the method is another
     */
    public static HttpRequest of(String method, URI uri) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "method " + method + " is none of GET, POST, PUT, DELETE: use one of them");
        }
        return new HttpRequest(method, uri, HttpHeaders.NONE, NOTHING, DEFAULT_TIMEOUT, DEFAULT_CEILING);
    }

    /** The same with these headers instead of those before. */
    public HttpRequest withHeaders(HttpHeaders headers) {
        return new HttpRequest(method, uri, headers, body, timeout, ceiling);
    }

    /**
     * The same with a body, of the type that the header {@code Content-Type} says.
     *
     * @param body is not copied and must not change any more
     * @throws IllegalArgumentException for GET, whose bodies proxies drop
     */
    public HttpRequest withBody(byte[] body) {
        if (method.equals("GET") && body.length > 0) {
            throw new IllegalArgumentException(
                    "GET takes no body, this one has " + body.length + " bytes: put it into the query");
        }
        return new HttpRequest(method, uri, headers, body, timeout, ceiling);
    }

    /**
     * The same with another time until it fails as {@link NetworkFailure.Kind#TIMEOUT}, at most a second later.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public HttpRequest withTimeout(Duration timeout) {
        Positive.duration("timeout of a request", timeout);
        return new HttpRequest(method, uri, headers, body, timeout, ceiling);
    }

    /**
     * The same with another ceiling for the bytes of the answer's body, after decompression; one with more fails as {@link
     * NetworkFailure.Kind#TOO_LARGE}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public HttpRequest withCeiling(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("ceiling of an answer is " + bytes + " bytes, but must not be negative");
        }
        return new HttpRequest(method, uri, headers, body, timeout, bytes);
    }

    /** GET, POST, PUT or DELETE. */
    public String method() {
        return method;
    }

    /** Where to. */
    public URI uri() {
        return uri;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body, empty for none; not a copy. */
    public byte[] body() {
        return body;
    }

    /** The time it has. */
    public Duration timeout() {
        return timeout;
    }

    /** The most bytes of the answer's body. */
    public int ceiling() {
        return ceiling;
    }

    /** Method, host and path. */
    @Override
    public String toString() {
        return method + " " + Addresses.withoutQuery(uri);
    }
}
