package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.answer.BookAnswer;
import io.ttquant.exchanges.answer.Candle;
import io.ttquant.exchanges.answer.FundingAnswer;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.MarkAnswer;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.answer.Ticker;
import java.util.ArrayList;
import java.util.List;

/** Market data of Binance by REST. */
public final class BinanceMarkets {
    private BinanceMarkets() {}

    /** The venue's clock, epoch nanoseconds. */
    public static long serverTime(JsonNode data) {
        return Json.time(data, "serverTime");
    }

    /** Bars, oldest first. */
    public static List<Candle> klines(JsonNode data) {
        List<Candle> bars = new ArrayList<>();
        for (JsonNode row : Json.rows(data, "bars")) {
            bars.add(new Candle(
                    Json.nanos(Json.wholeAt(row, 0), "open time"),
                    Json.at(row, 1),
                    Json.at(row, 2),
                    Json.at(row, 3),
                    Json.at(row, 4),
                    Json.at(row, 5),
                    Json.nanos(Json.wholeAt(row, 6) + 1, "close time"),
                    true));
        }
        return bars;
    }

    /** Trades, or trades of one taker order and price together. */
    public static List<PublicTrade> trades(JsonNode data) {
        List<PublicTrade> trades = new ArrayList<>();
        for (JsonNode t : Json.rows(data, "trades")) {
            boolean isAggregate = t.has("a");
            trades.add(new PublicTrade(
                    Json.whole(t, isAggregate ? "a" : "id", -1),
                    Json.required(t, isAggregate ? "p" : "price"),
                    Json.required(t, isAggregate ? "q" : "qty"),
                    aggressor(t, isAggregate ? "m" : "isBuyerMaker"),
                    Json.nanos(t, isAggregate ? "T" : "time")));
        }
        return trades;
    }

    private static AggressorSide aggressor(JsonNode t, String name) {
        return !t.has(name) ? AggressorSide.NONE : Json.flag(t, name) ? AggressorSide.SELLER : AggressorSide.BUYER;
    }

    /** A book. */
    public static BookAnswer book(JsonNode data) {
        return new BookAnswer(
                Json.whole(data, "lastUpdateId", -1),
                Json.nanos(data, "T"),
                levels(data.path("bids")),
                levels(data.path("asks")));
    }

    private static List<BookAnswer.Level> levels(JsonNode rows) {
        List<BookAnswer.Level> levels = new ArrayList<>();
        Json.rows(rows, "levels").forEach(row -> levels.add(new BookAnswer.Level(Json.at(row, 0), Json.at(row, 1))));
        return levels;
    }

    /** Figures of 24 hours, or best bids and asks, of one symbol or of several. */
    public static List<Ticker> tickers(JsonNode data) {
        List<Ticker> tickers = new ArrayList<>();
        for (JsonNode t : data.isArray() ? data : List.of(data)) {
            tickers.add(new Ticker(
                    Json.text(t, "symbol"),
                    Json.nonZero(t, t.has("price") ? "price" : "lastPrice"),
                    Json.nonZero(t, "bidPrice"),
                    Json.nonZero(t, "askPrice"),
                    Json.nonZero(t, "highPrice"),
                    Json.nonZero(t, "lowPrice"),
                    Json.decimal(t, "volume"),
                    Json.nanos(t, "closeTime", "time")));
        }
        return tickers;
    }

    /** Mark prices with the next funding. */
    public static List<MarkAnswer> marks(JsonNode data) {
        List<MarkAnswer> marks = new ArrayList<>();
        for (JsonNode m : data.isArray() ? data : List.of(data)) {
            marks.add(new MarkAnswer(
                    Json.text(m, "symbol"),
                    Json.required(m, "markPrice"),
                    Json.nonZero(m, "indexPrice"),
                    Json.nanos(m, "time")));
        }
        return marks;
    }

    /** Funding rates that were settled, or the next ones of the answer with mark prices. */
    public static List<FundingAnswer> funding(JsonNode data) {
        List<FundingAnswer> rates = new ArrayList<>();
        for (JsonNode f : data.isArray() ? data : List.of(data)) {
            boolean isNext = f.has("lastFundingRate");
            if (Json.decimal(f, isNext ? "lastFundingRate" : "fundingRate") != null) {
                rates.add(new FundingAnswer(
                        Json.text(f, "symbol"),
                        Json.required(f, isNext ? "lastFundingRate" : "fundingRate"),
                        Json.nanos(f, isNext ? "nextFundingTime" : "fundingTime")));
            }
        }
        return rates;
    }
}
