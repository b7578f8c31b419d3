package io.ttquant.exchanges.binance;

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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message that Binance sent decodes, and to what the plain way by Jackson's tree says. */
class BinanceMarketFixturesTest {
    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final Map<String, BinanceFrame> KINDS = Map.of(
            "trade", BinanceFrame.TRADE,
            "aggTrade", BinanceFrame.TRADE,
            "bookTicker", BinanceFrame.QUOTE,
            "depthUpdate", BinanceFrame.BOOK,
            "kline", BinanceFrame.BAR,
            "markPriceUpdate", BinanceFrame.MARK,
            "24hrTicker", BinanceFrame.TICKER,
            "24hrMiniTicker", BinanceFrame.TICKER,
            "serverShutdown", BinanceFrame.SHUTDOWN);

    private final List<String> fast = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final BinanceMarketDecoder decoder = new BinanceMarketDecoder();
    private final Map<String, SymbolFeed> plainFeeds = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot/ws", "binance-usdm/ws"})
    void everyFrame(String folder) {
        List<Frame> frames = FixtureFrames.of(folder);
        frames.forEach(frame -> know(Fixtures.json(frame.bytes())));
        PlainBinanceMarket plainly = new PlainBinanceMarket(plainFeeds);
        Map<BinanceFrame, Integer> counts = new TreeMap<>();
        for (Frame frame : frames) {
            byte[] bytes = frame.bytes();
            BinanceFrame kind = decoder.decode(bytes, 0, bytes.length, NOW);
            plainly.decode(bytes, NOW);

            counts.merge(kind, 1, Integer::sum);
            assertThat(fast).as(frame.toString()).isEqualTo(plain);
            requireKind(frame, kind);
            fast.clear();
            plain.clear();
        }
        assertThat(counts.get(BinanceFrame.TRADE)).isGreaterThan(9_000);
        assertThat(counts.get(BinanceFrame.BOOK)).isGreaterThan(3_000);
    }

    private static void requireKind(Frame frame, BinanceFrame kind) {
        JsonNode root = Fixtures.json(frame.bytes());
        JsonNode data =
                root.path("data").isArray() ? root.get("data").get(0) : root.has("data") ? root.get("data") : root;
        BinanceFrame expected = KINDS.get(data.path("e").asText());
        if (expected != null) {
            assertThat(kind).as(frame.toString()).isEqualTo(expected);
        } else if (data.has("lastUpdateId")) {
            assertThat(kind).as(frame.toString()).isEqualTo(BinanceFrame.BOOK);
        } else if (root.has("result") || root.has("error")) {
            assertThat(kind).as(frame.toString()).isEqualTo(BinanceFrame.ANSWER);
        }
    }

    private void know(JsonNode root) {
        JsonNode data = root.has("data") ? root.get("data") : root;
        (data.isArray() ? data : List.of(data)).forEach(e -> know(e.path("s").asText()));
        String stream = root.path("stream").asText();
        if (stream.contains("@")) {
            know(stream.substring(0, stream.indexOf('@')).toUpperCase(Locale.ROOT));
        }
    }

    private void know(String symbol) {
        if (!symbol.isEmpty() && !plainFeeds.containsKey(symbol)) {
            String[] bars = {"1m", "1M", "1d"};
            decoder.feed(symbol, new SinkLog(symbol, 8, 8, fast).feed(bars));
            plainFeeds.put(symbol, new SinkLog(symbol, 8, 8, plain).feed(bars));
        }
    }
}
