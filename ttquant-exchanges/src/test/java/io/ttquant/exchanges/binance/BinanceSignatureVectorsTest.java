package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.WireBuffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that the documentation, the venue's own client and independent clients give. */
class BinanceSignatureVectorsTest {
    private static final List<String> FOLDERS = List.of("binance-spot/request-vectors", "binance-usdm/request-vectors");

    @Test
    void signaturesOfTheDocumentationAreReproduced() {
        for (String folder : FOLDERS) {
            for (JsonNode known : Fixtures.json(Fixtures.folder(folder).resolve("documented-hmac.json"))) {
                assertThat(sign(
                                known.get("secretKey").asText(),
                                known.get("payload").asText(),
                                true))
                        .as(known.get("name").asText())
                        .isEqualTo(known.get("signature").asText());
            }
        }
    }

    @Test
    void signaturesOfTheVenuesOwnClientAreReproduced() {
        int compared = 0;
        for (String folder : FOLDERS) {
            for (JsonNode known : Fixtures.lines(folder, "connector-java-hmac.jsonl")) {
                assertThat(sign(
                                known.get("secretKey").asText(),
                                known.get("payload").asText(),
                                true))
                        .as(known.get("name").asText())
                        .isEqualTo(known.get("signature").asText());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(21 + 44);
    }

    @Test
    void signaturesOfOtherClientsAreReproduced() {
        int compared = 0;
        for (String folder : FOLDERS) {
            for (JsonNode line : Fixtures.lines(folder, "npm-clients-frozen-clock.jsonl")) {
                if (line.has("prehash")) {
                    String all = line.toString();
                    assertThat(all)
                            .contains(sign(
                                    line.get("secretKey").asText(),
                                    line.get("prehash").asText(),
                                    true));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(35);
    }

    @Test
    void privateKeysSignAsTheVenuesOwnClientDoes() {
        for (JsonNode known : Fixtures.json(
                Fixtures.folder("binance-spot/request-vectors").resolve("connector-java-rest-ed25519-rsa.json"))) {
            String pem = known.get("privateKeyPem").asText();
            String signature = known.get("signature").asText();

            assertThat(sign(pem, known.get("payload").asText(), false))
                    .as(known.get("algorithm").asText())
                    .isEqualTo(signature);
            assertThat(sign(pem, known.get("payload").asText(), true))
                    .isEqualTo(URLEncoder.encode(signature, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot/request-vectors", "binance-usdm/request-vectors"})
    void framesOfTheWebSocketApiAreThoseOfTheVenuesOwnClient(String folder) {
        JsonNode file = Fixtures.json(Fixtures.folder(folder).resolve("connector-java-wsapi-ed25519.json"));
        BinanceSocketRequests ours = BinanceSocketRequests.spot(
                BinanceSamples.credentials("apiKey", file.get("privateKeyPem").asText()), () -> 0, 5_000);
        for (JsonNode known : file.get("vectors")) {
            JsonNode frame = known.get("frame");
            SocketFields f = new SocketFields();
            frame.get("params").properties().forEach(p -> {
                if (!p.getKey().equals("signature") && !p.getKey().equals("apiKey")) {
                    f.text(p.getKey(), p.getValue().asText());
                }
            });

            JsonNode made = Fixtures.json(
                    ours.frame(frame.get("id").asText(), known.get("method").asText(), f, Cost.of("ip", 1), 0)
                            .text());

            assertThat(made).as(known.get("method").asText()).isEqualTo(frame);
        }
    }

    @Test
    void theSubscriptionToUserDataIsReproduced() {
        for (JsonNode line : Fixtures.lines("binance-spot/request-vectors", "npm-clients-frozen-clock.jsonl")) {
            JsonNode frame = line.at("/ws/frame").asText().contains("userDataStream")
                    ? Fixtures.json(line.at("/ws/frame").asText().getBytes(StandardCharsets.UTF_8))
                    : null;
            if (frame != null) {
                BinanceSocketRequests ours =
                        BinanceSocketRequests.spot(BinanceSamples.credentials(), () -> BinanceSamples.NOW, 10_000);
                assertThat(Fixtures.json(ours.subscribeUserData("1").text())).isEqualTo(frame);
            }
        }
    }

    private static String sign(String secret, String payload, boolean isInUrl) {
        WireBuffer text = new WireBuffer().put(payload);
        WireBuffer out = new WireBuffer();
        BinanceSigner.of(BinanceSamples.credentials("key", secret)).sign(text, 0, text.length(), out, isInUrl);
        return out.ascii(0, out.length());
    }
}
