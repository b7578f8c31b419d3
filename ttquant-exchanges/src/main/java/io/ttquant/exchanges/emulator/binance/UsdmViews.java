package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalRequest;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.PriceSource;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.TimeInForce;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders, conditional orders and fills of futures as answers show them. */
final class UsdmViews {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Venue venue;

    UsdmViews(Venue venue) {
        this.venue = venue;
    }

    /** An order; {@code time} is left out where it is the answer to a command. */
    ObjectNode order(Order order, boolean isAnswer) {
        Market market = venue.market(order.symbol());
        OrderRequest request = order.request();
        Figures f = venue.figures;
        ObjectNode view = Json.object()
                .put("orderId", order.id())
                .put("symbol", order.symbol())
                .put("status", Words.status(order.status()))
                .put("clientOrderId", order.clientId())
                .put("price", f.price(market, order.price()))
                .put("avgPrice", average(market, order))
                .put("origQty", f.quantity(market, order.quantity()))
                .put("executedQty", f.quantity(market, order.filled()))
                .put(isAnswer ? "cumQty" : "cumBase", f.quantity(market, order.filled()))
                .put("cumQuote", Figures.scaled(order.filledValue(), 5))
                .put("timeInForce", timeInForce(request))
                .put("type", request.kind().name())
                .put("reduceOnly", request.reduceOnly())
                .put("closePosition", request.closePosition())
                .put("side", request.side().name())
                .put("positionSide", positionSide(request.positionSide()))
                .put("stopPrice", f.price(market, null))
                .put("workingType", "CONTRACT_PRICE")
                .put("priceProtect", false)
                .put("origType", request.kind().name())
                .put("priceMatch", "NONE")
                .put("selfTradePreventionMode", selfTrade(request))
                .put("goodTillDate", Figures.millis(request.expiresAt()));
        if (!isAnswer) {
            view.remove("cumBase");
            view.put("time", Figures.millis(order.created()));
        }
        return view.put("updateTime", Figures.millis(order.updated()));
    }

    String average(Market market, Order order) {
        int scale = Figures.scale(market.prices().tick());
        return order.filled().signum() == 0
                ? Figures.scaled(null, scale)
                : Figures.rounded(Figures.ratio(order.filledValue(), order.filled(), 12), Math.max(5, scale));
    }

    String selfTrade(OrderRequest request) {
        return Words.selfTrade(request.selfTrade(), venue.exchange.rules().selfTrade());
    }

    static String timeInForce(OrderRequest request) {
        return request.postOnly() ? "GTX" : request.timeInForce().name();
    }

    static String positionSide(PositionSide side) {
        return side == PositionSide.NET ? "BOTH" : side.name();
    }

    ObjectNode fill(Fill fill) {
        Market market = venue.market(fill.symbol());
        return Json.object()
                .put("symbol", fill.symbol())
                .put("id", fill.tradeId())
                .put("orderId", fill.orderId())
                .put("side", fill.side().name())
                .put("price", venue.figures.price(market, fill.price()))
                .put("qty", venue.figures.quantity(market, fill.quantity()))
                .put("realizedPnl", venue.figures.amount(fill.realized()))
                .put("quoteQty", Figures.scaled(fill.value(), 5))
                .put("commission", venue.figures.amount(fill.fee()))
                .put("commissionAsset", fill.feeAsset())
                .put("time", Figures.millis(fill.time()))
                .put("positionSide", positionSide(fill.positionSide()))
                .put("buyer", fill.side() == Side.BUY)
                .put("maker", fill.maker());
    }

    static OrderRequest placed(Conditional conditional) {
        return branch(conditional).order();
    }

    static ConditionalRequest.Branch branch(Conditional conditional) {
        return conditional.request().branches().get(0);
    }

    static String algoType(Conditional conditional) {
        Trigger trigger = branch(conditional).trigger();
        OrderRequest order = placed(conditional);
        if (trigger.trail() != null) {
            return "TRAILING_STOP_MARKET";
        }
        boolean isStop = Words.isStop(trigger, order.side());
        boolean isLimit = order.kind() == OrderKind.LIMIT;
        return (isStop ? "STOP" : "TAKE_PROFIT") + (isLimit ? "" : "_MARKET");
    }

    static String algoStatus(ConditionalStatus status) {
        return switch (status) {
            case WAITING -> "NEW";
            case TRIGGERED -> "FINISHED";
            case FAILED -> "REJECTED";
            case CANCELED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
        };
    }

    ObjectNode conditional(Conditional conditional) {
        OrderRequest order = placed(conditional);
        Market market = venue.market(order.symbol());
        Trigger trigger = branch(conditional).trigger();
        Figures f = venue.figures;
        boolean isFired = conditional.orderId() != 0;
        return Json.object()
                .put("algoId", conditional.id())
                .put("clientAlgoId", conditional.request().clientId())
                .put("algoType", "CONDITIONAL")
                .put("orderType", algoType(conditional))
                .put("symbol", order.symbol())
                .put("side", order.side().name())
                .put("positionSide", positionSide(order.positionSide()))
                .put("timeInForce", timeInForce(order))
                .put("quantity", f.quantity(market, order.quantity()))
                .put("algoStatus", algoStatus(conditional.status()))
                .put("actualOrderId", isFired ? Long.toString(conditional.orderId()) : "")
                .put("actualPrice", f.price(market, null))
                .put("triggerPrice", f.price(market, trigger.trail() == null ? trigger.price() : null))
                .put("price", f.price(market, order.price()))
                .putNull("icebergQuantity")
                .put("selfTradePreventionMode", selfTrade(order))
                .put("workingType", workingType(trigger))
                .put("priceMatch", "NONE")
                .put("closePosition", order.closePosition())
                .put("priceProtect", false)
                .put("reduceOnly", order.reduceOnly())
                .put("activatePrice", trigger.trail() == null ? "" : f.price(market, trigger.price()))
                .put("callbackRate", callback(trigger))
                .put("createTime", Figures.millis(conditional.created()))
                .put("updateTime", Figures.millis(conditional.updated()))
                .put("triggerTime", isFired ? Figures.millis(conditional.updated()) : 0)
                .put("goodTillDate", order.timeInForce() == TimeInForce.GTD ? Figures.millis(order.expiresAt()) : 0);
    }

    static String workingType(Trigger trigger) {
        return trigger.source() == PriceSource.MARK ? "MARK_PRICE" : "CONTRACT_PRICE";
    }

    static String callback(Trigger trigger) {
        @Nullable BigDecimal trail = trigger.trail();
        return trail == null
                ? ""
                : Objects.requireNonNull(trail)
                        .multiply(HUNDRED)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
