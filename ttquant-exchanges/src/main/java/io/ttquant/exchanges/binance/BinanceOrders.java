package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.Enums;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.request.Page;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and fills of Binance, Spot and futures, conditional ones too. */
public final class BinanceOrders {
    private BinanceOrders() {}

    /** Orders of a list, or the one of an answer. */
    public static List<VenueOrder> orders(JsonNode data) {
        List<VenueOrder> orders = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(row -> {
                // A batch has its errors among its orders; anything else that is no order must not be passed over.
                if (!row.has("code") || !row.has("msg")) {
                    orders.add(order(row));
                }
            });
        } else {
            orders.add(order(data));
        }
        return orders;
    }

    /** An order. */
    public static VenueOrder order(JsonNode o) {
        boolean isAlgo = o.has("algoId");
        String word = Json.text(o, isAlgo ? "algoStatus" : "status");
        String kind = isAlgo ? BinanceCodes.ALGO_STATUS : BinanceCodes.ORDER_STATUS;
        OrderStatus status = BinanceCodes.STATUSES.status(kind, word);
        return new VenueOrder(
                Json.text(o, "symbol"),
                venueId(o),
                clientId(o),
                Enums.side(Json.text(o, "side")),
                Enums.positionSide(Json.text(o, "positionSide")),
                Json.text(o, isAlgo ? "orderType" : "type"),
                Json.text(o, "timeInForce"),
                status,
                word,
                Json.nonZero(o, "price"),
                Json.nonZero(o, isAlgo ? "triggerPrice" : "stopPrice"),
                Json.orZero(o, isAlgo ? "quantity" : "origQty"),
                false,
                isAlgo ? Json.orZero(o, "executedQty") : VenueOrder.filled(o, "executedQty", status),
                average(o),
                Json.flag(o, "reduceOnly"),
                fees(o),
                Json.text(o, "expiryReason"),
                isAlgo,
                isAlgo ? Json.text(o, "actualOrderId") : "",
                "",
                created(o),
                Json.nanos(o, "updateTime", "transactTime"));
    }

    /** A cancel answers with an id of its own beside that of the order. */
    static String clientId(JsonNode o) {
        String original = Json.text(o, "origClientOrderId");
        String own = original.isEmpty() ? Json.text(o, "clientOrderId") : original;
        return own.isEmpty() ? Json.text(o, "clientAlgoId") : own;
    }

    static String venueId(JsonNode o) {
        return Json.text(o, o.has("algoId") ? "algoId" : "orderId");
    }

    private static long created(JsonNode o) {
        long time = Json.nanos(o, "time", "createTime");
        return time != 0 ? time : Json.nanos(o, "transactTime", "updateTime");
    }

    /** Futures tell it; on Spot it is value over quantity, for analysis only. */
    private static @Nullable BigDecimal average(JsonNode o) {
        BigDecimal told = Json.nonZero(o, "avgPrice");
        BigDecimal filled = Json.nonZero(o, "executedQty");
        BigDecimal value = Json.nonZero(o, "cummulativeQuoteQty");
        return told != null || filled == null || value == null ? told : value.divide(filled, MathContext.DECIMAL64);
    }

    private static List<VenueFee> fees(JsonNode o) {
        List<VenueFee> fees = new ArrayList<>();
        for (JsonNode fill : o.path("fills")) {
            fees.add(new VenueFee(Json.orZero(fill, "commission"), Json.text(fill, "commissionAsset")));
        }
        return fees;
    }

    /** Fills of a list. */
    public static List<VenueFill> fills(JsonNode data) {
        List<VenueFill> fills = new ArrayList<>();
        Json.rows(data, "fills").forEach(row -> fills.add(fill(row)));
        return fills;
    }

    /** Futures name it; Spot says whether it was the buyer. */
    private static Side side(JsonNode f) {
        return switch (Json.text(f, "isBuyer")) {
            case "true" -> Side.BUY;
            case "false" -> Side.SELL;
            default -> Enums.side(Json.text(f, "side"));
        };
    }

    private static VenueFill fill(JsonNode f) {
        long id = Json.whole(f, "id", Page.ABSENT);
        String orderId = Json.text(f, "orderId");
        BigDecimal price = Json.required(f, "price");
        BigDecimal quantity = Json.required(f, "qty");
        long time = Json.nanos(f, "time");
        return new VenueFill(
                Json.text(f, "symbol"),
                id < 0 ? VenueFill.madeUpId(orderId, time, price, quantity) : id,
                orderId,
                "",
                side(f),
                Enums.positionSide(Json.text(f, "positionSide")),
                price,
                quantity,
                new VenueFee(Json.orZero(f, "commission"), Json.text(f, "commissionAsset")),
                Json.flag(f, f.has("maker") ? "maker" : "isMaker"),
                Math.max(id, Page.ABSENT),
                time);
    }
}
