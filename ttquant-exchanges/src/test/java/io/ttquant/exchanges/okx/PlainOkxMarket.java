package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The public channels decoded by way of Jackson's tree, as plainly as can be. */
final class PlainOkxMarket {
    private final Map<String, SymbolFeed> feeds;

    PlainOkxMarket(Map<String, SymbolFeed> feeds) {
        this.feeds = feeds;
    }

    void decode(byte[] bytes, long tsInit) {
        if (new String(bytes, StandardCharsets.UTF_8).equals("pong")) {
            return;
        }
        JsonNode root = Fixtures.json(bytes);
        SymbolFeed feed = feeds.get(root.path("arg").path("instId").asText());
        if (feed == null || root.has("event") || root.has("op")) {
            return;
        }
        String channel = root.get("arg").path("channel").asText();
        for (JsonNode e : root.path("data")) {
            if (channel.startsWith("trades")) {
                trade(feed, e, tsInit);
                continue;
            }
            long ts = e.path("ts").asText().isEmpty() ? tsInit : Math.min(tsInit, nanos(e.get("ts")));
            switch (channel) {
                case "bbo-tbt" ->
                    quote(
                            feed,
                            ts,
                            tsInit,
                            level(e, "bids", 0),
                            level(e, "bids", 1),
                            level(e, "asks", 0),
                            level(e, "asks", 1));
                case "tickers" ->
                    quote(feed, ts, tsInit, e.get("bidPx"), e.get("bidSz"), e.get("askPx"), e.get("askSz"));
                case "books5", "books", "books50-l2-tbt", "books-l2-tbt" ->
                    book(
                            feed,
                            e,
                            channel.equals("books5")
                                    || !root.path("action").asText().equals("update"),
                            ts,
                            tsInit);
                case "mark-price" -> feed.market().markPrice(ts, tsInit, rounded(e.get("markPx"), feed.priceScale()));
                case "index-tickers" ->
                    feed.market().indexPrice(ts, tsInit, rounded(e.get("idxPx"), feed.priceScale()));
                case "funding-rate" -> {
                    if (e.has("fundingRate") && e.has("fundingTime")) {
                        BigDecimal rate = new BigDecimal(e.get("fundingRate").asText());
                        feed.market().funding(ts, tsInit, rate, nanos(e.get("fundingTime")));
                    }
                }
                default -> bar(feed, channel, e, tsInit);
            }
        }
    }

    /** One that cannot be read is left out. */
    private static void trade(SymbolFeed feed, JsonNode e, long tsInit) {
        try {
            long ts = e.has("ts") ? Math.min(tsInit, nanos(e.get("ts"))) : tsInit;
            long price = price(feed, e.get("px"));
            long quantity = quantity(feed, e.get("sz"));
            whole(e, "tradeId");
            whole(e, "count");
            AggressorSide side = switch (e.get("side").asText()) {
                case "buy" -> AggressorSide.BUYER;
                case "sell" -> AggressorSide.SELLER;
                default -> AggressorSide.NONE;
            };
            if (price > 0 && quantity > 0) {
                feed.market().trade(ts, tsInit, price, quantity, side);
            }
        } catch (ArithmeticException | IllegalArgumentException | NullPointerException odd) {
            return;
        }
    }

    private static void whole(JsonNode e, String name) {
        JsonNode value = e.path(name);
        boolean isAbsent =
                value.isMissingNode() || value.isNull() || value.asText("?").isEmpty();
        if (value.isContainerNode()) {
            throw new IllegalArgumentException(name);
        }
        if (!isAbsent) {
            new BigDecimal(value.asText()).longValueExact();
        }
    }

    private static void bar(SymbolFeed feed, String channel, JsonNode row, long tsInit) {
        if (!channel.startsWith("candle") || !row.path(8).asText().equals("1")) {
            return;
        }
        byte[] word = channel.substring("candle".length()).getBytes(StandardCharsets.UTF_8);
        var bars = feed.bars().find(word, 0, word.length);
        if (bars != null) {
            long open = nanos(row.get(0));
            long close = open + bars.nanos();
            bars.sink()
                    .bar(
                            open,
                            close,
                            Math.max(close, tsInit),
                            price(feed, row.get(1)),
                            price(feed, row.get(2)),
                            price(feed, row.get(3)),
                            price(feed, row.get(4)),
                            quantity(feed, row.get(5)));
        }
    }

    private static JsonNode level(JsonNode e, String side, int index) {
        return e.path(side).path(0).path(index);
    }

    private static void quote(
            SymbolFeed feed,
            long ts,
            long tsInit,
            JsonNode bid,
            JsonNode bidQuantity,
            JsonNode ask,
            JsonNode askQuantity) {
        boolean hasBid = price(feed, bid) != 0 && quantity(feed, bidQuantity) != 0;
        boolean hasAsk = price(feed, ask) != 0 && quantity(feed, askQuantity) != 0;
        feed.market()
                .quote(
                        ts,
                        tsInit,
                        hasBid ? price(feed, bid) : 0,
                        hasBid ? quantity(feed, bidQuantity) : 0,
                        hasAsk ? price(feed, ask) : 0,
                        hasAsk ? quantity(feed, askQuantity) : 0);
    }

    private static void book(SymbolFeed feed, JsonNode e, boolean isSnapshot, long ts, long tsInit) {
        BookSink sink = Objects.requireNonNull(feed.book());
        if (isSnapshot) {
            sink.snapshot(ts, tsInit);
        } else {
            sink.increment(ts, tsInit);
        }
        sink.ids(BookSink.ABSENT, id(e.get("seqId")), id(e.get("prevSeqId")));
        if (e.path("checksum").asInt() != 0) {
            sink.checksum(e.get("checksum").asInt());
        }
        for (JsonNode level : e.path("bids")) {
            sink.bid(price(feed, level.get(0)), quantity(feed, level.get(1)));
        }
        for (JsonNode level : e.path("asks")) {
            sink.ask(price(feed, level.get(0)), quantity(feed, level.get(1)));
        }
        sink.end();
    }

    private static long id(@Nullable JsonNode value) {
        return value == null || value.asText("").isEmpty()
                ? BookSink.ABSENT
                : new BigDecimal(value.asText()).longValueExact();
    }

    private static long price(SymbolFeed feed, JsonNode text) {
        return raw(text, feed.priceScale(), RoundingMode.UNNECESSARY);
    }

    private static long quantity(SymbolFeed feed, JsonNode text) {
        return raw(text, feed.quantityScale(), RoundingMode.UNNECESSARY);
    }

    private static long rounded(JsonNode text, int scale) {
        return raw(text, scale, RoundingMode.HALF_EVEN);
    }

    private static long raw(JsonNode text, int scale, RoundingMode rounding) {
        return text.asText().isEmpty()
                ? 0
                : new BigDecimal(text.asText())
                        .setScale(scale, rounding)
                        .unscaledValue()
                        .longValueExact();
    }

    private static long nanos(JsonNode time) {
        BigDecimal value = new BigDecimal(time.asText());
        int digits = value.precision() - value.scale();
        return value.movePointRight(digits <= 13 ? 6 : digits <= 16 ? 3 : 0).longValueExact();
    }
}
