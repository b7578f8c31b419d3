package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.server.Call;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a request, and the text that its signature is of. */
final class Params {
    static final String SIGNATURE = "signature";
    private static final String DECIMAL_RANGE = "^([0-9]{1,20})(\\.[0-9]{1,20})?$";
    private static final Pattern DECIMAL = Pattern.compile(DECIMAL_RANGE);
    private static final String WHOLE_RANGE = "^[0-9]{1,19}$";
    private static final Pattern WHOLE = Pattern.compile(WHOLE_RANGE);

    private final Map<String, String> values;
    private final String payload;

    private Params(Map<String, String> values, String payload) {
        this.values = values;
        this.payload = payload;
    }

    /** Of a request: the query, then the body as a form; the query wins, and the signature is of both without a separator. */
    static Params of(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        String payload = read(call.query(), values) + read(call.text(), values);
        return new Params(values, payload);
    }

    /** Of a frame of the WebSocket API, whose signature is of all parameters by name. */
    static Params of(JsonNode fields) {
        Map<String, String> sorted = new TreeMap<>();
        fields.properties().forEach(field -> sorted.put(field.getKey(), text(field.getValue())));
        String payload = sorted.entrySet().stream()
                .filter(field -> !field.getKey().equals(SIGNATURE))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return new Params(sorted, payload);
    }

    /** Fields of an object within a request, such as an order of a batch. */
    static Params within(JsonNode fields) {
        return of(fields);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String read(String form, Map<String, String> values) {
        StringBuilder signed = new StringBuilder();
        StringTokenizer pairs = new StringTokenizer(form, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int at = pair.indexOf('=');
            String name = at < 0 ? pair : pair.substring(0, at);
            values.putIfAbsent(decoded(name), at < 0 ? "" : decoded(pair.substring(at + 1)));
            if (!name.equals(SIGNATURE)) {
                signed.append(signed.isEmpty() ? "" : "&").append(pair);
            }
        }
        return signed.toString();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw VenueError.of(-1100, "Illegal characters found in a parameter.");
        }
    }

    /** What is signed. */
    String payload() {
        return payload;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** A parameter that may be absent; empty is as if absent. The venue's own connector spells some in lower case, so the venue takes that too. */
    @Nullable
    String find(String name) {
        String exact = values.get(name);
        String value = exact == null ? values.get(name.toLowerCase(Locale.ROOT)) : exact;
        return value == null || value.isEmpty() ? null : value;
    }

    String text(String name) {
        String value = find(name);
        if (value == null) {
            throw VenueError.missing(name);
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = find(name);
        return value == null ? otherwise : value;
    }

    @Nullable
    BigDecimal findDecimal(String name) {
        String value = find(name);
        if (value == null) {
            return null;
        }
        if (!DECIMAL.matcher(value).matches()) {
            throw VenueError.illegal(name, DECIMAL_RANGE);
        }
        return new BigDecimal(value);
    }

    BigDecimal decimal(String name) {
        BigDecimal value = findDecimal(name);
        if (value == null) {
            throw VenueError.missing(name);
        }
        return value;
    }

    @Nullable
    Long findWhole(String name) {
        String value = find(name);
        if (value == null) {
            return null;
        }
        if (!WHOLE.matcher(value).matches()) {
            throw VenueError.illegal(name, WHOLE_RANGE);
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException tooLarge) {
            throw VenueError.illegal(name, WHOLE_RANGE);
        }
    }

    long whole(String name, long otherwise) {
        Long value = findWhole(name);
        return value == null ? otherwise : value;
    }

    long whole(String name) {
        Long value = findWhole(name);
        if (value == null) {
            throw VenueError.missing(name);
        }
        return value;
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(find(name));
    }

    /** A number of rows, at most what an endpoint gives. */
    int limit(int otherwise, int most) {
        return (int) Math.min(most, Math.max(1, whole("limit", otherwise)));
    }
}
