package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account asks on Spot: orders, fills, balances, fees, limits. */
final class SpotAccountRoutes {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Venue venue;
    private final SpotViews views;

    SpotAccountRoutes(Venue venue, SpotViews views) {
        this.venue = venue;
        this.views = views;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("GET /api/v3/order", Route.read(4, this::order));
        routes.put("GET /api/v3/openOrders", Route.read(params -> params.has("symbol") ? 6 : 80, this::openOrders));
        routes.put("GET /api/v3/allOrders", Route.read(20, this::allOrders));
        routes.put("GET /api/v3/myTrades", Route.read(params -> params.has("orderId") ? 5 : 20, this::myTrades));
        routes.put("GET /api/v3/account", Route.read(20, this::account));
        routes.put("GET /api/v3/account/commission", Route.read(20, this::commission));
        routes.put("GET /api/v3/rateLimit/order", Route.read(40, (caller, params) -> venue.meter.orders(caller.id())));
        // There is no margin trading here; clients ask for its pairs all the same before they do anything.
        routes.put("GET /sapi/v1/margin/allPairs", Route.open(1, (caller, params) -> Json.array()));
        routes.put("GET /sapi/v1/margin/isolated/allPairs", Route.open(10, (caller, params) -> Json.array()));
        routes.put("GET /sapi/v1/asset/assetDetail", Route.read(1, this::assets));
        routes.put("GET /sapi/v1/asset/tradeFee", Route.read(1, this::tradeFees));
        routes.put("GET /sapi/v1/account/apiRestrictions", Route.read(1, SpotAccountRoutes::restrictions));
    }

    private JsonNode order(Caller caller, Params params) {
        Market market = venue.market(params);
        OrderRef ref = SpotOrderRoutes.ref(params, "orderId", "origClientOrderId");
        return venue.exchange
                .accounts()
                .order(caller.id(), market.symbol(), ref)
                .map(views::order)
                .orElseThrow(() -> VenueError.of(-2013, "Order does not exist."));
    }

    private JsonNode openOrders(Caller caller, Params params) {
        String symbol = params.has("symbol") ? venue.market(params).symbol() : null;
        return venue.exchange.accounts().openOrders(caller.id()).stream()
                .filter(order -> symbol == null || order.symbol().equals(symbol))
                .map(views::order)
                .collect(Json.toArray());
    }

    private JsonNode allOrders(Caller caller, Params params) {
        Market market = venue.market(params);
        return orders(venue, caller, market, params, DAY, 24).stream()
                .map(views::order)
                .collect(Json.toArray());
    }

    /** All orders in a market: those from an id on, or those of a time, or the newest. */
    static List<Order> orders(Venue venue, Caller caller, Market market, Params params, long mostMillis, int hours) {
        Times times = Times.of(params, mostMillis, hours);
        Long from = params.findWhole("orderId");
        int limit = params.limit(500, 1000);
        List<Order> chosen = Stream.concat(
                        venue.exchange.accounts().openOrders(caller.id()).stream(),
                        venue.exchange.accounts().endedOrders(caller.id()).stream())
                .filter(order -> order.symbol().equals(market.symbol()))
                .filter(order -> from == null || order.id() >= from)
                .filter(order -> from != null || times.holds(Figures.millis(order.created())))
                .sorted(Comparator.comparingLong(Order::id))
                .toList();
        return page(chosen, limit, from != null || times.start() != null);
    }

    static <T> List<T> page(List<T> rows, int limit, boolean isForward) {
        int first = isForward ? 0 : Math.max(0, rows.size() - limit);
        return rows.subList(first, Math.min(rows.size(), first + limit));
    }

    private JsonNode myTrades(Caller caller, Params params) {
        Market market = venue.market(params);
        return fills(venue, caller, market, params, DAY, 24).stream()
                .map(fill -> views.fill(fill, -1))
                .collect(Json.toArray());
    }

    /** Fills in a market: those of an order, from an id on, of a time, or the newest. */
    static List<Fill> fills(Venue venue, Caller caller, Market market, Params params, long mostMillis, int hours) {
        Times times = Times.of(params, mostMillis, hours);
        Long from = params.findWhole("fromId");
        Long orderId = params.findWhole("orderId");
        Predicate<Fill> isMeant = fill -> (orderId == null || fill.orderId() == orderId)
                && (from == null || fill.tradeId() >= from)
                && (from != null || times.holds(Figures.millis(fill.time())));
        List<Fill> chosen = SpotOrderRoutes.fills(venue, caller, market).stream()
                .filter(isMeant)
                .toList();
        return page(chosen, params.limit(500, 1000), from != null || times.start() != null);
    }

    private JsonNode account(Caller caller, Params params) {
        boolean omitsZero = params.flag("omitZeroBalances");
        ArrayNode balances = Json.array();
        for (Balance balance : venue.exchange.accounts().balances(caller.id())) {
            if (!omitsZero || balance.total().signum() != 0) {
                balances.add(balance(balance, "asset", "free", "locked"));
            }
        }
        boolean mayTrade = caller.apiKey().permissions().contains(Permission.TRADE);
        ObjectNode answer = Json.object()
                .put("makerCommission", 0)
                .put("takerCommission", 0)
                .put("buyerCommission", 0)
                .put("sellerCommission", 0);
        answer.set("commissionRates", rates(FeeRates.NONE));
        answer.put("canTrade", mayTrade)
                .put("canWithdraw", caller.apiKey().permissions().contains(Permission.WITHDRAW))
                .put("canDeposit", true)
                .put("brokered", false)
                .put("requireSelfTradePrevention", false)
                .put("preventSor", false)
                .put("updateTime", venue.millis())
                .put("accountType", "SPOT");
        answer.set("balances", balances);
        answer.set("permissions", Json.array().add("SPOT"));
        return answer.put("uid", Math.abs((long) caller.id().hashCode()));
    }

    ObjectNode balance(Balance balance, String asset, String free, String locked) {
        return Json.object()
                .put(asset, balance.asset())
                .put(free, venue.figures.amount(balance.free()))
                .put(locked, venue.figures.amount(balance.locked()));
    }

    private ObjectNode rates(FeeRates rates) {
        return Json.object()
                .put("maker", venue.figures.amount(rates.maker()))
                .put("taker", venue.figures.amount(rates.taker()))
                .put("buyer", venue.figures.amount(BigDecimal.ZERO))
                .put("seller", venue.figures.amount(BigDecimal.ZERO));
    }

    private JsonNode commission(Caller caller, Params params) {
        Market market = venue.market(params);
        FeeRates fees = venue.exchange.accounts().settings().fees(caller.id(), market.symbol());
        ObjectNode answer = Json.object().put("symbol", market.symbol());
        answer.set("standardCommission", rates(fees));
        answer.set("specialCommission", rates(FeeRates.NONE));
        answer.set("taxCommission", rates(FeeRates.NONE));
        answer.set(
                "discount",
                Json.object()
                        .put("enabledForAccount", false)
                        .put("enabledForSymbol", false)
                        .put("discountAsset", "BNB")
                        .put("discount", "0.75000000"));
        return answer;
    }

    /** Assets by name; nothing can be deposited or withdrawn here. */
    private JsonNode assets(Caller caller, Params params) {
        ObjectNode answer = Json.object();
        for (Market market : venue.exchange.marketData().markets()) {
            for (String asset : List.of(market.base(), market.quote())) {
                answer.set(
                        asset,
                        Json.object()
                                .put("minWithdrawAmount", "0.00000000")
                                .put("depositStatus", false)
                                .put("withdrawFee", "0")
                                .put("withdrawStatus", false));
            }
        }
        return answer;
    }

    /** Fees of one market or of all. */
    private JsonNode tradeFees(Caller caller, Params params) {
        List<Market> asked = params.has("symbol")
                ? List.of(venue.market(params))
                : venue.exchange.marketData().markets();
        return asked.stream().map(market -> tradeFee(caller, market)).collect(Json.toArray());
    }

    private JsonNode tradeFee(Caller caller, Market market) {
        FeeRates fees = venue.exchange.accounts().settings().fees(caller.id(), market.symbol());
        return Json.object()
                .put("symbol", market.symbol())
                .put("makerCommission", fees.maker().toPlainString())
                .put("takerCommission", fees.taker().toPlainString());
    }

    static JsonNode restrictions(Caller caller, Params params) {
        ApiKey key = caller.apiKey();
        boolean mayTrade = key.permissions().contains(Permission.TRADE);
        return Json.object()
                .put("ipRestrict", key.ipBound())
                .put("createTime", 1_698_645_219_000L)
                .put("enableReading", key.permissions().contains(Permission.READ))
                .put("enableWithdrawals", key.permissions().contains(Permission.WITHDRAW))
                .put("enableInternalTransfer", false)
                .put("enableMargin", false)
                .put("enableFutures", mayTrade)
                .put("permitsUniversalTransfer", false)
                .put("enableVanillaOptions", false)
                .put("enablePortfolioMarginTrading", false)
                .put("enableSpotAndMarginTrading", mayTrade);
    }

    /** A stretch of time that a query names. */
    record Times(@Nullable Long start, @Nullable Long end) {
        static Times of(Params params, long mostMillis, int hours) {
            Long start = params.findWhole("startTime");
            Long end = params.findWhole("endTime");
            if (start != null && end != null && end - start > mostMillis) {
                throw VenueError.of(-1127, "More than " + hours + " hours between startTime and endTime.");
            }
            return new Times(start, end);
        }

        boolean holds(long millis) {
            return (start == null || millis >= start) && (end == null || millis <= end);
        }
    }
}
