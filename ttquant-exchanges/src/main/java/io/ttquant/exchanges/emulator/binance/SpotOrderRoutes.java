package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Amendment;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Replacement;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Placing, cancelling and amending orders on Spot. */
final class SpotOrderRoutes {
    private final Venue venue;
    private final SpotOrderReader reader;
    private final SpotViews views;

    SpotOrderRoutes(Venue venue, SpotViews views) {
        this.venue = venue;
        this.views = views;
        reader = new SpotOrderReader(venue);
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST /api/v3/order", Route.order(1, this::place));
        routes.put("POST /api/v3/order/test", Route.trade(1, this::test));
        routes.put("DELETE /api/v3/order", Route.trade(1, this::cancel));
        routes.put("DELETE /api/v3/openOrders", Route.trade(1, this::cancelAll));
        routes.put("POST /api/v3/order/cancelReplace", Route.order(1, this::replace));
        routes.put("PUT /api/v3/order/amend/keepPriority", Route.trade(4, this::amend));
    }

    private JsonNode test(Caller caller, Params params) {
        OrderRequest request = reader.read(params);
        Outcome<?> outcome = venue.exchange.trading().check(caller.id(), request);
        if (outcome.refusal() != null) {
            throw SpotRefusals.error(outcome.refusal());
        }
        return Json.object();
    }

    private JsonNode place(Caller caller, Params params) {
        OrderRequest request = reader.read(params);
        String type = responseType(params, request);
        venue.recent.begin(null);
        Order order = SpotRefusals.orThrow(venue.exchange.trading().submit(caller.id(), request));
        return answer(order, type);
    }

    private ObjectNode answer(Order order, String type) {
        return switch (type) {
            case "ACK" -> views.acknowledged(order);
            case "RESULT" -> views.result(order);
            default -> views.full(order, venue.recent.fills(order.id()));
        };
    }

    private static String responseType(Params params, OrderRequest request) {
        String asked = params.find("newOrderRespType");
        if (asked == null) {
            boolean isPlain = request.trigger() == null && !request.postOnly();
            return isPlain ? "FULL" : "ACK";
        }
        if (!List.of("ACK", "RESULT", "FULL").contains(asked)) {
            throw VenueError.of(-1130, "Data sent for parameter 'newOrderRespType' is not valid.");
        }
        return asked;
    }

    private JsonNode cancel(Caller caller, Params params) {
        Market market = venue.market(params);
        OrderRef ref = ref(params, "orderId", "origClientOrderId");
        restricted(caller, market, ref, params.find("cancelRestrictions"));
        String cancelId = SpotOrderReader.clientId(params, "newClientOrderId", venue);
        venue.recent.begin(cancelId);
        Order order = SpotRefusals.orThrow(venue.exchange.trading().cancel(caller.id(), market.symbol(), ref));
        return views.canceled(order, cancelId);
    }

    private void restricted(
            Caller caller, Market market, OrderRef ref, @org.jspecify.annotations.Nullable String rule) {
        if (rule == null) {
            return;
        }
        OrderStatus only = switch (rule) {
            case "ONLY_NEW" -> OrderStatus.LIVE;
            case "ONLY_PARTIALLY_FILLED" -> OrderStatus.PARTIALLY_FILLED;
            default ->
                throw VenueError.of(
                        -1145, "`cancelRestrictions` has to be either `ONLY_NEW` or `ONLY_PARTIALLY_FILLED`.");
        };
        boolean isOther = venue.exchange.accounts().order(caller.id(), market.symbol(), ref).stream()
                .anyMatch(order -> order.isOpen() && order.status() != only);
        if (isOther) {
            throw VenueError.of(-2011, "Order was not canceled due to cancel restrictions.");
        }
    }

    /** Which order is meant: by the venue's id where there is one, else by the account's. */
    static OrderRef ref(Params params, String idName, String clientIdName) {
        Long id = params.findWhole(idName);
        String clientId = params.find(clientIdName);
        if (id == null && clientId == null) {
            throw VenueError.of(
                    -1102, "Param '" + clientIdName + "' or '" + idName + "' must be sent, but both were empty/null!");
        }
        return id != null ? OrderRef.id(id) : new OrderRef(0, clientId);
    }

    private JsonNode cancelAll(Caller caller, Params params) {
        Market market = venue.market(params);
        String cancelId = venue.madeUpId();
        venue.recent.begin(cancelId);
        List<Order> ended = SpotRefusals.orThrow(venue.exchange.trading().cancelAll(caller.id(), market.symbol()));
        if (ended.isEmpty()) {
            throw VenueError.of(-2011, "Unknown order sent.");
        }
        return ended.stream().map(order -> views.canceled(order, cancelId)).collect(Json.toArray());
    }

    private JsonNode replace(Caller caller, Params params) {
        OrderRequest request = reader.read(params);
        String mode = params.text("cancelReplaceMode");
        if (!mode.equals("STOP_ON_FAILURE") && !mode.equals("ALLOW_FAILURE")) {
            throw VenueError.of(-1130, "Data sent for parameter 'cancelReplaceMode' is not valid.");
        }
        OrderRef ref = ref(params, "cancelOrderId", "cancelOrigClientOrderId");
        String cancelId = SpotOrderReader.clientId(params, "cancelNewClientOrderId", venue);
        String type = responseType(params, request);
        venue.recent.begin(cancelId);
        Replacement done = venue.exchange
                .trading()
                .replace(caller.id(), request.symbol(), ref, request, mode.equals("ALLOW_FAILURE"));
        return replaced(done, cancelId, type);
    }

    private JsonNode replaced(Replacement done, String cancelId, String type) {
        Outcome<Order> placed = done.placed();
        ObjectNode answer = Json.object()
                .put("cancelResult", done.canceled().isAccepted() ? "SUCCESS" : "FAILURE")
                .put("newOrderResult", placed == null ? "NOT_ATTEMPTED" : placed.isAccepted() ? "SUCCESS" : "FAILURE");
        answer.set(
                "cancelResponse",
                done.canceled().isAccepted()
                        ? views.canceled(done.canceled().get(), cancelId)
                        : refused(done.canceled()));
        if (placed == null) {
            answer.putNull("newOrderResponse");
        } else {
            answer.set("newOrderResponse", placed.isAccepted() ? answer(placed.get(), type) : refused(placed));
        }
        boolean isPlaced = placed != null && placed.isAccepted();
        if (done.canceled().isAccepted() && isPlaced) {
            return answer;
        }
        throw done.canceled().isAccepted() || isPlaced
                ? new VenueError(409, -2021, "Order cancel-replace partially failed.", answer, 0)
                : new VenueError(400, -2022, "Order cancel-replace failed.", answer, 0);
    }

    private static ObjectNode refused(Outcome<Order> outcome) {
        return outcome.refusal() == null
                ? Json.object()
                : SpotRefusals.error(outcome.refusal()).body();
    }

    private JsonNode amend(Caller caller, Params params) {
        Market market = venue.market(params);
        OrderRef ref = ref(params, "orderId", "origClientOrderId");
        BigDecimal quantity = SpotOrderReader.precise(params, "newQty");
        venue.recent.begin(null);
        Order order = SpotRefusals.orThrow(venue.exchange
                .trading()
                .amend(caller.id(), market.symbol(), ref, new Amendment(null, quantity, true, false)));
        ObjectNode answer = Json.object()
                .put("transactTime", Figures.millis(order.updated()))
                .put("executionId", order.id() + order.amendments());
        answer.set("amendedOrder", views.amended(order));
        return answer;
    }

    /** Fills of an account in a market. */
    static List<Fill> fills(Venue venue, Caller caller, Market market) {
        return venue.exchange.accounts().fills(caller.id(), 0).stream()
                .filter(fill -> fill.symbol().equals(market.symbol()))
                .toList();
    }
}
