package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.FundingPayment;
import io.ttquant.exchanges.emulator.exchange.MarkPrice;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketStatus;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The list of futures with their filters, mark prices and funding. */
final class UsdmInfo {
    private static final String API = "/fapi/v1";
    private static final BigDecimal UNBOUNDED = new BigDecimal("1000000000");
    private static final long PERPETUAL = 4_133_404_800_000L;

    private final Venue venue;
    private final MarketRoutes markets;

    UsdmInfo(Venue venue, MarketRoutes markets) {
        this.venue = venue;
        this.markets = markets;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET " + API + "/exchangeInfo", Route.open(1, (caller, params) -> info()));
        routes.put(
                "GET " + API + "/premiumIndex",
                Route.open(params -> params.has("symbol") ? 1 : 10, (caller, params) -> marks(params)));
        routes.put("GET " + API + "/fundingRate", Route.open(1, (caller, params) -> rates(params)));
        routes.put("GET " + API + "/fundingInfo", Route.open(1, (caller, params) -> Json.array()));
        routes.put("GET " + API + "/openInterest", Route.open(1, (caller, params) -> interest(params)));
    }

    private Stream<Market> contracts() {
        return venue.exchange.marketData().markets().stream().filter(Market::isContract);
    }

    private JsonNode info() {
        ObjectNode answer = Json.object()
                .put("timezone", "UTC")
                .put("serverTime", venue.millis())
                .put("futuresType", "U_MARGINED");
        answer.set("rateLimits", venue.meter.stated());
        answer.set("exchangeFilters", Json.array());
        ArrayNode assets = Json.array();
        TreeSet<String> names = new TreeSet<>();
        contracts().map(Market::settle).forEach(names::add);
        names.forEach(name -> assets.add(
                Json.object().put("asset", name).put("marginAvailable", true).put("autoAssetExchange", "0")));
        answer.set("assets", assets);
        answer.set("symbols", contracts().map(this::symbol).collect(Json.toArray()));
        return answer;
    }

    private ObjectNode symbol(Market market) {
        boolean trades = venue.exchange.marketData().status(market.symbol()) == MarketStatus.TRADING;
        ObjectNode symbol = Json.object()
                .put("symbol", market.symbol())
                .put("pair", market.base() + market.quote())
                .put("contractType", "PERPETUAL")
                .put("deliveryDate", PERPETUAL)
                .put("onboardDate", 1_569_398_400_000L)
                .put("status", trades ? "TRADING" : "SETTLING")
                .put("maintMarginPercent", "2.5000")
                .put("requiredMarginPercent", "5.0000")
                .put("baseAsset", market.base())
                .put("quoteAsset", market.quote())
                .put("marginAsset", market.settle())
                // Not the tick: a client that rounds by it is to learn that.
                .put("pricePrecision", Figures.scale(market.prices().tick()) + 1)
                .put("quantityPrecision", Figures.scale(market.quantities().lot()))
                .put("baseAssetPrecision", 8)
                .put("quotePrecision", 8)
                .put("underlyingType", "COIN");
        symbol.set("underlyingSubType", Json.array().add("PoW"));
        symbol.put("triggerProtect", "0.0500")
                .put("liquidationFee", "0.012500")
                .put("marketTakeBound", "0.05")
                .put("maxMoveOrderLimit", 10_000);
        symbol.set("filters", filters(market));
        symbol.set(
                "orderTypes",
                words(
                        "LIMIT",
                        "MARKET",
                        "STOP",
                        "STOP_MARKET",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_MARKET",
                        "TRAILING_STOP_MARKET"));
        symbol.set("timeInForce", words("GTC", "IOC", "FOK", "GTX", "GTD"));
        return symbol;
    }

    private static ArrayNode words(String... words) {
        ArrayNode array = Json.array();
        List.of(words).forEach(array::add);
        return array;
    }

    private ArrayNode filters(Market market) {
        PriceRule prices = market.prices();
        QuantityRule quantities = market.quantities();
        BigDecimal mostOfMarket =
                quantities.mostOfMarket().signum() > 0 ? quantities.mostOfMarket() : quantities.most();
        int orders = market.counts().openOrders();
        BigDecimal up = prices.bandUp().signum() > 0 ? prices.bandUp() : new BigDecimal("10");
        return Json.array()
                .add(filter("PRICE_FILTER")
                        .put("minPrice", price(market, prices.least().max(prices.tick())))
                        .put("maxPrice", price(market, bound(prices.most())))
                        .put("tickSize", price(market, prices.tick())))
                .add(filter("LOT_SIZE")
                        .put("minQty", quantity(market, quantities.least()))
                        .put("maxQty", quantity(market, bound(quantities.most())))
                        .put("stepSize", quantity(market, quantities.lot())))
                .add(filter("MARKET_LOT_SIZE")
                        .put("minQty", quantity(market, quantities.least()))
                        .put("maxQty", quantity(market, bound(mostOfMarket)))
                        .put("stepSize", quantity(market, quantities.lot())))
                .add(filter("MAX_NUM_ORDERS").put("limit", orders == 0 ? 200 : orders))
                .add(filter("MIN_NOTIONAL")
                        .put("notional", market.notionals().least().toPlainString()))
                .add(filter("PERCENT_PRICE")
                        .put("multiplierUp", Figures.scaled(up, 4))
                        .put("multiplierDown", Figures.scaled(prices.bandDown(), 4))
                        .put("multiplierDecimal", "4"));
    }

    private static ObjectNode filter(String type) {
        return Json.object().put("filterType", type);
    }

    private String price(Market market, BigDecimal value) {
        return venue.figures.price(market, value);
    }

    private String quantity(Market market, BigDecimal value) {
        return venue.figures.quantity(market, value);
    }

    private static BigDecimal bound(BigDecimal value) {
        return value.signum() == 0 ? UNBOUNDED : value;
    }

    private JsonNode marks(Params params) {
        return params.has("symbol")
                ? mark(venue.market(params))
                : contracts().map(this::mark).collect(Json.toArray());
    }

    private JsonNode mark(Market market) {
        MarkPrice price = venue.exchange.marketData().mark(market.symbol());
        return Json.object()
                .put("symbol", market.symbol())
                .put("markPrice", venue.figures.amount(price.mark()))
                .put("indexPrice", venue.figures.amount(price.index()))
                .put("estimatedSettlePrice", venue.figures.amount(price.index()))
                .put("lastFundingRate", venue.figures.amount(price.fundingRate()))
                .put("interestRate", "0.00010000")
                .put("nextFundingTime", Figures.millis(price.nextFunding()))
                .put("time", venue.millis());
    }

    private JsonNode rates(Params params) {
        SpotAccountRoutes.Times times = SpotAccountRoutes.Times.of(params, Long.MAX_VALUE, 0);
        List<JsonNode> rows = markets.chosen(params)
                .filter(Market::isContract)
                .flatMap(market -> venue.exchange.marketData().fundings(market.symbol(), 1000).stream())
                .filter(payment -> times.holds(Figures.millis(payment.time())))
                .map(this::rate)
                .toList();
        return SpotAccountRoutes.page(rows, params.limit(100, 1000), times.start() != null).stream()
                .collect(Json.toArray());
    }

    private JsonNode rate(FundingPayment payment) {
        return Json.object()
                .put("symbol", payment.symbol())
                .put("fundingRate", venue.figures.amount(payment.rate()))
                .put("fundingTime", Figures.millis(payment.time()))
                .put("markPrice", venue.figures.amount(Objects.requireNonNullElse(payment.mark(), BigDecimal.ZERO)));
    }

    private JsonNode interest(Params params) {
        return Json.object()
                .put("symbol", venue.market(params).symbol())
                .put("openInterest", "0.000")
                .put("time", venue.millis());
    }
}
