package io.ttquant.exchanges.emulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests of Alice as no code of ours makes them. */
final class ByHand {
    private final OkxFloor floor;

    ByHand(OkxFloor floor) {
        this.floor = floor;
    }

    /** The answer to a GET, whole. */
    JsonNode get(String target) {
        return send("GET", target, "");
    }

    /** The answer to a POST, whole; quotes of the body may be single ones. */
    JsonNode post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    /** The first item of a POST that must succeed. */
    JsonNode done(String path, String body) {
        JsonNode answer = post(path, body);
        assertThat(answer.path("code").asText()).as("%s", answer).isEqualTo("0");
        return answer.path("data").path(0);
    }

    private JsonNode send(String method, String target, String body) {
        String time = new DateTimeFormatterBuilder()
                .appendInstant(3)
                .toFormatter()
                .format(Instant.ofEpochMilli(floor.wire.millis()));
        HttpHeaders headers = HttpHeaders.NONE
                .with("OK-ACCESS-KEY", "aliceKey")
                .with("OK-ACCESS-PASSPHRASE", "alicePass")
                .with("OK-ACCESS-TIMESTAMP", time)
                .with("OK-ACCESS-SIGN", sign(time + method + target + body))
                .with("Content-Type", "application/json");
        HttpRequest request =
                HttpRequest.of(method, URI.create(floor.wire.http() + target)).withHeaders(headers);
        HttpResponse response =
                floor.wire.send(body.isEmpty() ? request : request.withBody(body.getBytes(StandardCharsets.UTF_8)));
        return Json.parse(response.text());
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("aliceSecret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
