package io.ttquant.exchanges.emulator.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a {@link Call}. Its text form shows no body, which may hold account data. */
public final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer in JSON. */
    public static Reply json(int status, String json) {
        return text(status, "application/json;charset=UTF-8", json);
    }

    /** An answer of any type. */
    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a header more. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** Its status. */
    public int status() {
        return status;
    }

    /** Its headers by name. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** Its body; not a copy. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "Reply " + status + ", " + body.length + " bytes";
    }
}
