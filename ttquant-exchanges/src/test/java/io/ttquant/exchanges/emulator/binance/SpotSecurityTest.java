package io.ttquant.exchanges.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of both kinds, rights and limits of the Spot front. */
class SpotSecurityTest {
    private static final BinanceLimits FEW = new BinanceLimits(120, 2, 100);

    private final KeyPair pair = pair();
    private Wire wire;

    @BeforeEach
    void start() {
        wire = Wire.simulated(
                (clock, turns) -> {
                    Exchange exchange = new Exchange(ExchangeRules.binanceSpot(), clock);
                    exchange.operator()
                            .market(Market.spot(
                                    "BTCUSDT", "BTC", "USDT", PriceRule.tick("0.01"), QuantityRule.lot("0.001")));
                    String pem = "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(pair.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n";
                    exchange.accounts()
                            .open(AccountSpec.of(
                                    "alice",
                                    ApiKey.trading("hmac", "secret", ""),
                                    ApiKey.trading("ed25519", pem, ""),
                                    ApiKey.trading("reader", "secret", "").with(Set.of(Permission.READ), false)));
                    exchange.accounts().deposit("alice", "USDT", new java.math.BigDecimal("100000"));
                    return BinanceFront.spot(exchange, turns, FEW);
                },
                3);
    }

    @AfterEach
    void end() {
        wire.close();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String signed(String payload) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpResponse send(String method, String path, String key, String query, boolean isHmac) {
        String payload = query + (query.isEmpty() ? "" : "&") + "timestamp=" + wire.millis();
        String signature =
                isHmac ? Hmac.hex("secret", payload) : URLEncoder.encode(signed(payload), StandardCharsets.UTF_8);
        URI uri = URI.create(wire.http() + path + "?" + payload + "&signature=" + signature);
        return wire.send(HttpRequest.of(method, uri).withHeaders(HttpHeaders.of("X-MBX-APIKEY", key)));
    }

    @Test
    void takesSignaturesOfBothKindsAndNoOthers() {
        assertThat(send("GET", "/api/v3/account", "hmac", "", true).status()).isEqualTo(200);
        assertThat(send("GET", "/api/v3/account", "ed25519", "", false).status())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v3/account", "ed25519", "", true).text()).contains("-1022");
        assertThat(send("GET", "/api/v3/account", "hmac", "", false).text()).contains("-1022");
    }

    @Test
    void logsASessionOnWithAnEd25519KeyOnly() {
        Line line = wire.open(wire.ws() + "/ws-api/v3");
        String payload = "apiKey=ed25519&timestamp=" + wire.millis();
        line.send("{\"id\":1,\"method\":\"session.logon\",\"params\":{\"apiKey\":\"ed25519\",\"timestamp\":"
                + wire.millis() + ",\"signature\":\"" + signed(payload) + "\"}}");
        assertThat(line.next("\"id\":1")).contains("\"status\":200", "\"apiKey\":\"ed25519\"");
        line.send("{\"id\":2,\"method\":\"account.status\",\"params\":{\"timestamp\":" + wire.millis() + "}}");
        assertThat(line.next("\"id\":2")).contains("\"status\":200", "balances");
        line.send("{\"id\":3,\"method\":\"userDataStream.subscribe\"}");
        assertThat(line.next("\"id\":3")).contains("\"subscriptionId\":0");
        String hmac = "apiKey=hmac&timestamp=" + wire.millis();
        Line other = wire.open(wire.ws() + "/ws-api/v3");
        other.send("{\"id\":4,\"method\":\"session.logon\",\"params\":{\"apiKey\":\"hmac\",\"timestamp\":"
                + hmac.substring(hmac.lastIndexOf('=') + 1) + ",\"signature\":\"" + Hmac.hex("secret", hmac) + "\"}}");
        assertThat(other.next("\"id\":4")).contains("\"status\":400");
    }

    @Test
    void letsAKeyThatMayReadOnlyNotTrade() {
        assertThat(send("GET", "/sapi/v1/account/apiRestrictions", "reader", "", true)
                        .text())
                .contains("\"ipRestrict\":false", "\"enableSpotAndMarginTrading\":false");
        HttpResponse refused = send("DELETE", "/api/v3/order", "reader", "symbol=BTCUSDT&origClientOrderId=x", true);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("-2015");
    }

    @Test
    void refusesOrdersBeyondTheLimitUntilTheWindowIsOver() {
        String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=100";
        assertThat(send("POST", "/api/v3/order", "hmac", order, true).status()).isEqualTo(200);
        assertThat(send("POST", "/api/v3/order", "hmac", order, true).status()).isEqualTo(200);
        HttpResponse third = send("POST", "/api/v3/order", "hmac", order, true);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.text()).contains("-1015");
        long wait = Long.parseLong(third.headers().first("Retry-After"));
        wire.pass(java.time.Duration.ofSeconds(wait));
        assertThat(send("POST", "/api/v3/order", "hmac", order, true).status()).isEqualTo(200);
    }

    @Test
    void refusesWeightBeyondTheLimitAndThenBansTheAddress() {
        HttpResponse last = null;
        for (int i = 0; i < 7; i++) {
            last = wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/api/v3/exchangeInfo")));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Json.parse(last.text()).path("code").asInt()).isEqualTo(-1003);
        for (int i = 0; i < 101; i++) {
            last = wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/api/v3/ping")));
        }
        assertThat(last.status()).isEqualTo(418);
        assertThat(last.text()).contains("banned until");
        assertThat(last.headers().first("Retry-After")).isNotNull();
    }
}
