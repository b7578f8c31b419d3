package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.FixtureFrames.Frame;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every message that OKX sent decodes, and to what the plain way by Jackson's tree says. */
class OkxMarketFixturesTest {
    private static final long NOW = 1_800_000_000_000_000_000L;

    private final List<String> fast = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final OkxMarketDecoder decoder = new OkxMarketDecoder();
    private final Map<String, SymbolFeed> plainFeeds = new HashMap<>();

    @Test
    void everyFrame() {
        List<Frame> frames = FixtureFrames.of("okx/ws");
        frames.forEach(this::know);
        PlainOkxMarket plainly = new PlainOkxMarket(plainFeeds);
        Map<OkxFrame, Integer> counts = new TreeMap<>();
        for (Frame frame : frames) {
            byte[] bytes = frame.bytes();
            OkxFrame kind = decoder.decode(bytes, 0, bytes.length, NOW);
            plainly.decode(bytes, NOW);

            counts.merge(kind, 1, Integer::sum);
            assertThat(fast).as(frame.toString()).isEqualTo(plain);
            requireKind(frame, kind);
            fast.clear();
            plain.clear();
        }
        assertThat(counts.get(OkxFrame.TRADE)).isGreaterThanOrEqualTo(106);
        assertThat(counts.get(OkxFrame.BOOK)).isGreaterThanOrEqualTo(1504 + 191);
    }

    private void requireKind(Frame frame, OkxFrame kind) {
        if (frame.text().equals("pong")) {
            assertThat(kind).isEqualTo(OkxFrame.PONG);
            return;
        }
        JsonNode root = Fixtures.json(frame.bytes());
        if (root.has("event")) {
            assertThat(kind).as(frame.toString()).isEqualTo(OkxFrame.EVENT);
            OkxEvent event = decoder.event();
            assertThat(event.event()).isEqualTo(root.get("event").asText());
            assertThat(event.code()).isEqualTo(root.path("code").asText());
            assertThat(event.message()).isEqualTo(root.path("msg").asText());
            assertThat(event.isError())
                    .as(frame.toString())
                    .isEqualTo(event.event().contains("error"));
            assertThat(event.channel())
                    .isEqualTo(root.path("arg")
                            .path("channel")
                            .asText(root.path("channel").asText()));
        } else if (root.path("arg").path("channel").asText().startsWith("candle")) {
            assertThat(kind).isEqualTo(OkxFrame.BAR);
        } else if (root.has("op")) {
            assertThat(kind).isEqualTo(OkxFrame.ANSWER);
        }
    }

    private void know(Frame frame) {
        if (frame.text().equals("pong")) {
            return;
        }
        JsonNode argument = Fixtures.json(frame.bytes()).path("arg");
        String symbol = argument.path("instId").asText();
        if (!symbol.isEmpty() && !plainFeeds.containsKey(symbol)) {
            String[] bars = {"1m", "1D", "1H"};
            SymbolFeed feed = new SinkLog(symbol, 10, 8, fast).feed(bars);
            decoder.feed(symbol, feed);
            decoder.feedIndex(symbol, feed);
            plainFeeds.put(symbol, new SinkLog(symbol, 10, 8, plain).feed(bars));
        }
    }
}
