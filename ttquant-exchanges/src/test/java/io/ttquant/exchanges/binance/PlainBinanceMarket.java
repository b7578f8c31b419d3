package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The market streams decoded by way of Jackson's tree, as plainly as can be. */
final class PlainBinanceMarket {
    private final Map<String, SymbolFeed> feeds;

    PlainBinanceMarket(Map<String, SymbolFeed> feeds) {
        this.feeds = feeds;
    }

    void decode(byte[] bytes, long tsInit) {
        JsonNode root = Fixtures.json(bytes);
        String stream = root.path("stream").asText();
        JsonNode data = root.has("data") ? root.get("data") : root.path("event").isObject() ? root.get("event") : root;
        if (data.isArray()) {
            data.forEach(event -> event(event, stream, tsInit));
        } else {
            event(data, stream, tsInit);
        }
    }

    private void event(JsonNode e, String stream, long tsInit) {
        String symbol = e.path("s").asText();
        if (e.has("lastUpdateId")) {
            symbol = stream.substring(0, Math.max(0, stream.indexOf('@'))).toUpperCase(Locale.ROOT);
        }
        SymbolFeed feed = feeds.get(symbol);
        if (feed == null) {
            return;
        }
        long happened = isTold(e, "T") ? Math.min(tsInit, nanos(e.get("T"))) : sent(e, tsInit);
        String untyped = e.has("lastUpdateId") ? "snapshot" : e.has("B") && e.has("A") ? "bookTicker" : "";
        switch (e.has("e") ? e.get("e").asText() : untyped) {
            case "trade", "aggTrade" -> {
                if ((!e.has("X") || e.get("X").asText().equals("MARKET"))
                        && price(feed, e, "p") > 0
                        && quantity(feed, e, "q") > 0) {
                    feed.market()
                            .trade(
                                    happened,
                                    tsInit,
                                    price(feed, e, "p"),
                                    quantity(feed, e, "q"),
                                    e.get("m").asBoolean() ? AggressorSide.SELLER : AggressorSide.BUYER);
                }
            }
            case "bookTicker" -> quote(feed, e, happened, tsInit);
            case "24hrTicker" -> {
                if (e.has("b") && e.has("B")) {
                    quote(feed, e, happened, tsInit);
                }
            }
            case "depthUpdate" -> {
                boolean isBest = stream.matches(".*@depth\\d+(@.*)?");
                if (isBest) {
                    book(
                            feed,
                            e,
                            "b",
                            "a",
                            true,
                            happened,
                            tsInit,
                            BookSink.ABSENT,
                            e.get("u").asLong(),
                            BookSink.ABSENT);
                } else {
                    long previous = e.has("pu") ? e.get("pu").asLong() : BookSink.ABSENT;
                    long first = e.has("U") ? e.get("U").asLong() : BookSink.ABSENT;
                    book(
                            feed,
                            e,
                            "b",
                            "a",
                            false,
                            happened,
                            tsInit,
                            first,
                            e.get("u").asLong(),
                            previous);
                }
            }
            case "snapshot" ->
                book(
                        feed,
                        e,
                        "bids",
                        "asks",
                        true,
                        happened,
                        tsInit,
                        BookSink.ABSENT,
                        e.get("lastUpdateId").asLong(),
                        BookSink.ABSENT);
            case "kline" -> bar(feed, e.get("k"), tsInit);
            case "markPriceUpdate" -> mark(feed, e, sent(e, tsInit), tsInit);
            default -> {}
        }
    }

    private static long sent(JsonNode e, long tsInit) {
        return isTold(e, "E") ? Math.min(tsInit, nanos(e.get("E"))) : tsInit;
    }

    private static boolean isTold(JsonNode e, String time) {
        return e.path(time).asLong() > 0;
    }

    private static void quote(SymbolFeed feed, JsonNode e, long happened, long tsInit) {
        boolean hasBid = price(feed, e, "b") != 0 && quantity(feed, e, "B") != 0;
        boolean hasAsk = price(feed, e, "a") != 0 && quantity(feed, e, "A") != 0;
        feed.market()
                .quote(
                        happened,
                        tsInit,
                        hasBid ? price(feed, e, "b") : 0,
                        hasBid ? quantity(feed, e, "B") : 0,
                        hasAsk ? price(feed, e, "a") : 0,
                        hasAsk ? quantity(feed, e, "A") : 0);
    }

    private static void book(
            SymbolFeed feed,
            JsonNode e,
            String bids,
            String asks,
            boolean isSnapshot,
            long happened,
            long tsInit,
            long first,
            long last,
            long previous) {
        BookSink sink = Objects.requireNonNull(feed.book());
        if (isSnapshot) {
            sink.snapshot(happened, tsInit);
        } else {
            sink.increment(happened, tsInit);
        }
        sink.ids(first, last, previous);
        for (JsonNode level : e.path(bids)) {
            sink.bid(raw(level.get(0), feed.priceScale()), raw(level.get(1), feed.quantityScale()));
        }
        for (JsonNode level : e.path(asks)) {
            sink.ask(raw(level.get(0), feed.priceScale()), raw(level.get(1), feed.quantityScale()));
        }
        sink.end();
    }

    private static void bar(SymbolFeed feed, JsonNode k, long tsInit) {
        byte[] word = k.get("i").asText().getBytes(StandardCharsets.UTF_8);
        var bars = feed.bars().find(word, 0, word.length);
        if (k.get("x").asBoolean() && bars != null) {
            // The first whole second after the last instant inside, which may be a whole second itself.
            long close = new BigDecimal(nanos(k.get("T")))
                            .movePointLeft(9)
                            .setScale(0, RoundingMode.FLOOR)
                            .add(BigDecimal.ONE)
                            .longValueExact()
                    * 1_000_000_000L;
            bars.sink()
                    .bar(
                            nanos(k.get("t")),
                            close,
                            Math.max(tsInit, close),
                            price(feed, k, "o"),
                            price(feed, k, "h"),
                            price(feed, k, "l"),
                            price(feed, k, "c"),
                            quantity(feed, k, "v"));
        }
    }

    private static void mark(SymbolFeed feed, JsonNode e, long sent, long tsInit) {
        feed.market().markPrice(sent, tsInit, rounded(e.get("p"), feed.priceScale()));
        if (!e.path("i").asText().isEmpty() && rounded(e.get("i"), feed.priceScale()) > 0) {
            feed.market().indexPrice(sent, tsInit, rounded(e.get("i"), feed.priceScale()));
        }
        if (!e.path("r").asText().isEmpty() && e.path("T").asLong() > 0) {
            feed.market().funding(sent, tsInit, new BigDecimal(e.get("r").asText()), nanos(e.get("T")));
        }
    }

    private static long price(SymbolFeed feed, JsonNode e, String field) {
        return raw(e.get(field), feed.priceScale());
    }

    private static long quantity(SymbolFeed feed, JsonNode e, String field) {
        return raw(e.get(field), feed.quantityScale());
    }

    static long raw(JsonNode text, int scale) {
        return new BigDecimal(text.asText())
                .setScale(scale, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    static long rounded(JsonNode text, int scale) {
        return new BigDecimal(text.asText())
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    static long nanos(JsonNode time) {
        BigDecimal value = new BigDecimal(time.asText());
        int digits = value.precision() - value.scale();
        return value.movePointRight(digits <= 13 ? 6 : digits <= 16 ? 3 : 0).longValueExact();
    }
}
