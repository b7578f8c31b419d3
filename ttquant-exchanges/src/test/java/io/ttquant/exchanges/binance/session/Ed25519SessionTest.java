package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.binance.BinanceSocketRequests;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import io.ttquant.exchanges.transport.simulated.WebSocketHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sessions with an Ed25519 key, whose every signature the venue verifies with the public key. */
class Ed25519SessionTest {
    private final KeyPair pair;
    private final String pem;
    private final List<String> verified = new ArrayList<>();

    Ed25519SessionTest() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void verify(String what, String payload, String signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(pair.getPublic());
            verifier.update(payload.getBytes(StandardCharsets.UTF_8));
            assertThat(verifier.verify(Base64.getDecoder().decode(signature)))
                    .as("%s is signed over %s", what, payload)
                    .isTrue();
            verified.add(what);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void rest(HttpRequest request) {
        String query = request.uri().getRawQuery();
        String all = (query == null ? "" : query) + new String(request.body(), StandardCharsets.UTF_8);
        int at = all.lastIndexOf("&signature=");
        if (at >= 0) {
            String signature = URLDecoder.decode(all.substring(at + 11), StandardCharsets.UTF_8);
            verify(request.method() + " " + request.uri().getPath(), all.substring(0, at), signature);
        }
    }

    private void frame(String text) {
        JsonNode frame = Json.read(text.getBytes(StandardCharsets.UTF_8));
        Map<String, String> sorted = new TreeMap<>();
        frame.path("params")
                .properties()
                .forEach(p -> sorted.put(p.getKey(), p.getValue().asText()));
        String signature = sorted.remove("signature");
        if (signature != null) {
            StringBuilder payload = new StringBuilder();
            sorted.forEach((name, value) -> payload.append(payload.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(value));
            verify(Json.text(frame, "method"), payload.toString(), signature);
        }
    }

    private SessionHarness open(boolean isSpot) {
        Map<String, String> settings = SessionHarness.keys("live");
        settings.remove("secret");
        settings.put("private_key", pem);
        SessionHarness h = SessionHarness.open(isSpot, settings);
        h.network.serve(isSpot ? "api.binance.com" : "fapi.binance.com", request -> {
            rest(request);
            return h.venue.handle(request);
        });
        h.network.accept("ws-api.binance.com", new Verifying(h.venue.sockets));
        return h.seconds(5).attach().seconds(5);
    }

    @Test
    void aSpotSessionOpensHearsAndTrades() {
        SessionHarness h = open(true);
        assertThat(h.log.isTrading).isTrue();
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        h.venue.fill(h.venue.orders.get(0), "1", "100", true);
        h.seconds(1);
        assertThat(h.reports()).containsExactly("accepted a1", "filled a1 1000 @1000");
        assertThat(verified)
                .contains("userDataStream.subscribe.signature", "POST /api/v3/order", "GET /api/v3/account");
    }

    @Test
    void aFuturesSessionOpensAndTrades() {
        SessionHarness h = open(false);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        assertThat(h.reports()).containsExactly("accepted a1");
        assertThat(verified).contains("POST /fapi/v1/order");
    }

    @Test
    void aLogonOfTheSocketIsSigned() {
        BinanceSocketRequests requests = BinanceSocketRequests.spot(
                Credentials.of(Secret.of("key"), Secret.of(pem.strip())), () -> 1_700_000_000_000L, 5_000);
        frame(new String(requests.logOn("1").text(), StandardCharsets.UTF_8));
        assertThat(verified).containsExactly("session.logon");
    }

    /** Verifies every text before the venue has it. */
    private final class Verifying implements WebSocketHandler {
        private final WebSocketHandler venue;

        Verifying(WebSocketHandler venue) {
            this.venue = venue;
        }

        @Override
        public void opened(SimulatedPeer peer) {
            venue.opened(peer);
        }

        @Override
        public void message(SimulatedPeer peer, String text) {
            frame(text);
            venue.message(peer, text);
        }

        @Override
        public void closed(SimulatedPeer peer) {
            venue.closed(peer);
        }
    }
}
