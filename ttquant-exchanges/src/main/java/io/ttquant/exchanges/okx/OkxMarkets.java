package io.ttquant.exchanges.okx;

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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Market data of OKX by REST. The venue has the newest first; here the oldest is first. */
public final class OkxMarkets {
    private static final int CONFIRMED = 8;

    private OkxMarkets() {}

    /** The venue's clock, epoch nanoseconds. */
    public static long serverTime(JsonNode data) {
        return Json.time(data.path(0), "ts");
    }

    /** Bars, oldest first. */
    public static List<Candle> candles(JsonNode data) {
        List<Candle> bars = new ArrayList<>();
        for (JsonNode row : Json.rows(data, "bars")) {
            bars.add(new Candle(
                    Json.nanos(Json.wholeAt(row, 0), "opening time"),
                    Json.at(row, 1),
                    Json.at(row, 2),
                    Json.at(row, 3),
                    Json.at(row, 4),
                    Json.at(row, 5),
                    0,
                    row.path(CONFIRMED).asText("1").equals("1")));
        }
        bars.sort(Comparator.comparingLong(Candle::tsOpen));
        return bars;
    }

    /** Trades, oldest first. */
    public static List<PublicTrade> trades(JsonNode data) {
        List<PublicTrade> trades = new ArrayList<>();
        for (JsonNode t : Json.rows(data, "trades")) {
            trades.add(new PublicTrade(
                    Json.whole(t, "tradeId", -1),
                    Json.required(t, "px"),
                    Json.required(t, "sz"),
                    aggressor(Json.text(t, "side")),
                    Json.nanos(t, "ts")));
        }
        trades.sort(Comparator.comparingLong(PublicTrade::id));
        return trades;
    }

    private static AggressorSide aggressor(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "buy" -> AggressorSide.BUYER;
            case "sell" -> AggressorSide.SELLER;
            default -> AggressorSide.NONE;
        };
    }

    /** A book. */
    public static BookAnswer book(JsonNode data) {
        JsonNode book = data.path(0);
        return new BookAnswer(
                Json.whole(book, "seqId", -1),
                Json.nanos(book, "ts"),
                levels(book.path("bids")),
                levels(book.path("asks")));
    }

    private static List<BookAnswer.Level> levels(JsonNode rows) {
        List<BookAnswer.Level> levels = new ArrayList<>();
        Json.rows(rows, "levels").forEach(row -> levels.add(new BookAnswer.Level(Json.at(row, 0), Json.at(row, 1))));
        return levels;
    }

    /** Tickers. */
    public static List<Ticker> tickers(JsonNode data) {
        List<Ticker> tickers = new ArrayList<>();
        for (JsonNode t : data) {
            tickers.add(new Ticker(
                    Json.text(t, "instId"),
                    Json.nonZero(t, t.has("idxPx") ? "idxPx" : "last"),
                    Json.nonZero(t, "bidPx"),
                    Json.nonZero(t, "askPx"),
                    Json.nonZero(t, "high24h"),
                    Json.nonZero(t, "low24h"),
                    Json.decimal(t, "vol24h"),
                    Json.nanos(t, "ts")));
        }
        return tickers;
    }

    /** Mark prices. */
    public static List<MarkAnswer> marks(JsonNode data) {
        List<MarkAnswer> marks = new ArrayList<>();
        for (JsonNode m : data) {
            marks.add(new MarkAnswer(Json.text(m, "instId"), Json.required(m, "markPx"), null, Json.nanos(m, "ts")));
        }
        return marks;
    }

    /** Funding rates, the next one or those that were settled, in the venue's order. */
    public static List<FundingAnswer> funding(JsonNode data) {
        List<FundingAnswer> rates = new ArrayList<>();
        for (JsonNode f : data) {
            boolean isSettled = Json.decimal(f, "realizedRate") != null;
            rates.add(new FundingAnswer(
                    Json.text(f, "instId"),
                    Json.required(f, isSettled ? "realizedRate" : "fundingRate"),
                    Json.nanos(f, "fundingTime")));
        }
        return rates;
    }
}
