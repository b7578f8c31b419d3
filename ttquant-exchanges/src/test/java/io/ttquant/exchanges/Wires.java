package io.ttquant.exchanges;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.request.RestRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests taken apart, and signatures computed the plain way. */
public final class Wires {
    private Wires() {}

    /** Parameters of a query or form, decoded. */
    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    /** Fields of a JSON object as texts. */
    public static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    /** All headers. */
    public static Map<String, String> headers(RestRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers(headers::put);
        return headers;
    }

    /** The body as text. */
    public static String body(RestRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** HMAC-SHA256 in hexadecimal. */
    public static String hex(String secret, String text) {
        return HexFormat.of().formatHex(hmac(secret, text));
    }

    /** HMAC-SHA256 in Base64. */
    public static String base64(String secret, String text) {
        return Base64.getEncoder().encodeToString(hmac(secret, text));
    }

    private static byte[] hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
