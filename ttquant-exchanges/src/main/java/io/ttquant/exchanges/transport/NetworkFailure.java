package io.ttquant.exchanges.transport;

/**
 * Why there is no answer, or no connection any more. What a failed order became is unknown, unless {@link #mayHaveLeft()} is false: then the
 * server cannot have it.
 *
 * @param kind the kind of failure
 * @param mayHaveLeft whether a byte of the request may have left this machine
 * @param status the status of the answer, if that much of it came: with {@link Kind#REFUSED} and {@link Kind#TOO_LARGE}; otherwise 0
 * @param retryAfter when the server wants to be asked again, as its header {@code Retry-After} says it: with {@link
 *     Kind#REFUSED}; else empty
 * @param message what happened, for people; without query, headers or body of the request
 */
public record NetworkFailure(Kind kind, boolean mayHaveLeft, int status, String retryAfter, String message) {
    /** A failure without an answer's status. */
    public NetworkFailure(Kind kind, boolean mayHaveLeft, String message) {
        this(kind, mayHaveLeft, 0, "", message);
    }

    /** A failure of an answer that does not say when to come again. */
    public NetworkFailure(Kind kind, boolean mayHaveLeft, int status, String message) {
        this(kind, mayHaveLeft, status, "", message);
    }

    /** Kinds of failures. */
    public enum Kind {
        /** The host's name was not resolved. */
        UNRESOLVED,
        /** No connection came about: refused, no route, or not in time. */
        UNREACHABLE,
        /** The proxy refused, or did not speak its protocol. */
        PROXY,
        /** No secure connection came about: certificate, host name, protocol. */
        TLS,
        /** The time of the request was over. */
        TIMEOUT,
        /** The connection broke, or what came was not the protocol. */
        BROKEN,
        /** The answer has more bytes than its ceiling, or a stream is further behind than its ceiling. */
        TOO_LARGE,
        /** The server does not open a WebSocket here; its status is in the message. */
        REFUSED
    }
}
