package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recorded Binance book, rebuilt from snapshot and increments. */
class BinanceCaptureTest {
    @Test
    void usdmBitcoin() {
        BinanceReplay replay = replayOf(0, Instruments.of("0.10", "0.001"), false);

        assertThat(replay.tickers.different).isEmpty();
        assertThat(replay.tickers.atOrBefore).isGreaterThan(6_500);
        assertThat(replay.tickers.atSameId).isGreaterThan(600);
    }

    /**
     * In two updates of a fall, the best bid went while the venue published no ticker for it. The lot is that of some old levels, which are finer
     * than the lot of today.
     */
    @Test
    void spotBitcoin() {
        BinanceReplay replay = replayOf(1, Instruments.of("0.01", "0.000001"), true);

        assertThat(replay.tickers.different).containsOnlyKeys(50_093_478_174L, 50_093_480_542L);
        assertThat(replay.tickers.different.values()).allMatch(text -> text.startsWith("since"));
        assertThat(replay.tickers.atOrBefore).isGreaterThan(6_480);
        assertThat(replay.tickers.atSameId).isGreaterThan(1_000);
    }

    @Test
    void coinmBitcoin() {
        BinanceReplay replay = replayOf(2, Instruments.of("0.1", "1"), false);

        assertThat(replay.tickers.different).isEmpty();
        assertThat(replay.tickers.atOrBefore).isGreaterThan(44_000);
    }

    private static BinanceReplay replayOf(int index, Instrument instrument, boolean isSpot) {
        JsonNode published = published().get("replays").get(index);
        BinanceReplay replay = new BinanceReplay(instrument, isSpot);
        for (JsonNode file : published.get("files")) {
            SharedData.lines(file.asText(), line -> {
                if (line.contains("@trade\"")) {
                    return;
                }
                JsonNode message = Wire.parse(line.substring(line.indexOf(' ') + 1));
                if (message.has("lastUpdateId")) {
                    replay.snapshot(message);
                } else {
                    replay.frame(message.get("data"), message.get("stream").asText());
                }
            });
        }
        Map<Long, JsonNode> checkpoints = new TreeMap<>();
        published
                .get("checkpoints")
                .forEach(point -> checkpoints.put(point.get("u").asLong(), point));
        replay.play(diff -> {
            JsonNode point = checkpoints.remove(diff.lastId());
            if (point != null) {
                requirePoint(instrument, point, replay);
            }
        });
        assertThat(checkpoints).as("checkpoints not met").isEmpty();
        assertThat(replay.book.counters().applied())
                .isEqualTo(published.get("depth_events_applied").asLong());
        replay.requireWholeAndUncrossed();
        return replay;
    }

    private static void requirePoint(Instrument instrument, JsonNode point, BinanceReplay replay) {
        BookView book = replay.book.view();
        assertThat(replay.book.counters().applied())
                .isEqualTo(point.get("after_events").asLong());
        assertThat(book.bidDepth()).isEqualTo(point.get("bid_levels").asInt());
        assertThat(book.askDepth()).isEqualTo(point.get("ask_levels").asInt());
        assertThat(book.rawBestBid())
                .isEqualTo(Wire.price(instrument, point.get("best_bid").get(0)));
        assertThat(book.rawBestBidQuantity())
                .isEqualTo(Wire.quantity(instrument, point.get("best_bid").get(1)));
        assertThat(book.rawBestAsk())
                .isEqualTo(Wire.price(instrument, point.get("best_ask").get(0)));
        assertThat(book.rawBestAskQuantity())
                .isEqualTo(Wire.quantity(instrument, point.get("best_ask").get(1)));
    }

    private static JsonNode published() {
        try {
            return Wire.parse(Files.readString(SharedData.file("reference/binance_book-replay.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Prices as on the wire, with the finest tick there is: most levels are then far from the touch. */
    @ParameterizedTest
    @CsvSource({
        "spot, 2021-10-12, NKNUSDT, 143",
        "spot, 2021-10-12, BLZETH, 3",
        "spot, 2021-10-12, LRCBTC, 13",
        "spot, 2021-10-12, RUNEEUR, 0",
        "usdm, 2021-07-22, SUSHIUSDT, 252",
        "usdm, 2021-07-22, AKROUSDT, 182",
        "usdm, 2021-07-22, KEEPUSDT, 130",
        "usdm, 2021-07-22, CTKUSDT, 180",
    })
    void smallerMarkets(String market, String day, String symbol, int comparable) {
        Instrument instrument = Instruments.of("0.00000001", "0.00000001");
        BinanceReplay replay = new BinanceReplay(instrument, market.equals("spot"));
        RestSnapshot rest = new RestSnapshot(market, day, symbol);
        SharedData.lines("capture/BINANCE-" + market + "-ws-" + day + ".log.gz", line -> {
            if (line.isEmpty() || line.startsWith("wss:")) {
                return;
            }
            String[] parts = line.split(": ", 2);
            JsonNode message = Wire.parse(parts[1]);
            rest.arriveBefore(new BigDecimal(parts[0]), replay);
            if (message.get("stream").asText().startsWith(symbol.toLowerCase(Locale.ROOT) + "@")) {
                replay.frame(message.get("data"), message.get("stream").asText());
            }
        });
        replay.play(diff -> {});

        assertThat(replay.tickers.different).isEmpty();
        assertThat(replay.tickers.atOrBefore).isEqualTo(comparable);
        replay.requireWholeAndUncrossed();
    }

    /** The answer to the request for a snapshot, which falls somewhere between the frames of the stream. */
    private static final class RestSnapshot {
        private BigDecimal time = BigDecimal.ZERO;
        private String json = "";

        RestSnapshot(String market, String day, String symbol) {
            SharedData.lines("capture/BINANCE-" + market + "-rest-snapshot-" + day + ".log.gz", line -> {
                if (line.contains("symbol=" + symbol + "&") && line.contains("lastUpdateId")) {
                    String[] parts = line.split(" -> ", 2)[1].split(": ", 2);
                    time = new BigDecimal(parts[0]);
                    json = parts[1];
                }
            });
        }

        void arriveBefore(BigDecimal frame, BinanceReplay replay) {
            if (!json.isEmpty() && frame.compareTo(time) > 0) {
                replay.snapshot(Wire.parse(json));
                json = "";
            }
        }
    }
}
