package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Ticker;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tickers, as answers and as events of streams. */
final class Tickers {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Venue venue;

    Tickers(Venue venue) {
        this.venue = venue;
    }

    private Ticker of(Market market) {
        return venue.exchange.marketData().ticker(market.symbol());
    }

    JsonNode price(Market market) {
        Trade last = of(market).last();
        ObjectNode answer = Json.object()
                .put("symbol", market.symbol())
                .put("price", venue.figures.price(market, last == null ? null : last.price()));
        return venue.isSpot ? answer : answer.put("time", venue.millis());
    }

    JsonNode best(Market market) {
        Ticker ticker = of(market);
        ObjectNode answer = Json.object().put("symbol", market.symbol());
        best(answer, market, ticker);
        return venue.isSpot
                ? answer
                : answer.put("time", venue.millis())
                        .put(
                                "lastUpdateId",
                                venue.exchange
                                        .marketData()
                                        .book(market.symbol(), 1)
                                        .id());
    }

    private void best(ObjectNode answer, Market market, Ticker ticker) {
        answer.put("bidPrice", price(market, ticker.bid()))
                .put("bidQty", quantity(market, ticker.bid()))
                .put("askPrice", price(market, ticker.ask()))
                .put("askQty", quantity(market, ticker.ask()));
    }

    JsonNode day(Market market) {
        Ticker ticker = of(market);
        Day day = new Day(market, ticker);
        ObjectNode answer = Json.object()
                .put("symbol", market.symbol())
                .put("priceChange", day.price(ticker.change()))
                .put("priceChangePercent", day.percent())
                .put("weightedAvgPrice", day.average());
        if (venue.isSpot) {
            answer.put("prevClosePrice", day.price(day.open()));
        }
        answer.put("lastPrice", day.price(day.close())).put("lastQty", day.lastQuantity());
        if (venue.isSpot) {
            best(answer, market, ticker);
        }
        return answer.put("openPrice", day.price(day.open()))
                .put("highPrice", day.price(day.high()))
                .put("lowPrice", day.price(day.low()))
                .put("volume", day.volume())
                .put("quoteVolume", day.value())
                .put("openTime", Figures.millis(ticker.time()) - DAY)
                .put("closeTime", Figures.millis(ticker.time()))
                .put("firstId", day.firstId())
                .put("lastId", day.lastId())
                .put("count", day.count());
    }

    ObjectNode mini(Market market) {
        Ticker ticker = of(market);
        Day day = new Day(market, ticker);
        return Json.object()
                .put("e", "24hrMiniTicker")
                .put("E", venue.millis())
                .put("s", market.symbol())
                .put("c", day.price(day.close()))
                .put("o", day.price(day.open()))
                .put("h", day.price(day.high()))
                .put("l", day.price(day.low()))
                .put("v", day.volume())
                .put("q", day.value());
    }

    ObjectNode full(Market market) {
        Ticker ticker = of(market);
        Day day = new Day(market, ticker);
        ObjectNode event = Json.object()
                .put("e", "24hrTicker")
                .put("E", venue.millis())
                .put("s", market.symbol())
                .put("p", day.price(ticker.change()))
                .put("P", day.percent())
                .put("w", day.average());
        if (venue.isSpot) {
            event.put("x", day.price(day.open()));
        }
        event.put("c", day.price(day.close())).put("Q", day.lastQuantity());
        if (venue.isSpot) {
            event.put("b", price(market, ticker.bid()))
                    .put("B", quantity(market, ticker.bid()))
                    .put("a", price(market, ticker.ask()))
                    .put("A", quantity(market, ticker.ask()));
        }
        return event.put("o", day.price(day.open()))
                .put("h", day.price(day.high()))
                .put("l", day.price(day.low()))
                .put("v", day.volume())
                .put("q", day.value())
                .put("O", Figures.millis(ticker.time()) - DAY)
                .put("C", Figures.millis(ticker.time()))
                .put("F", day.firstId())
                .put("L", day.lastId())
                .put("n", day.count());
    }

    private String price(Market market, @Nullable BookLevel level) {
        return venue.figures.price(market, level == null ? null : level.price());
    }

    private String quantity(Market market, @Nullable BookLevel level) {
        return venue.figures.quantity(market, level == null ? null : level.quantity());
    }

    /** A day's figures as texts; those of a day without trades are 0. */
    private final class Day {
        private final Market market;
        private final Ticker ticker;
        private final @Nullable Candle candle;

        Day(Market market, Ticker ticker) {
            this.market = market;
            this.ticker = ticker;
            candle = ticker.day();
        }

        @Nullable
        BigDecimal open() {
            return candle == null ? null : candle.open();
        }

        @Nullable
        BigDecimal high() {
            return candle == null ? null : candle.high();
        }

        @Nullable
        BigDecimal low() {
            return candle == null ? null : candle.low();
        }

        @Nullable
        BigDecimal close() {
            return candle == null ? null : candle.close();
        }

        String price(@Nullable BigDecimal price) {
            return venue.figures.price(market, price);
        }

        String percent() {
            return candle == null
                    ? "0.000"
                    : Figures.rounded(Figures.ratio(ticker.change().multiply(HUNDRED), candle.open(), 6), 3);
        }

        String average() {
            return candle == null
                    ? price(null)
                    : Figures.rounded(
                            Figures.ratio(candle.value(), candle.volume(), 8),
                            venue.isSpot ? 8 : Figures.scale(market.prices().tick()));
        }

        String volume() {
            return venue.figures.quantity(market, candle == null ? null : candle.volume());
        }

        String value() {
            return venue.figures.amount(candle == null ? null : candle.value());
        }

        String lastQuantity() {
            Trade last = ticker.last();
            return venue.figures.quantity(market, last == null ? null : last.quantity());
        }

        long firstId() {
            return ticker.firstTrade() == 0 ? -1 : ticker.firstTrade();
        }

        long lastId() {
            Trade last = ticker.last();
            return last == null || ticker.firstTrade() == 0 ? -1 : last.id();
        }

        long count() {
            return candle == null ? 0 : candle.trades();
        }
    }
}
