package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.NetworkFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Failures in our words. */
final class Failures {
    private Failures() {}

    /** @param what the request without secrets */
    static NetworkFailure of(IOException e, String what, HttpHeaders secret, URI uri, CallTrace trace) {
        boolean mayHaveLeft = trace.mayHaveLeft();
        Kind kind = kind(e, mayHaveLeft, trace.isConnecting());
        return new NetworkFailure(kind, mayHaveLeft, what + ": " + text(e, secret, uri));
    }

    /** Of a WebSocket, whose handshake carries no order. */
    static NetworkFailure ofSocket(Throwable e, String what, HttpHeaders secret, URI uri, boolean wasOpen) {
        return new NetworkFailure(kind(e, wasOpen, !wasOpen), wasOpen, what + ": " + text(e, secret, uri));
    }

    private static Kind kind(Throwable e, boolean mayHaveLeft, boolean isConnecting) {
        if (e instanceof ProxyException || isTunnelRefusal(e)) {
            return Kind.PROXY;
        }
        if (e instanceof OversizedMessageException) {
            return Kind.TOO_LARGE;
        }
        if (e instanceof UnknownHostException) {
            return Kind.UNRESOLVED;
        }
        if (mayHaveLeft) {
            return e instanceof InterruptedIOException ? Kind.TIMEOUT : Kind.BROKEN;
        }
        if (e instanceof SSLException) {
            return Kind.TLS;
        }
        if (e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof SocketTimeoutException) {
            return Kind.UNREACHABLE;
        }
        if (e instanceof InterruptedIOException) {
            return isConnecting ? Kind.UNREACHABLE : Kind.TIMEOUT;
        }
        return Kind.BROKEN;
    }

    /** OkHttp has no type for it. */
    private static boolean isTunnelRefusal(Throwable e) {
        String message = e.getMessage();
        return message != null && (message.contains("CONNECT") || message.contains("authenticate with proxy"));
    }

    /** The message of an exception, unless it has something in it that came from the request. */
    private static String text(Throwable e, HttpHeaders secret, URI uri) {
        String name = e.getClass().getSimpleName();
        String message = e.getMessage();
        if (message == null || (uri.getRawQuery() != null && message.contains(uri.getRawQuery()))) {
            return name;
        }
        boolean[] leaks = {false};
        secret.forEach((header, value) -> leaks[0] |= message.contains(value));
        return leaks[0] ? name : name + " " + message;
    }
}
