package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.Amendment;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Placing, cancelling, amending and asking for orders on futures. */
final class UsdmOrderRoutes {
    private static final String API = "/fapi/v1";
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final int MOST_PLACED = 5;
    private static final int MOST_CANCELED = 10;

    private final Venue venue;
    private final UsdmOrderReader reader;
    private final UsdmViews views;

    UsdmOrderRoutes(Venue venue, UsdmOrderReader reader, UsdmViews views) {
        this.venue = venue;
        this.reader = reader;
        this.views = views;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST " + API + "/order", Route.order(0, this::place));
        routes.put("POST " + API + "/order/test", Route.trade(0, this::test));
        routes.put("PUT " + API + "/order", Route.order(0, this::amend));
        routes.put("DELETE " + API + "/order", Route.trade(1, this::cancel));
        routes.put("POST " + API + "/batchOrders", Route.trade(5, this::placeAll));
        routes.put("PUT " + API + "/batchOrders", Route.trade(5, this::amendAll));
        routes.put("DELETE " + API + "/batchOrders", Route.trade(1, this::cancelEach));
        routes.put("DELETE " + API + "/allOpenOrders", Route.trade(1, this::cancelAll));
        routes.put("POST " + API + "/countdownCancelAll", Route.trade(10, this::countdown));
        routes.put("GET " + API + "/order", Route.read(1, this::order));
        routes.put("GET " + API + "/openOrder", Route.read(1, this::openOrder));
        routes.put("GET " + API + "/openOrders", Route.read(params -> params.has("symbol") ? 1 : 40, this::openOrders));
        routes.put("GET " + API + "/allOrders", Route.read(5, this::allOrders));
        routes.put("GET " + API + "/userTrades", Route.read(5, this::userTrades));
    }

    private JsonNode place(Caller caller, Params params) {
        OrderRequest request = reader.read(params);
        Order order = UsdmRefusals.orThrow(venue.exchange.trading().submit(caller.id(), request));
        if (params.text("newOrderRespType", "ACK").equals("RESULT")) {
            return views.order(order, true);
        }
        Order asPlaced = new Order(
                order.id(),
                order.account(),
                order.request(),
                io.ttquant.exchanges.emulator.exchange.OrderStatus.LIVE,
                order.reason(),
                order.price(),
                order.quantity(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                order.created(),
                order.created(),
                0,
                order.listId(),
                order.conditionalId(),
                order.working());
        return views.order(asPlaced, true);
    }

    private JsonNode test(Caller caller, Params params) {
        OrderRequest request = reader.read(params);
        return views.order(UsdmRefusals.orThrow(venue.exchange.trading().check(caller.id(), request)), true);
    }

    /** Each of a list within the request; those that are refused have their code in the answer. */
    private static JsonNode each(Params params, String name, int most, Function<Params, JsonNode> action) {
        JsonNode list = Json.parse(params.text(name));
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw VenueError.of(-1130, "Data sent for parameter '" + name + "' is not valid.");
        }
        if (list.size() > most) {
            throw VenueError.of(-4082, "Invalid number of batch place orders: " + list.size());
        }
        ArrayNode answers = Json.array();
        for (JsonNode item : list) {
            try {
                answers.add(action.apply(Params.within(item)));
            } catch (VenueError refused) {
                answers.add(refused.body());
            }
        }
        return answers;
    }

    private JsonNode placeAll(Caller caller, Params params) {
        JsonNode list = Json.parse(params.text("batchOrders"));
        venue.meter.order(caller.id(), list == null ? 1 : Math.max(1, Math.min(MOST_PLACED, list.size())));
        return each(params, "batchOrders", MOST_PLACED, order -> place(caller, order));
    }

    private JsonNode amendAll(Caller caller, Params params) {
        return each(params, "batchOrders", MOST_PLACED, order -> amend(caller, order));
    }

    private JsonNode amend(Caller caller, Params params) {
        Market market = venue.market(params);
        OrderRef ref = SpotOrderRoutes.ref(params, "orderId", "origClientOrderId");
        BigDecimal quantity =
                UsdmOrderReader.precise(params, "quantity", market.quantities().lot());
        BigDecimal price =
                UsdmOrderReader.precise(params, "price", market.prices().tick());
        Optional<Order> known = venue.exchange.accounts().order(caller.id(), market.symbol(), ref);
        if (known.isPresent() && known.get().request().kind() == OrderKind.MARKET) {
            throw VenueError.of(-5025, "Only limit order is supported.");
        }
        Outcome<Order> outcome =
                venue.exchange.trading().amend(caller.id(), market.symbol(), ref, Amendment.to(price, quantity));
        if (outcome.refusal() != null && known.isEmpty()) {
            throw VenueError.of(-2013, "Order does not exist.");
        }
        return views.order(UsdmRefusals.orThrow(outcome), true);
    }

    private JsonNode cancel(Caller caller, Params params) {
        Market market = venue.market(params);
        return cancel(caller, market, SpotOrderRoutes.ref(params, "orderId", "origClientOrderId"));
    }

    private JsonNode cancel(Caller caller, Market market, OrderRef ref) {
        return views.order(
                UsdmRefusals.orThrow(venue.exchange.trading().cancel(caller.id(), market.symbol(), ref)), true);
    }

    private JsonNode cancelEach(Caller caller, Params params) {
        Market market = venue.market(params);
        List<OrderRef> refs = new ArrayList<>();
        boolean isById = params.has("orderIdList");
        JsonNode list = Json.parse(params.text(isById ? "orderIdList" : "origClientOrderIdList"));
        if (list == null || !list.isArray()) {
            throw VenueError.of(-1130, "Data sent for parameter 'orderIdList' is not valid.");
        }
        list.forEach(id -> refs.add(isById ? OrderRef.id(id.asLong()) : OrderRef.client(id.asText())));
        if (refs.size() > MOST_CANCELED) {
            throw VenueError.of(-4032, "Exceed maximum cancel order size.");
        }
        ArrayNode answers = Json.array();
        for (OrderRef ref : refs) {
            try {
                answers.add(cancel(caller, market, ref));
            } catch (VenueError refused) {
                answers.add(refused.body());
            }
        }
        return answers;
    }

    private JsonNode cancelAll(Caller caller, Params params) {
        UsdmRefusals.orThrow(venue.exchange
                .trading()
                .cancelAll(caller.id(), venue.market(params).symbol()));
        return Json.object().put("code", 200).put("msg", "The operation of cancel all open order is done.");
    }

    private JsonNode countdown(Caller caller, Params params) {
        Market market = venue.market(params);
        long wait = params.whole("countdownTime");
        UsdmRefusals.orThrow(
                venue.exchange.trading().cancelAllAfter(caller.id(), market.symbol(), null, Duration.ofMillis(wait)));
        return Json.object().put("symbol", market.symbol()).put("countdownTime", Long.toString(wait));
    }

    private Order find(Caller caller, Params params) {
        Market market = venue.market(params);
        OrderRef ref = SpotOrderRoutes.ref(params, "orderId", "origClientOrderId");
        return venue.exchange
                .accounts()
                .order(caller.id(), market.symbol(), ref)
                .orElseThrow(() -> VenueError.of(-2013, "Order does not exist."));
    }

    private JsonNode order(Caller caller, Params params) {
        return views.order(find(caller, params), false);
    }

    private JsonNode openOrder(Caller caller, Params params) {
        Order order = find(caller, params);
        if (!order.isOpen()) {
            throw VenueError.of(-2013, "Order does not exist.");
        }
        return views.order(order, false);
    }

    private JsonNode openOrders(Caller caller, Params params) {
        String symbol = params.has("symbol") ? venue.market(params).symbol() : null;
        return venue.exchange.accounts().openOrders(caller.id()).stream()
                .filter(order -> symbol == null || order.symbol().equals(symbol))
                .map(order -> views.order(order, false))
                .collect(Json.toArray());
    }

    private JsonNode allOrders(Caller caller, Params params) {
        Market market = venue.market(params);
        return SpotAccountRoutes.orders(venue, caller, market, params, WEEK, 7 * 24).stream()
                .map(order -> views.order(order, false))
                .collect(Json.toArray());
    }

    private JsonNode userTrades(Caller caller, Params params) {
        Market market = venue.market(params);
        return SpotAccountRoutes.fills(venue, caller, market, params, WEEK, 7 * 24).stream()
                .map(views::fill)
                .collect(Json.toArray());
    }
}
