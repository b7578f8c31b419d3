package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments of a request: of its query, or of one object of its body; all are texts. */
final class Args {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,24}(\\.[0-9]{1,24})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}");

    private final JsonNode fields;

    Args(JsonNode fields) {
        this.fields = fields;
    }

    static Args ofQuery(String query) {
        ObjectNode fields = Json.object();
        StringTokenizer pairs = new StringTokenizer(query, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return new Args(fields);
    }

    /** An argument that may be absent; empty is as if absent. */
    @Nullable
    String find(String name) {
        JsonNode value = fields.path(name);
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
        return text.isEmpty() ? null : text;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    String text(String name) {
        String value = find(name);
        if (value == null) {
            throw OkxError.missing(name);
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
            throw OkxError.parameter(name);
        }
        return new BigDecimal(value);
    }

    BigDecimal decimal(String name) {
        BigDecimal value = findDecimal(name);
        if (value == null) {
            throw OkxError.missing(name);
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
            throw OkxError.parameter(name);
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException tooLarge) {
            throw OkxError.parameter(name);
        }
    }

    long whole(String name, long otherwise) {
        Long value = findWhole(name);
        return value == null ? otherwise : value;
    }

    boolean flag(String name) {
        return "true".equals(find(name));
    }

    int limit(int otherwise, int most) {
        return (int) Math.min(most, Math.max(1, whole("limit", otherwise)));
    }

    JsonNode at(String name) {
        return fields.path(name);
    }
}
