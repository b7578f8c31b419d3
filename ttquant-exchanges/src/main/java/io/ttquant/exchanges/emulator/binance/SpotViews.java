package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and fills of Spot as answers show them. */
final class SpotViews {
    private static final BigDecimal BASIS_POINTS = new BigDecimal(10_000);

    private final Venue venue;

    SpotViews(Venue venue) {
        this.venue = venue;
    }

    /** The answer to a new order that says least. */
    ObjectNode acknowledged(Order order) {
        return Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", order.clientId())
                .put("transactTime", Figures.millis(order.updated()));
    }

    /** The answer to a new order, without its fills. */
    ObjectNode result(Order order) {
        ObjectNode answer = acknowledged(order);
        figures(answer, order);
        extras(answer, order);
        return answer.put("workingTime", workingTime(order)).put("selfTradePreventionMode", selfTrade(order));
    }

    /** The answer to a new order with its fills. */
    ObjectNode full(Order order, List<Fill> fills) {
        ArrayNode rows = Json.array();
        for (Fill fill : fills) {
            Market market = venue.market(fill.symbol());
            rows.add(Json.object()
                    .put("price", venue.figures.price(market, fill.price()))
                    .put("qty", venue.figures.quantity(market, fill.quantity()))
                    .put("commission", venue.figures.amount(fill.fee()))
                    .put("commissionAsset", fill.feeAsset())
                    .put("tradeId", fill.tradeId()));
        }
        ObjectNode answer = result(order);
        answer.set("fills", rows);
        return answer;
    }

    /** An order as queries show it. */
    ObjectNode order(Order order) {
        ObjectNode answer = Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", order.clientId());
        figures(answer, order);
        Market market = venue.market(order.symbol());
        Trigger trigger = order.request().trigger();
        answer.put("stopPrice", venue.figures.price(market, trigger == null ? null : trigger.price()))
                .put(
                        "icebergQty",
                        venue.figures.quantity(market, order.request().display()))
                .put("time", Figures.millis(order.created()))
                .put("updateTime", Figures.millis(order.updated()))
                .put("isWorking", order.working())
                .put("workingTime", workingTime(order))
                .put("origQuoteOrderQty", venue.figures.amount(order.request().quoteQuantity()))
                .put("selfTradePreventionMode", selfTrade(order));
        trailing(answer, trigger);
        return answer;
    }

    /** The answer to a cancel. */
    ObjectNode canceled(Order order, String cancelId) {
        ObjectNode answer = Json.object()
                .put("symbol", order.symbol())
                .put("origClientOrderId", order.clientId())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", cancelId)
                .put("transactTime", Figures.millis(order.updated()));
        figures(answer, order);
        extras(answer, order);
        return answer.put("selfTradePreventionMode", selfTrade(order));
    }

    /** An order as the answer to an amendment shows it. */
    ObjectNode amended(Order order) {
        Market market = venue.market(order.symbol());
        return Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.id())
                .put("orderListId", listId(order))
                .put("clientOrderId", order.clientId())
                .put("price", venue.figures.price(market, order.price()))
                .put("qty", venue.figures.quantity(market, order.quantity()))
                .put("executedQty", venue.figures.quantity(market, order.filled()))
                .put("preventedQty", "0.00000000")
                .put("quoteOrderQty", "0.00000000")
                .put("cumulativeQuoteQty", venue.figures.amount(order.filledValue()))
                .put("status", Words.status(order.status()))
                .put("timeInForce", order.request().timeInForce().name())
                .put("type", Words.spotType(order.request()))
                .put("side", order.side().name())
                .put("workingTime", workingTime(order))
                .put("selfTradePreventionMode", selfTrade(order));
    }

    /** A fill as queries show it. */
    ObjectNode fill(Fill fill, long listId) {
        Market market = venue.market(fill.symbol());
        return Json.object()
                .put("symbol", fill.symbol())
                .put("id", fill.tradeId())
                .put("orderId", fill.orderId())
                .put("orderListId", listId)
                .put("price", venue.figures.price(market, fill.price()))
                .put("qty", venue.figures.quantity(market, fill.quantity()))
                .put("quoteQty", venue.figures.amount(fill.value()))
                .put("commission", venue.figures.amount(fill.fee()))
                .put("commissionAsset", fill.feeAsset())
                .put("time", Figures.millis(fill.time()))
                .put("isBuyer", fill.side() == Side.BUY)
                .put("isMaker", fill.maker())
                .put("isBestMatch", true);
    }

    private void figures(ObjectNode answer, Order order) {
        Market market = venue.market(order.symbol());
        OrderRequest request = order.request();
        answer.put("price", venue.figures.price(market, order.price()))
                .put("origQty", venue.figures.quantity(market, order.quantity()))
                .put("executedQty", venue.figures.quantity(market, order.filled()))
                .put("origQuoteOrderQty", venue.figures.amount(request.quoteQuantity()))
                .put("cummulativeQuoteQty", venue.figures.amount(order.filledValue()))
                .put("status", Words.status(order.status()))
                .put("timeInForce", request.timeInForce().name())
                .put("type", Words.spotType(request))
                .put("side", request.side().name());
    }

    /** Fields that are there only where they say something. */
    private void extras(ObjectNode answer, Order order) {
        Market market = venue.market(order.symbol());
        Trigger trigger = order.request().trigger();
        if (trigger != null && trigger.price() != null) {
            answer.put("stopPrice", venue.figures.price(market, trigger.price()));
        }
        if (order.request().display() != null) {
            answer.put(
                    "icebergQty", venue.figures.quantity(market, order.request().display()));
        }
        trailing(answer, trigger);
    }

    private static void trailing(ObjectNode answer, @Nullable Trigger trigger) {
        if (trigger != null && trigger.trail() != null) {
            answer.put("trailingDelta", trigger.trail().multiply(BASIS_POINTS).longValue());
        }
    }

    String selfTrade(Order order) {
        return Words.selfTrade(
                order.request().selfTrade(), venue.exchange.rules().selfTrade());
    }

    static long listId(Order order) {
        return order.listId() == 0 ? -1 : order.listId();
    }

    /** When it began to work; -1 before. */
    static long workingTime(Order order) {
        return order.working()
                ? Figures.millis(order.request().trigger() == null ? order.created() : order.updated())
                : -1;
    }
}
