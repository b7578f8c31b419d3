package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import org.jspecify.annotations.Nullable;

/** An error as Binance tells it. */
final class VenueError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final int code;
    final String text;
    /** What the answer holds besides. */
    final transient @Nullable ObjectNode data;
    /** Seconds after which to try again; 0 for no word about it. */
    final long retryAfter;

    VenueError(int status, int code, String text, @Nullable ObjectNode data, long retryAfter) {
        super(code + " " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.data = data;
        this.retryAfter = retryAfter;
    }

    static VenueError of(int code, String text) {
        return new VenueError(400, code, text, null, 0);
    }

    static VenueError unauthorized(int code, String text) {
        return new VenueError(401, code, text, null, 0);
    }

    static VenueError missing(String name) {
        return of(-1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    static VenueError notRequired(String name) {
        return of(-1106, "Parameter '" + name + "' sent when not required.");
    }

    static VenueError illegal(String name, String range) {
        return of(-1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + range + "'.");
    }

    static VenueError symbol() {
        return of(-1121, "Invalid symbol.");
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("code", code).put("msg", text);
        if (data != null) {
            body.set("data", data);
        }
        return body;
    }
}
