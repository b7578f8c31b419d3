package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.FixtureFrames.Frame;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every private message that Binance sent or documents decodes, and to what the plain way by Jackson's tree says. */
class BinanceUserFixturesTest {
    private final UserLog fast = new UserLog();
    private final UserLog plain = new UserLog();
    private final BinanceUserDecoder decoder = new BinanceUserDecoder(fast);

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot/ws", "binance-usdm/ws"})
    void everyFrame(String folder) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Frame frame : FixtureFrames.of(folder)) {
            if (frame.file().contains(".tsv")) {
                continue;
            }
            byte[] bytes = frame.bytes();
            BinanceFrame kind = decoder.decode(bytes, 0, bytes.length);
            PlainBinanceUser.decode(bytes, plain);

            assertThat(fast.all).as(frame.toString()).isEqualTo(plain.all);
            fast.all.forEach(news -> counts.merge(news.getClass().getSimpleName(), 1, Integer::sum));
            requireAnswer(frame, kind);
            fast.all.clear();
            plain.all.clear();
        }
        assertThat(counts.get("BinanceOrderUpdate")).isGreaterThanOrEqualTo(5);
    }

    private void requireAnswer(Frame frame, BinanceFrame kind) {
        JsonNode root = Fixtures.json(frame.bytes());
        if (!root.has("result") && !root.has("error")) {
            return;
        }
        assertThat(kind).as(frame.toString()).isEqualTo(BinanceFrame.ANSWER);
        BinanceAnswer answer = decoder.answer();
        assertThat(answer.id())
                .isEqualTo(root.path("id").isNull() ? "" : root.path("id").asText());
        assertThat(answer.isError()).as(frame.toString()).isEqualTo(root.has("error"));
        assertThat(answer.code()).isEqualTo(root.path("error").path("code").asLong());
        assertThat(answer.message()).isEqualTo(root.path("error").path("msg").asText());
        assertThat(answer.status()).isEqualTo(root.path("status").asInt(root.has("error") ? 0 : 200));
    }

    @Test
    void recordedOrdersSayWhatTheirReportersSaw() {
        JsonNode spot = Fixtures.lines("binance-spot/ws", "issue-recorded-private.jsonl")
                .get(0);
        byte[] bytes = spot.get("message").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length);
        BinanceOrderUpdate order = (BinanceOrderUpdate) fast.all.get(0);

        JsonNode expected = spot.get("expected");
        assertThat(Long.toString(order.orderId())).isEqualTo(expected.get("id").asText());
        assertThat(order.ownClientId()).isEqualTo(expected.get("clientOrderId").asText());
        assertThat(order.quantity()).isEqualByComparingTo(expected.get("amount").asText());
        assertThat(order.filled()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(order.quoteQuantity()).isEqualByComparingTo("11");
        assertThat(order.isFill()).isFalse();
    }
}
