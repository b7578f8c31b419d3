package io.ttquant.exchanges.emulator.binance;

import static io.ttquant.exchanges.emulator.exchange.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import io.ttquant.exchanges.binance.BinanceFrame;
import io.ttquant.exchanges.binance.BinanceOrderUpdate;
import io.ttquant.exchanges.binance.BinanceUserDecoder;
import io.ttquant.exchanges.binance.BinanceUserSink;
import io.ttquant.exchanges.emulator.server.Calls;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our decoder reads all that the fronts tell an account. */
class DecodedEventsTest {
    private final Calls calls = new Calls();
    private final BinanceUserDecoder decoder = new BinanceUserDecoder(calls.sink(BinanceUserSink.class));

    private void decode(Line line) {
        for (String text : line.rest()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(decoder.decode(bytes, 0, bytes.length)).as(text).isIn(BinanceFrame.USER, BinanceFrame.ANSWER);
        }
    }

    private void assertFill() {
        List<BinanceOrderUpdate> updates = calls.all(BinanceOrderUpdate.class);
        assertThat(updates).hasSizeGreaterThanOrEqualTo(4);
        BinanceOrderUpdate fill =
                updates.stream().filter(BinanceOrderUpdate::isFill).findFirst().orElseThrow();
        assertThat(fill.lastPrice()).isEqualByComparingTo("30000");
        assertThat(calls.names()).doesNotContain("other");
    }

    @Test
    void ofSpot() {
        SpotDesk desk = new SpotDesk();
        try (Wire wire = Wire.simulated(desk::make, 5)) {
            desk.connect(wire);
            Line line = wire.open(wire.ws() + "/ws-api/v3");
            line.send(new String(desk.frames.subscribeUserData("s").text(), StandardCharsets.UTF_8));
            line.next("\"id\":\"s\"");
            desk.data(desk.requests.place(
                    "d-1", desk.limit(Side.BUY, "30000", "0.5").request()));
            desk.bob(SELL, "30000", "0.2");
            desk.data(desk.requests.cancel("BTCUSDT", "d-1"));
            desk.data(desk.requests.place(
                    "d-2", desk.limit(Side.BUY, "30000", "0.5").request()));
            wire.pass(Duration.ofSeconds(1));
            decode(line);
            assertFill();
            assertThat(calls.names()).contains("balances");
        }
    }

    @Test
    void ofFutures() {
        UsdmDesk desk = new UsdmDesk();
        try (Wire wire = Wire.simulated(desk::make, 5)) {
            desk.connect(wire);
            String key =
                    desk.data(desk.requests.newListenKey()).path("listenKey").asText();
            Line line = wire.open(wire.ws() + "/private/ws?listenKey=" + key);
            desk.data(desk.requests.account().setLeverage("BTCUSDT", 10));
            desk.data(desk.requests.place(
                    "d-1", desk.limit(Side.BUY, "30000", "0.5").request()));
            desk.bob(SELL, "30000", "0.2");
            desk.data(desk.requests.cancel("BTCUSDT", "d-1"));
            desk.data(desk.requests.place(
                    "d-2", desk.limit(Side.BUY, "29000", "0.5").request()));
            wire.pass(Duration.ofSeconds(1));
            List<String> seen = line.rest();
            for (String text : seen) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertThat(decoder.decode(bytes, 0, bytes.length)).as(text).isEqualTo(BinanceFrame.USER);
            }
            List<BinanceOrderUpdate> updates = calls.all(BinanceOrderUpdate.class);
            assertThat(updates.stream().filter(BinanceOrderUpdate::isFill)).hasSize(1);
            assertThat(calls.names()).contains("order", "tradeLite", "account");
        }
    }
}
