package io.ttquant.exchanges.transport;

import java.nio.charset.StandardCharsets;

/** A whole answer. */
public final class HttpResponse {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private HttpResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * An answer of a server.
     *
     * @param body is not copied and must not change any more
     */
    public static HttpResponse of(int status, HttpHeaders headers, byte[] body) {
        return new HttpResponse(status, headers, body);
    }

    /** An answer with a text in UTF-8 and no headers. */
    public static HttpResponse of(int status, String body) {
        return of(status, HttpHeaders.NONE, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The status, 100 to 599 with servers that keep to the rules. */
    public int status() {
        return status;
    }

    /** Whether the status is one of success, 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body, decompressed; not a copy. */
    public byte[] body() {
        return body;
    }

    /** The body read as UTF-8, for people and tests. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and size: bodies hold account data. */
    @Override
    public String toString() {
        return "HttpResponse " + status + ", " + body.length + " bytes";
    }
}
