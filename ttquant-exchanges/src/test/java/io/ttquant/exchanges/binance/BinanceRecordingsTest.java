package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.ReplayedBook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Recorded sessions go from bytes through the venue's sequence rule into books: no gap, no crossed book, and after each change the best prices are those
 * that the stream of best bid and ask said at that change.
 */
class BinanceRecordingsTest {
    private final BinanceMarketDecoder decoder = new BinanceMarketDecoder();
    private final Map<Long, String> tickers = new TreeMap<>();
    private ReplayedBook book = new ReplayedBook("X", 8, 8, SequenceRule.trusted());
    private long agreed;
    private long seen;

    private void replay(String venue, String symbol, String file, String snapshot) {
        book = new ReplayedBook(
                symbol, 8, 8, venue.endsWith("spot") ? SequenceRule.binanceSpot() : SequenceRule.binanceFutures());
        List<String> lines = new String(
                        Fixtures.bytes(Fixtures.folder(venue + "/ws").resolve(file)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        lines.forEach(line -> ticker(symbol, line));
        decoder.feed(symbol, book.feed());
        agreed = 0;
        seen = 0;
        book.afterwards = this::compare;
        if (!snapshot.isEmpty()) {
            byte[] bytes = Fixtures.bytes(Fixtures.folder(venue + "/rest").resolve(snapshot));
            decoder.decodeBook(symbol, bytes, 0, bytes.length, 1);
        }
        for (String line : lines) {
            int tab = line.indexOf('\t');
            int text = line.indexOf('\t', tab + 1) + 1;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            long tsInit = Long.parseLong(line.substring(0, tab));
            if (line.startsWith("in", tab + 1)) {
                decoder.decode(bytes, text, bytes.length - text, tsInit);
            } else if (line.startsWith("rest", tab + 1)) {
                decoder.decodeBook(symbol, bytes, text, bytes.length - text, tsInit);
            }
        }
        assertThat(book.book.counters().gaps()).isZero();
        assertThat(book.book.counters().crossings()).isZero();
    }

    private void ticker(String symbol, String line) {
        if (line.contains("\tin\t{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT) + "@bookTicker")) {
            JsonNode e = Fixtures.json(line.substring(line.indexOf('{')).getBytes(StandardCharsets.UTF_8))
                    .get("data");
            List<String> best = new ArrayList<>();
            for (String field : List.of("b", "B", "a", "A")) {
                best.add(new BigDecimal(e.get(field).asText())
                        .stripTrailingZeros()
                        .toPlainString());
            }
            tickers.put(e.get("u").asLong(), String.join(" ", best));
        }
    }

    private void compare() {
        Map.Entry<Long, String> said = ((TreeMap<Long, String>) tickers).floorEntry(book.lastId());
        long applied = book.book.counters().applied();
        // A snapshot catches up with changes that came before it, so that its own id is behind.
        boolean isChange = applied == seen + 1 && !book.wasSnapshot();
        seen = applied;
        if (said != null && isChange) {
            assertThat(book.best()).as("at %s", book.lastId()).isEqualTo(said.getValue());
            agreed++;
        }
    }

    @Test
    void spotOf2024() {
        replay("binance-spot", "BTCUSDT", "btcusdt-depth-bookTicker-trade-20240808.tsv.gz", "");

        assertThat(agreed).isGreaterThan(3400);
        assertThat(book.trades).isEqualTo(9757);
        assertThat(book.quotes).isEqualTo(28040);
        assertThat(book.messages).isEqualTo(3451 + 1);
        assertThat(book.best()).isEqualTo("61685.99 1.0087 61686 2.29327");
    }

    @Test
    void futuresOf2024() {
        replay("binance-usdm", "BTCUSDT", "btcusdt-depth-bookTicker-trade-20240808.tsv.gz", "");

        assertThat(agreed).isGreaterThan(6400);
        assertThat(book.quotes).isEqualTo(66089);
        assertThat(book.messages).isEqualTo(6551 + 1);
        assertThat(book.trades).isEqualTo(21_313);
        assertThat(book.best()).isEqualTo("61659.7 1.486 61659.8 0.981");
    }

    @Test
    void spotOf2021() {
        combined("binance-spot", "XMRBTC", "combined-2021-08-14.tsv.gz", 138, 137, "0.005773 0.005 0.005779 3.1");
        combined("binance-spot", "FTMUSDT", "combined-2021-08-14.tsv.gz", 229, 222, "0.33936 1500 0.33962 1500");
        combined("binance-spot", "SXPBTC", "combined-2021-08-14.tsv.gz", 101, 94, "0.00007481 12 0.0000749 22");
        combined("binance-spot", "BADGERBTC", "combined-2021-08-14.tsv.gz", 78, 75, "0.0005835 54 0.0005863 7.69");
    }

    @Test
    void futuresOf2021() {
        combined("binance-usdm", "SUSHIUSDT", "combined-2021-07-22.tsv.gz", 255, 252, "7.612 303 7.616 267");
        combined("binance-usdm", "AKROUSDT", "combined-2021-07-22.tsv.gz", 189, 188, "0.01734 502 0.01735 50697");
        combined("binance-usdm", "KEEPUSDT", "combined-2021-07-22.tsv.gz", 135, 132, "0.2463 249 0.2467 9047");
        combined("binance-usdm", "CTKUSDT", "combined-2021-07-22.tsv.gz", 185, 180, "1.011 1698 1.012 10123");
    }

    private void combined(String venue, String symbol, String file, long events, long applied, String best) {
        tickers.clear();
        String snapshot = Fixtures.files(venue + "/rest", "depth-" + symbol + "-.*")
                .get(0)
                .getFileName()
                .toString();
        replay(venue, symbol, file, snapshot);

        assertThat(book.messages).as(symbol).isEqualTo(events + 1);
        assertThat(book.book.counters().applied()).as(symbol).isEqualTo(applied);
        assertThat(book.best()).isEqualTo(best);
        assertThat(agreed).isPositive();
    }
}
