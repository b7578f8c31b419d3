package io.ttquant.exchanges.emulator.okx;

import static io.ttquant.exchanges.emulator.exchange.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import io.ttquant.exchanges.emulator.server.Calls;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.okx.OkxAccountDecoder;
import io.ttquant.exchanges.okx.OkxAccountSink;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.okx.OkxOrderUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our decoder reads all that the front tells an account; a socket that says nothing is closed. */
class DecodedNewsTest {
    private final OkxFloor floor = new OkxFloor();

    @Test
    void ofOrdersAccountsAndPositions() {
        Calls calls = new Calls();
        OkxAccountDecoder decoder = new OkxAccountDecoder(calls.sink(OkxAccountSink.class));
        try (Wire wire = Wire.simulated(floor::make, 5)) {
            floor.connect(wire);
            Line line = floor.open("private");
            OkxFloor.subscribe(line, "\"channel\":\"orders\",\"instType\":\"ANY\"");
            OkxFloor.subscribe(line, "\"channel\":\"account\"");
            OkxFloor.subscribe(line, "\"channel\":\"positions\",\"instType\":\"ANY\"");
            OkxFloor.subscribe(line, "\"channel\":\"balance_and_position\"");
            floor.bob("BTC-USDT-SWAP", SELL, "30000", "5");
            floor.result(floor.requests.place(
                    "d1", OkxFloor.limit(floor.swap(), Side.BUY, "30000", "7").request()));
            floor.result(floor.requests.cancel("BTC-USDT-SWAP", "d1"));
            wire.pass(Duration.ofSeconds(1));
            for (String text : line.rest()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertThat(decoder.decode(bytes, 0, bytes.length)).as(text).isEqualTo(OkxFrame.ACCOUNT);
            }
            List<OkxOrderUpdate> updates = calls.all(OkxOrderUpdate.class);
            assertThat(updates).hasSize(3);
            assertThat(updates.get(1).isFill()).isTrue();
            assertThat(updates.get(1).fillFee()).isEqualByComparingTo("-1.5");
            assertThat(calls.names())
                    .contains("balances", "positions", "balancesAndPositions")
                    .doesNotContain("other");
        }
    }

    @Test
    void ofASocketThatIsSilentForHalfAMinute() {
        try (Wire wire = Wire.simulated(floor::make, 5)) {
            floor.connect(wire);
            Line silent = floor.open("private");
            Line talking = floor.open("private");
            wire.pass(Duration.ofSeconds(20));
            talking.send("ping");
            wire.pass(Duration.ofSeconds(15));
            assertThat(silent.end()).startsWith("closed 4004");
            assertThat(talking.end()).isEmpty();
        }
    }
}
