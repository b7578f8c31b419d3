package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Market data that Spot and futures give alike. */
final class MarketRoutes {
    private static final Set<Integer> FUTURES_DEPTHS = Set.of(5, 10, 20, 50, 100, 500, 1000);
    private static final long FOREVER = Long.MAX_VALUE / 1_000_000 - 1;

    private final Venue venue;
    private final AggregateTrades aggregates;
    private final Tickers tickers;

    MarketRoutes(Venue venue, AggregateTrades aggregates, Tickers tickers) {
        this.venue = venue;
        this.aggregates = aggregates;
        this.tickers = tickers;
    }

    /** Adds the routes under a prefix such as {@code /api/v3}. */
    void addTo(Map<String, Route> routes, String prefix) {
        boolean isSpot = venue.isSpot;
        routes.put("GET " + prefix + "/ping", Route.open(1, (caller, params) -> Json.object()));
        routes.put(
                "GET " + prefix + "/time",
                Route.open(1, (caller, params) -> Json.object().put("serverTime", venue.millis())));
        routes.put("GET " + prefix + "/depth", Route.open(this::depthWeight, (caller, params) -> depth(params)));
        routes.put("GET " + prefix + "/trades", Route.open(isSpot ? 25 : 5, (caller, params) -> trades(params)));
        routes.put(
                "GET " + prefix + "/historicalTrades",
                isSpot
                        ? Route.open(25, (caller, params) -> trades(params))
                        : Route.keyed(20, (caller, params) -> trades(params)));
        routes.put("GET " + prefix + "/aggTrades", Route.open(isSpot ? 4 : 20, (caller, params) -> aggregates(params)));
        routes.put("GET " + prefix + "/klines", Route.open(this::klinesWeight, (caller, params) -> klines(params)));
        routes.put(
                "GET " + prefix + "/ticker/24hr",
                Route.open(each(isSpot ? 2 : 1, isSpot ? 80 : 40), (caller, params) -> each(params, tickers::day)));
        routes.put(
                "GET " + prefix + "/ticker/price",
                Route.open(each(isSpot ? 2 : 1, isSpot ? 4 : 2), (caller, params) -> each(params, tickers::price)));
        routes.put(
                "GET " + prefix + "/ticker/bookTicker",
                Route.open(each(2, isSpot ? 4 : 5), (caller, params) -> each(params, tickers::best)));
    }

    private static java.util.function.ToIntFunction<Params> each(int one, int all) {
        return params -> params.has("symbol") ? one : all;
    }

    /** One for {@code symbol}, those of {@code symbols}, or all. */
    private JsonNode each(Params params, Function<Market, JsonNode> view) {
        return params.has("symbol")
                ? view.apply(venue.market(params))
                : chosen(params).map(view).collect(Json.toArray());
    }

    Stream<Market> chosen(Params params) {
        if (params.has("symbol")) {
            return Stream.of(venue.market(params));
        }
        String symbols = params.find("symbols");
        if (symbols == null) {
            return venue.exchange.marketData().markets().stream();
        }
        JsonNode list = Json.parse(symbols);
        if (list == null || !list.isArray()) {
            throw VenueError.illegal("symbols", "^\\[(\"[A-Z0-9-_.]{1,20}\"(,\"[A-Z0-9-_.]{1,20}\"){0,}){0,1}\\]$");
        }
        List<Market> markets = new ArrayList<>();
        list.forEach(symbol -> markets.add(venue.market(symbol.asText())));
        return markets.stream();
    }

    private int depthWeight(Params params) {
        long limit = params.whole("limit", venue.isSpot ? 100 : 500);
        if (venue.isSpot) {
            return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1000 ? 50 : 250;
        }
        return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private int klinesWeight(Params params) {
        long limit = params.whole("limit", 500);
        return venue.isSpot ? 2 : limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private JsonNode depth(Params params) {
        Market market = venue.market(params);
        int limit = params.limit(venue.isSpot ? 100 : 500, venue.isSpot ? 5000 : 1000);
        if (!venue.isSpot && !FUTURES_DEPTHS.contains(limit)) {
            throw VenueError.of(-4021, "'" + limit + "' is not valid depth limit.");
        }
        BookSnapshot book = venue.exchange.marketData().book(market.symbol(), limit);
        ObjectNode answer = Json.object().put("lastUpdateId", book.id());
        if (!venue.isSpot) {
            answer.put("E", venue.millis()).put("T", Figures.millis(book.time()));
        }
        answer.set("bids", levels(venue.figures, market, book.bids()));
        answer.set("asks", levels(venue.figures, market, book.asks()));
        return answer;
    }

    static ArrayNode levels(Figures figures, Market market, Iterable<BookLevel> levels) {
        ArrayNode rows = Json.array();
        for (BookLevel level : levels) {
            rows.add(Json.array()
                    .add(figures.price(market, level.price()))
                    .add(figures.quantity(market, level.quantity())));
        }
        return rows;
    }

    private JsonNode trades(Params params) {
        Market market = venue.market(params);
        int limit = params.limit(500, 1000);
        Long from = params.findWhole("fromId");
        List<Trade> all = venue.exchange.marketData().trades(market.symbol(), from == null ? limit : Integer.MAX_VALUE);
        return all.stream()
                .filter(trade -> from == null || trade.id() >= from)
                .limit(limit)
                .map(trade -> trade(market, trade))
                .collect(Json.toArray());
    }

    private JsonNode trade(Market market, Trade trade) {
        ObjectNode row = Json.object()
                .put("id", trade.id())
                .put("price", venue.figures.price(market, trade.price()))
                .put("qty", venue.figures.quantity(market, trade.quantity()))
                .put("quoteQty", venue.isSpot ? venue.figures.amount(trade.value()) : Figures.scaled(trade.value(), 2))
                .put("time", Figures.millis(trade.time()))
                .put("isBuyerMaker", trade.takerSide() == Side.SELL);
        return venue.isSpot ? row.put("isBestMatch", true) : row;
    }

    private JsonNode aggregates(Params params) {
        Market market = venue.market(params);
        int limit = params.limit(500, 1000);
        Long from = params.findWhole("fromId");
        Long start = params.findWhole("startTime");
        long end = params.whole("endTime", FOREVER);
        List<AggregateTrades.Aggregate> chosen = aggregates.of(market.symbol()).stream()
                .filter(a -> from == null || a.id() >= from)
                .filter(a -> start == null || Figures.millis(a.time()) >= start)
                .filter(a -> Figures.millis(a.time()) <= end)
                .toList();
        boolean isForward = from != null || start != null;
        int first = isForward ? 0 : Math.max(0, chosen.size() - limit);
        return chosen.subList(first, Math.min(chosen.size(), first + limit)).stream()
                .map(a -> aggregate(market, a))
                .collect(Json.toArray());
    }

    private JsonNode aggregate(Market market, AggregateTrades.Aggregate trade) {
        ObjectNode row = Json.object()
                .put("a", trade.id())
                .put("p", venue.figures.price(market, trade.price()))
                .put("q", venue.figures.quantity(market, trade.quantity()))
                .put("f", trade.first())
                .put("l", trade.last())
                .put("T", Figures.millis(trade.time()))
                .put("m", trade.taker() == Side.SELL);
        return venue.isSpot ? row.put("M", true) : row;
    }

    private JsonNode klines(Params params) {
        Market market = venue.market(params);
        String interval = params.text("interval");
        int limit = params.limit(500, venue.isSpot ? 1000 : 1500);
        Long start = params.findWhole("startTime");
        long end = params.whole("endTime", FOREVER);
        List<Candle> all = venue.exchange
                .marketData()
                .candles(
                        market.symbol(),
                        Intervals.opening(interval),
                        start == null ? 0 : start * 1_000_000,
                        end * 1_000_000 + 999_999);
        List<Candle> chosen = all.stream()
                .filter(candle -> start == null || Figures.millis(candle.openTime()) >= start)
                .filter(candle -> Figures.millis(candle.openTime()) <= end)
                .toList();
        int first = start == null ? Math.max(0, chosen.size() - limit) : 0;
        return chosen.subList(first, Math.min(chosen.size(), first + limit)).stream()
                .map(candle -> kline(market, interval, candle))
                .collect(Json.toArray());
    }

    private JsonNode kline(Market market, String interval, Candle candle) {
        Figures f = venue.figures;
        return Json.array()
                .add(Figures.millis(candle.openTime()))
                .add(f.price(market, candle.open()))
                .add(f.price(market, candle.high()))
                .add(f.price(market, candle.low()))
                .add(f.price(market, candle.close()))
                .add(f.quantity(market, candle.volume()))
                .add(Figures.millis(Intervals.next(interval, candle.openTime())) - 1)
                .add(f.amount(candle.value()))
                .add(candle.trades())
                .add(f.quantity(market, candle.takerBuyVolume()))
                .add(f.amount(candle.takerBuyValue()))
                .add("0");
    }
}
