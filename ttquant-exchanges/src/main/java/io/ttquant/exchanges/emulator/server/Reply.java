package io.ttquant.exchanges.emulator.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The answer to a {@link Call}. Its text form shows no body, which may hold account data. */
public final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Duration delay;
    private final @Nullable Supplier<@Nullable Reply> later;

    private Reply(
            int status,
            Map<String, String> headers,
            byte[] body,
            Duration delay,
            @Nullable Supplier<@Nullable Reply> later) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delay = delay;
        this.later = later;
    }

    /** An answer that is worked out, and given, only once a time has passed. */
    public static Reply later(Duration delay, Supplier<@Nullable Reply> answer) {
        return new Reply(0, Map.of(), new byte[0], delay, answer);
    }

    /** The same, given only once a time has passed. */
    public Reply after(Duration delay) {
        return new Reply(status, headers, body, delay, later);
    }

    /** How long it is held back; zero for most. */
    Duration delay() {
        return delay;
    }

    /** What is sent once it was held back; null for nothing. */
    @Nullable
    Reply due() {
        return later == null ? this : later.get();
    }

    /** An answer in JSON. */
    public static Reply json(int status, String json) {
        return text(status, "application/json;charset=UTF-8", json);
    }

    /** An answer of any type. */
    public static Reply text(int status, String contentType, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", contentType),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ZERO,
                null);
    }

    /** The same with a header more. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, delay, later);
    }

    /** The same with another text. */
    public Reply changed(UnaryOperator<String> change) {
        byte[] changed = change.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return new Reply(status, headers, changed, delay, later);
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
