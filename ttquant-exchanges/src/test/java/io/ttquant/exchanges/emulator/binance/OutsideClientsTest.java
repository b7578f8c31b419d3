package io.ttquant.exchanges.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients that others wrote ask of the fronts of Binance, and our own do not. */
class OutsideClientsTest {
    private Wire wire;

    @AfterEach
    void end() {
        wire.close();
    }

    private JsonNode ask(String method, String path, String query) {
        String payload = query + (query.isEmpty() ? "" : "&") + "timestamp=" + wire.millis();
        URI uri = URI.create(wire.http() + path + "?" + payload + "&signature=" + Hmac.hex("aliceSecret", payload));
        HttpHeaders headers = HttpHeaders.of("X-MBX-APIKEY", "aliceKey");
        return Json.parse(
                wire.send(HttpRequest.of(method, uri).withHeaders(headers)).text());
    }

    private UsdmDesk futures() {
        UsdmDesk desk = new UsdmDesk();
        wire = Wire.simulated(desk::make, 5);
        desk.connect(wire);
        return desk;
    }

    @Test
    void tellsTheFeesOfOneSpotMarketAndOfAll() {
        SpotDesk desk = new SpotDesk();
        wire = Wire.simulated(desk::make, 5);
        desk.connect(wire);
        JsonNode all = ask("GET", "/sapi/v1/asset/tradeFee", "");
        assertThat(all.path(0).path("symbol").asText()).isEqualTo("BTCUSDT");
        assertThat(all.path(0).path("takerCommission").asText()).startsWith("0.00");
        assertThat(ask("GET", "/sapi/v1/asset/tradeFee", "symbol=BTCUSDT")).hasSize(1);
    }

    @Test
    void takesAConditionalLimitOrderWithoutALife() {
        futures();
        JsonNode placed = ask(
                "POST",
                "/fapi/v1/algoOrder",
                "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP&quantity=0.1&price=28900&triggerPrice=29000");
        assertThat(placed.path("timeInForce").asText()).isEqualTo("GTC");
        assertThat(ask("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.1&price=28900")
                        .path("code")
                        .asInt())
                .as("an ordinary one must say it")
                .isEqualTo(-1102);
    }

    @Test
    void cancelsAListInEitherSpelling() {
        UsdmDesk desk = futures();
        desk.data(desk.requests.place("a", desk.limit(Side.BUY, "30000", "0.5").request()));
        long id = ask("GET", "/fapi/v1/openOrders", "").path(0).path("orderId").asLong();
        String list = URLEncoder.encode("[\"" + id + "\"]", StandardCharsets.UTF_8);
        JsonNode ended = ask("DELETE", "/fapi/v1/batchOrders", "symbol=BTCUSDT&orderidlist=" + list);
        assertThat(ended.path(0).path("status").asText()).isEqualTo("CANCELED");
    }

    @Test
    void tellsAnAccountOverACombinedStreamByItsListenKey() {
        UsdmDesk desk = futures();
        String key = desk.data(desk.requests.newListenKey()).path("listenKey").asText();
        Line line = desk.wire.open(desk.wire.ws() + "/private/stream?listenKey=" + key);
        desk.data(
                desk.requests.place("u-1", desk.limit(Side.BUY, "30000", "0.5").request()));
        assertThat(line.next("ORDER_TRADE_UPDATE")).contains("\"stream\":\"" + key + "\"", "\"c\":\"u-1\"");
    }

    @Test
    void tellsAnAccountToWhomeverSubscribesToItsListenKey() {
        UsdmDesk desk = futures();
        String key = desk.data(desk.requests.newListenKey()).path("listenKey").asText();
        Line line = desk.wire.open(desk.wire.ws() + "/private/stream");
        line.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"no-such-key\",\"" + key + "\"],\"id\":1}");
        assertThat(line.next("\"id\":1")).contains("\"result\":null");
        desk.data(
                desk.requests.place("u-1", desk.limit(Side.BUY, "30000", "0.5").request()));
        assertThat(line.next("ORDER_TRADE_UPDATE")).contains("\"stream\":\"" + key + "\"", "\"c\":\"u-1\"");
    }

    @Test
    void namesAssetsThatCannotBeDepositedOrWithdrawn() {
        SpotDesk desk = new SpotDesk();
        wire = Wire.simulated(desk::make, 5);
        desk.connect(wire);
        JsonNode bitcoin = ask("GET", "/sapi/v1/asset/assetDetail", "").path("BTC");
        assertThat(bitcoin.path("withdrawStatus").asBoolean(true)).isFalse();
    }
}
