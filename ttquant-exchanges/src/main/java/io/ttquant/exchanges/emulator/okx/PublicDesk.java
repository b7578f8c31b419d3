package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What everybody may ask. */
final class PublicDesk {
    private static final long FOREVER = Long.MAX_VALUE / 1_000_000 - 1;

    private final OkxVenue venue;
    private final MarketViews views;

    PublicDesk(OkxVenue venue, MarketViews views) {
        this.venue = venue;
        this.views = views;
    }

    void addTo(Map<String, OkxRoute> routes) {
        routes.put(
                "GET /api/v5/public/time",
                OkxRoute.open(10, args -> Json.array().add(Json.object().put("ts", venue.now()))));
        routes.put("GET /api/v5/public/instruments", OkxRoute.open(20, this::instruments));
        routes.put(
                "GET /api/v5/public/mark-price",
                OkxRoute.open(10, args -> each(args).map(views::mark).collect(Json.toArray())));
        routes.put("GET /api/v5/public/funding-rate", OkxRoute.open(10, this::funding));
        routes.put("GET /api/v5/public/funding-rate-history", OkxRoute.open(10, this::fundings));
        routes.put("GET /api/v5/public/price-limit", OkxRoute.open(20, this::limits));
        routes.put("GET /api/v5/public/position-tiers", OkxRoute.open(10, this::tiers));
        routes.put(
                "GET /api/v5/market/ticker",
                OkxRoute.open(20, args -> Json.array().add(views.ticker(venue.market(args)))));
        routes.put(
                "GET /api/v5/market/tickers",
                OkxRoute.open(20, args -> each(args).map(views::ticker).collect(Json.toArray())));
        routes.put("GET /api/v5/market/books", OkxRoute.open(40, this::book));
        routes.put("GET /api/v5/market/candles", OkxRoute.open(40, this::candles));
        routes.put("GET /api/v5/market/history-candles", OkxRoute.open(20, this::candles));
        routes.put("GET /api/v5/market/trades", OkxRoute.open(100, this::trades));
        routes.put("GET /api/v5/market/history-trades", OkxRoute.open(20, this::tradesBefore));
    }

    /** Markets of a type, a family, an instrument. */
    Stream<Market> each(Args args) {
        String type = args.find("instType");
        String symbol = args.find("instId");
        String family = args.find("instFamily");
        return venue.exchange.marketData().markets().stream()
                .filter(market -> type == null
                        || type.equals("ANY")
                        || Texts.instrumentType(market).equals(type))
                .filter(market -> family == null || Texts.family(market).equals(family))
                .filter(market -> symbol == null || market.symbol().equals(symbol));
    }

    ArrayNode instruments(Args args) {
        args.text("instType");
        List<Market> found = each(args).toList();
        if (found.isEmpty() && args.has("instId")) {
            throw OkxError.instrument();
        }
        return found.stream().map(views::instrument).collect(Json.toArray());
    }

    private ArrayNode funding(Args args) {
        Market market = venue.market(args);
        if (!Texts.instrumentType(market).equals("SWAP")) {
            throw OkxError.instrument();
        }
        return Json.array().add(views.funding(market));
    }

    private ArrayNode fundings(Args args) {
        Market market = venue.market(args);
        long before = args.whole("before", -1);
        long after = args.whole("after", FOREVER);
        List<JsonNode> rows = new ArrayList<>();
        for (var payment : venue.exchange.marketData().fundings(market.symbol(), 1000)) {
            long time = Math.floorDiv(payment.time(), 1_000_000L);
            if (time > before && time < after) {
                rows.add(Json.object()
                        .put("instType", Texts.instrumentType(market))
                        .put("instId", market.symbol())
                        .put("method", "current_period")
                        .put("formulaType", "withRate")
                        .put("fundingRate", Texts.figure(payment.rate()))
                        .put("realizedRate", Texts.figure(payment.rate()))
                        .put("fundingTime", Long.toString(time)));
            }
        }
        return newestFirst(rows, args.limit(100, 100));
    }

    private static ArrayNode newestFirst(List<JsonNode> rows, int limit) {
        List<JsonNode> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned.stream().limit(limit).collect(Json.toArray());
    }

    private ArrayNode limits(Args args) {
        Market market = venue.market(args);
        var price = venue.exchange.marketData().mark(market.symbol());
        var reference = price.mark() == null ? price.index() : price.mark();
        var prices = market.prices();
        boolean isBanded = prices.bandUp().signum() > 0;
        String highest = reference != null && isBanded ? Texts.figure(reference.multiply(prices.bandUp())) : "";
        String lowest = reference != null && isBanded ? Texts.figure(reference.multiply(prices.bandDown())) : "";
        return Json.array()
                .add(Json.object()
                        .put("instType", Texts.instrumentType(market))
                        .put("instId", market.symbol())
                        .put("buyLmt", highest)
                        .put("sellLmt", lowest)
                        .put("enabled", !highest.isEmpty())
                        .put("ts", venue.now()));
    }

    /** One tier a contract: margins do not depend on its size here. */
    private ArrayNode tiers(Args args) {
        String type = args.text("instType");
        OrderForm.contractMode(args.text("tdMode"), "tdMode");
        if (!type.equals("SWAP") && !type.equals("FUTURES")) {
            throw OkxError.parameter("instType");
        }
        String families = "," + args.text("instFamily", args.text("uly", "")) + ",";
        if (families.equals(",,")) {
            throw OkxError.missing("instFamily or uly");
        }
        return venue.exchange.marketData().markets().stream()
                .filter(market -> Texts.instrumentType(market).equals(type))
                .filter(market -> families.contains("," + Texts.family(market) + ","))
                .map(views::tier)
                .collect(Json.toArray());
    }

    private ArrayNode book(Args args) {
        Market market = venue.market(args);
        int depth = (int) Math.min(400, Math.max(1, args.whole("sz", 1)));
        BookSnapshot book = venue.exchange.marketData().book(market.symbol(), depth);
        var answer = Json.object();
        answer.set("asks", MarketViews.levels(book.asks()));
        answer.set("bids", MarketViews.levels(book.bids()));
        answer.put("ts", venue.now()).put("seqId", book.id());
        return Json.array().add(answer);
    }

    private ArrayNode candles(Args args) {
        Market market = venue.market(args);
        var opening = Bars.opening(args.text("bar", "1m"));
        long before = args.whole("before", -1);
        long after = args.whole("after", FOREVER);
        long now = venue.exchange.now();
        long current = opening.applyAsLong(now);
        long from = before < 0 ? 0 : before * 1_000_000;
        List<JsonNode> rows = new ArrayList<>();
        for (Candle candle : venue.exchange.marketData().candles(market.symbol(), opening, from, now)) {
            long time = Math.floorDiv(candle.openTime(), 1_000_000L);
            if (time > before && time < after) {
                rows.add(views.candle(market, candle, candle.openTime() < current));
            }
        }
        return newestFirst(rows, args.limit(100, 300));
    }

    private ArrayNode trades(Args args) {
        Market market = venue.market(args);
        List<JsonNode> rows = new ArrayList<>();
        venue.exchange
                .marketData()
                .trades(market.symbol(), args.limit(100, 500))
                .forEach(trade -> rows.add(views.trade(trade)));
        return newestFirst(rows, 500);
    }

    private ArrayNode tradesBefore(Args args) {
        Market market = venue.market(args);
        boolean isByTime = args.text("type", "1").equals("2");
        if (isByTime && args.has("before")) {
            throw OkxError.parameter("before");
        }
        long before = args.whole("before", -1);
        long after = args.whole("after", Long.MAX_VALUE);
        List<JsonNode> rows = new ArrayList<>();
        for (Trade trade : venue.exchange.marketData().trades(market.symbol(), Integer.MAX_VALUE)) {
            long place = isByTime ? Math.floorDiv(trade.time(), 1_000_000L) : trade.id();
            if (place > before && place < after) {
                rows.add(views.trade(trade));
            }
        }
        return newestFirst(rows, args.limit(100, 100));
    }
}
