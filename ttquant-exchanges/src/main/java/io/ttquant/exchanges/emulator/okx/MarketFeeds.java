package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Channels of market data. Some tell when something happens, some each so many beats of 100 ms. */
final class MarketFeeds {
    private static final int BEATS_OF_A_SECOND = 10;
    private static final int FEW = 5;

    private final OkxVenue venue;
    private final MarketViews views;
    private final Feeds feeds;
    private final Map<String, BookFeed> books = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final List<Trade> pending = new ArrayList<>();
    private long beats;

    MarketFeeds(OkxVenue venue, MarketViews views, Feeds feeds) {
        this.venue = venue;
        this.views = views;
        this.feeds = feeds;
    }

    /** A new subscription hears where things stand; what it would hear of a book later follows on from that. */
    void begin(OkxSocket socket, JsonNode arg) {
        String channel = arg.path("channel").asText();
        String symbol = arg.path("instId").asText();
        switch (channel) {
            case "books" -> {
                // All hear what changed until now, so that the snapshot and what follows fit for all.
                update(symbol);
                socket.send(Feeds.message(arg, "snapshot", book(symbol).snapshot()));
            }
            case "books5" -> socket.send(Feeds.message(arg, "", shallow(symbol, FEW)));
            case "bbo-tbt" -> socket.send(Feeds.message(arg, "", shallow(symbol, 1)));
            case "tickers" -> socket.send(Feeds.message(arg, "", views.ticker(venue.market(symbol))));
            case "mark-price" -> socket.send(Feeds.message(arg, "", views.mark(venue.market(symbol))));
            case "funding-rate" -> socket.send(Feeds.message(arg, "", views.funding(venue.market(symbol))));
            case "instruments" -> instruments(socket, arg);
            default -> {}
        }
    }

    private void instruments(OkxSocket socket, JsonNode arg) {
        ArrayNode all = venue.exchange.marketData().markets().stream()
                .filter(market ->
                        Texts.instrumentType(market).equals(arg.path("instType").asText()))
                .map(views::instrument)
                .collect(Json.toArray());
        ObjectNode message = Json.object();
        message.set("arg", arg);
        message.set("data", all);
        socket.send(Json.text(message));
    }

    void see(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.TradePrinted printed) {
            trade(printed.trade());
        } else if (event instanceof ExchangeEvent.BookChanged changed) {
            moved.add(changed.symbol());
            feeds.publish("bbo-tbt", changed.symbol(), () -> shallow(changed.symbol(), 1));
        } else if (event instanceof ExchangeEvent.MarkChanged changed) {
            Market market = venue.market(changed.symbol());
            feeds.publish("mark-price", changed.symbol(), () -> views.mark(market));
            feeds.publish("funding-rate", changed.symbol(), () -> views.funding(market));
        }
    }

    private void trade(Trade trade) {
        moved.add(trade.symbol());
        feeds.publish("trades-all", trade.symbol(), () -> views.trade(trade));
        if (pending.isEmpty()) {
            venue.turns.execute(this::flush);
        }
        pending.add(trade);
    }

    /** Tells trades of one taker at one price as one, once the command that caused them is through. */
    private void flush() {
        for (int from = 0; from < pending.size(); ) {
            int end = from + 1;
            while (end < pending.size() && isOne(pending.get(from), pending.get(end))) {
                end++;
            }
            List<Trade> group = List.copyOf(pending.subList(from, end));
            feeds.publish("trades", group.get(0).symbol(), () -> whole(group));
            from = end;
        }
        pending.clear();
    }

    private static boolean isOne(Trade first, Trade other) {
        return first.symbol().equals(other.symbol())
                && first.takerOrder() == other.takerOrder()
                && first.price().compareTo(other.price()) == 0;
    }

    private ObjectNode whole(List<Trade> group) {
        Trade last = group.get(group.size() - 1);
        BigDecimal quantity = group.stream().map(Trade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return views.trade(last)
                .put("sz", Texts.figure(quantity))
                .put("count", Integer.toString(group.size()))
                .put("seqId", last.id());
    }

    private BookFeed book(String symbol) {
        return books.computeIfAbsent(symbol, name -> new BookFeed(venue, name));
    }

    private void update(String symbol) {
        ObjectNode update = book(symbol).update();
        if (update != null) {
            feeds.publish("books", symbol, "update", () -> update);
        }
    }

    private ObjectNode shallow(String symbol, int depth) {
        BookSnapshot book = venue.exchange.marketData().book(symbol, depth);
        ObjectNode data = Json.object();
        data.set("asks", MarketViews.levels(book.asks()));
        data.set("bids", MarketViews.levels(book.bids()));
        return data.put("instId", symbol).put("ts", venue.now()).put("seqId", book.id());
    }

    void beat() {
        beats++;
        venue.exchange.tick();
        for (Market market : venue.exchange.marketData().markets()) {
            String symbol = market.symbol();
            if (feeds.has("books", symbol)) {
                update(symbol);
            } else {
                books.remove(symbol);
            }
            if (moved.remove(symbol)) {
                feeds.publish("books5", symbol, () -> shallow(symbol, FEW));
                feeds.publish("tickers", symbol, () -> views.ticker(market));
            }
            if (beats % BEATS_OF_A_SECOND == 0 && market.isContract()) {
                feeds.publish("mark-price", symbol, () -> views.mark(market));
            }
        }
        if (beats % BEATS_OF_A_SECOND == 0) {
            feeds.candles().forEach(this::candle);
        }
    }

    private void candle(JsonNode arg) {
        String channel = arg.path("channel").asText();
        Market market = venue.market(arg.path("instId").asText());
        var opening = Bars.opening(channel.substring("candle".length()));
        long now = venue.exchange.now();
        long open = opening.applyAsLong(now);
        boolean hasJustEnded = now - open < 1_000_000_000L;
        long from = hasJustEnded ? opening.applyAsLong(open - 1) : open;
        for (Candle candle : venue.exchange.marketData().candles(market.symbol(), opening, from, now)) {
            feeds.publish(channel, market.symbol(), () -> views.candle(market, candle, candle.openTime() < open));
        }
    }
}
