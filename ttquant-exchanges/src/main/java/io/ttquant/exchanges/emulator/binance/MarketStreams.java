package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.MarkPrice;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the events of streams: some when something happens, some each so many beats of 50 ms. */
final class MarketStreams {
    /** Length of a beat, milliseconds. */
    static final int BEAT = 50;

    private final Venue venue;
    private final Hub hub;
    private final AggregateTrades aggregates;
    private final Tickers tickers;
    private final Map<String, DepthStream> depths = new HashMap<>();
    private final Map<String, Long> aggregatesTold = new HashMap<>();
    private final Map<String, ObjectNode> bests = new HashMap<>();
    private long beats;
    private boolean isFlushing;

    MarketStreams(Venue venue, Hub hub, AggregateTrades aggregates, Tickers tickers) {
        this.venue = venue;
        this.hub = hub;
        this.aggregates = aggregates;
        this.tickers = tickers;
    }

    static String name(Market market) {
        return name(market.symbol());
    }

    private static String name(String symbol) {
        return symbol.toLowerCase(Locale.ROOT);
    }

    void see(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.TradePrinted printed) {
            trade(printed.trade());
        } else if (event instanceof ExchangeEvent.BookChanged changed) {
            book(changed);
        }
    }

    private void trade(Trade trade) {
        aggregates.add(trade);
        if (hub.has(name(trade.symbol()) + "@trade")) {
            hub.publish(name(trade.symbol()) + "@trade", trade(venue.market(trade.symbol()), trade));
        }
        if (!isFlushing) {
            isFlushing = true;
            venue.turns.execute(this::flush);
        }
    }

    private ObjectNode trade(Market market, Trade trade) {
        ObjectNode event = Json.object()
                .put("e", "trade")
                .put("E", venue.millis())
                .put("s", market.symbol())
                .put("t", trade.id())
                .put("p", venue.figures.price(market, trade.price()))
                .put("q", venue.figures.quantity(market, trade.quantity()))
                .put("T", Figures.millis(trade.time()));
        if (!venue.isSpot) {
            event.put("X", "MARKET");
        }
        event.put("m", trade.takerSide() == Side.SELL);
        return venue.isSpot ? event.put("M", true) : event;
    }

    /** Tells aggregates that are complete, since the command that caused them is through. */
    private void flush() {
        isFlushing = false;
        for (Market market : venue.exchange.marketData().markets()) {
            String stream = name(market) + "@aggTrade";
            long told = aggregatesTold.getOrDefault(market.symbol(), 0L);
            long last = aggregates.lastId(market.symbol());
            aggregatesTold.put(market.symbol(), last);
            if (hub.has(stream) && last > told) {
                aggregates.of(market.symbol()).stream()
                        .filter(trade -> trade.id() > told)
                        .forEach(trade -> hub.publish(stream, aggregate(market, trade)));
            }
        }
    }

    private ObjectNode aggregate(Market market, AggregateTrades.Aggregate trade) {
        ObjectNode event = Json.object()
                .put("e", "aggTrade")
                .put("E", venue.millis())
                .put("s", market.symbol())
                .put("a", trade.id())
                .put("p", venue.figures.price(market, trade.price()))
                .put("q", venue.figures.quantity(market, trade.quantity()));
        if (!venue.isSpot) {
            event.put("nq", venue.figures.quantity(market, trade.quantity()));
        }
        event.put("f", trade.first())
                .put("l", trade.last())
                .put("T", Figures.millis(trade.time()))
                .put("m", trade.taker() == Side.SELL);
        return venue.isSpot ? event.put("M", true) : event;
    }

    private void book(ExchangeEvent.BookChanged change) {
        Market market = venue.market(change.symbol());
        depths.forEach((stream, depth) -> {
            if (stream.startsWith(name(market) + "@depth")) {
                depth.add(change);
            }
        });
        for (String stream : hub.streams()) {
            if (stream.startsWith(name(market) + "@depth") && !isPartial(stream) && !depths.containsKey(stream)) {
                DepthStream depth = new DepthStream();
                depth.add(change);
                depths.put(stream, depth);
            }
        }
        best(market, change);
    }

    private void best(Market market, ExchangeEvent.BookChanged change) {
        ObjectNode best = Json.object()
                .put("s", market.symbol())
                .put("b", price(market, change.bestBid()))
                .put("B", quantity(market, change.bestBid()))
                .put("a", price(market, change.bestAsk()))
                .put("A", quantity(market, change.bestAsk()));
        if (best.equals(bests.put(market.symbol(), best))) {
            return;
        }
        ObjectNode event = Json.object();
        if (!venue.isSpot) {
            event.put("e", "bookTicker");
        }
        event.put("u", change.lastId());
        if (!venue.isSpot) {
            event.put("E", venue.millis()).put("T", Figures.millis(change.time()));
        }
        event.setAll(best);
        hub.publish(name(market) + "@bookTicker", event);
        hub.publish("!bookTicker", event);
    }

    private String price(Market market, @Nullable BookLevel level) {
        return venue.figures.price(market, level == null ? null : level.price());
    }

    private String quantity(Market market, @Nullable BookLevel level) {
        return venue.figures.quantity(market, level == null ? null : level.quantity());
    }

    /** One more beat is over. */
    void beat() {
        beats++;
        depths.keySet().removeIf(stream -> !hub.has(stream));
        for (String stream : hub.streams()) {
            beat(stream);
        }
    }

    private void beat(String stream) {
        int at = stream.indexOf('@');
        if (at < 0) {
            return;
        }
        String kind = stream.substring(at + 1);
        Market market = stream.charAt(0) == '!' ? null : find(stream.substring(0, at));
        if (market == null) {
            everyMarket(stream);
        } else if (kind.startsWith("depth")) {
            depth(stream, kind, market);
        } else if (kind.startsWith("kline_") && isDue(venue.isSpot ? 1000 : 250)) {
            kline(stream, kind.substring("kline_".length()), market);
        } else if (kind.startsWith("markPrice") && !venue.isSpot && isDue(kind.endsWith("@1s") ? 1000 : 3000)) {
            hub.publish(stream, mark(market));
        } else if (kind.equals("ticker") && isDue(1000)) {
            hub.publish(stream, tickers.full(market));
        } else if (kind.equals("miniTicker") && isDue(1000)) {
            hub.publish(stream, tickers.mini(market));
        }
    }

    private @Nullable Market find(String name) {
        return venue.exchange.marketData().market(name.toUpperCase(Locale.ROOT)).orElse(null);
    }

    private void everyMarket(String stream) {
        List<Market> markets = venue.exchange.marketData().markets();
        if (stream.startsWith("!markPrice@arr") && isDue(stream.endsWith("@1s") ? 1000 : 3000)) {
            hub.publishAll(stream, markets.stream().map(this::mark).toList());
        } else if (stream.equals("!miniTicker@arr") && isDue(1000)) {
            hub.publishAll(stream, markets.stream().map(tickers::mini).toList());
        } else if (stream.equals("!ticker@arr") && !venue.isSpot && isDue(1000)) {
            hub.publishAll(stream, markets.stream().map(tickers::full).toList());
        }
    }

    private boolean isDue(int millis) {
        return beats % (millis / BEAT) == 0;
    }

    private static boolean isPartial(String stream) {
        int at = stream.indexOf("@depth") + "@depth".length();
        return at < stream.length() && Character.isDigit(stream.charAt(at));
    }

    private int period(String kind) {
        if (kind.endsWith("@100ms")) {
            return 100;
        }
        return kind.endsWith("@500ms") ? 500 : venue.isSpot ? 1000 : 250;
    }

    private void depth(String stream, String kind, Market market) {
        if (!isDue(period(kind))) {
            return;
        }
        if (isPartial(stream)) {
            partial(stream, kind, market);
            return;
        }
        DepthStream depth = depths.get(stream);
        if (depth != null && !depth.isEmpty()) {
            hub.publish(stream, depth.take(venue, market));
        }
    }

    private void partial(String stream, String kind, Market market) {
        int end = kind.indexOf('@');
        String levels = kind.substring("depth".length(), end < 0 ? kind.length() : end);
        if (!List.of("5", "10", "20").contains(levels)) {
            return;
        }
        BookSnapshot book = venue.exchange.marketData().book(market.symbol(), Integer.parseInt(levels));
        ObjectNode event = Json.object();
        if (venue.isSpot) {
            event.put("lastUpdateId", book.id());
        } else {
            event.put("e", "depthUpdate")
                    .put("E", venue.millis())
                    .put("T", Figures.millis(book.time()))
                    .put("s", market.symbol())
                    .put("U", book.id())
                    .put("u", book.id())
                    .put("pu", book.id() - 1);
        }
        event.set(venue.isSpot ? "bids" : "b", MarketRoutes.levels(venue.figures, market, book.bids()));
        event.set(venue.isSpot ? "asks" : "a", MarketRoutes.levels(venue.figures, market, book.asks()));
        hub.publish(stream, event);
    }

    private void kline(String stream, String interval, Market market) {
        if (!Intervals.isKnown(interval)) {
            return;
        }
        long now = venue.exchange.now();
        long open = Intervals.opening(interval).applyAsLong(now);
        long before = Intervals.opening(interval).applyAsLong(open - 1);
        boolean hasJustEnded = now - open < (venue.isSpot ? 1000 : 250) * 1_000_000L;
        List<Candle> candles = new ArrayList<>(venue.exchange
                .marketData()
                .candles(market.symbol(), Intervals.opening(interval), hasJustEnded ? before : open, now));
        for (Candle candle : candles) {
            hub.publish(stream, kline(market, interval, candle, candle.openTime() < open));
        }
    }

    private ObjectNode kline(Market market, String interval, Candle candle, boolean isClosed) {
        Figures f = venue.figures;
        ObjectNode k = Json.object()
                .put("t", Figures.millis(candle.openTime()))
                .put("T", Figures.millis(Intervals.next(interval, candle.openTime())) - 1)
                .put("s", market.symbol())
                .put("i", interval)
                .put("f", -1)
                .put("L", -1)
                .put("o", f.price(market, candle.open()))
                .put("c", f.price(market, candle.close()))
                .put("h", f.price(market, candle.high()))
                .put("l", f.price(market, candle.low()))
                .put("v", f.quantity(market, candle.volume()))
                .put("n", candle.trades())
                .put("x", isClosed)
                .put("q", f.amount(candle.value()))
                .put("V", f.quantity(market, candle.takerBuyVolume()))
                .put("Q", f.amount(candle.takerBuyValue()))
                .put("B", "0");
        ObjectNode event =
                Json.object().put("e", "kline").put("E", venue.millis()).put("s", market.symbol());
        event.set("k", k);
        return event;
    }

    private ObjectNode mark(Market market) {
        MarkPrice price = venue.exchange.marketData().mark(market.symbol());
        BigDecimal index = price.index();
        return Json.object()
                .put("e", "markPriceUpdate")
                .put("E", venue.millis())
                .put("s", market.symbol())
                .put("p", venue.figures.amount(price.mark()))
                .put("i", venue.figures.amount(index))
                .put("P", venue.figures.amount(price.mark()))
                .put("r", venue.figures.amount(price.fundingRate()))
                .put("T", Figures.millis(price.nextFunding()));
    }
}
