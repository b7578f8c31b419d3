package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.answer.Enums;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders and fills of OKX, conditional ones too. */
public final class OkxOrders {
    private OkxOrders() {}

    /** Orders of an answer. One that came of a conditional order has our id of that, if it has one. */
    public static List<VenueOrder> orders(JsonNode data) {
        List<VenueOrder> orders = new ArrayList<>();
        Json.rows(data, "orders")
                .forEach(row -> orders.add(
                        !Json.text(row, "algoId").isEmpty() && !row.has("accFillSz") ? algo(row) : order(row)));
        return orders;
    }

    private static VenueOrder order(JsonNode o) {
        String state = Json.text(o, "state");
        OrderStatus status = OkxCodes.orderStatus(state, Json.text(o, "cancelSource"));
        return new VenueOrder(
                Json.text(o, "instId"),
                id(o, "ordId"),
                Json.text(o, Json.text(o, "algoClOrdId").isEmpty() ? "clOrdId" : "algoClOrdId"),
                Enums.side(Json.text(o, "side")),
                Enums.positionSide(Json.text(o, "posSide")),
                Json.text(o, "ordType"),
                "",
                status,
                state,
                Json.nonZero(o, "px"),
                null,
                Json.required(o, "sz"),
                Json.text(o, "tgtCcy").equals("quote_ccy"),
                VenueOrder.filled(o, "accFillSz", status),
                Json.nonZero(o, "avgPx"),
                Json.flag(o, "reduceOnly"),
                fees(o),
                Json.text(o, "cancelSource"),
                false,
                "",
                Json.text(o, "algoId"),
                Json.nanos(o, "cTime"),
                Json.nanos(o, "uTime"));
    }

    private static VenueOrder algo(JsonNode o) {
        String state = Json.text(o, "state");
        return new VenueOrder(
                Json.text(o, "instId"),
                id(o, "algoId"),
                Json.text(o, "algoClOrdId"),
                Enums.side(Json.text(o, "side")),
                Enums.positionSide(Json.text(o, "posSide")),
                Json.text(o, "ordType"),
                "",
                OkxCodes.STATUSES.status(OkxCodes.ALGO_STATE, state),
                state,
                first(o, "slOrdPx", "tpOrdPx", "ordPx"),
                first(o, "slTriggerPx", "tpTriggerPx", "triggerPx"),
                Json.orZero(o, "sz"),
                Json.text(o, "tgtCcy").equals("quote_ccy"),
                // actualSz and actualPx are what was ordered when it was triggered; what was filled, the order that
                // came of it tells.
                BigDecimal.ZERO,
                null,
                Json.flag(o, "reduceOnly"),
                List.of(),
                Json.text(o, "failCode"),
                true,
                Json.text(o, "ordId").isEmpty() ? "" : id(o, "ordId"),
                "",
                Json.nanos(o, "cTime"),
                Json.nanos(o, "uTime"));
    }

    /** An id by which the order is asked for, and paged. */
    private static String id(JsonNode o, String name) {
        return Long.toString(Json.exact(o, name));
    }

    /** -1 stands for the market. */
    private static @Nullable BigDecimal first(JsonNode o, String... names) {
        for (String name : names) {
            BigDecimal value = Json.nonZero(o, name);
            if (value != null && value.signum() > 0) {
                return value;
            }
        }
        return null;
    }

    /** What the venue counts as negative is paid. */
    private static List<VenueFee> fees(JsonNode o) {
        List<VenueFee> fees = new ArrayList<>();
        BigDecimal fee = Json.nonZero(o, "fee");
        if (fee != null) {
            fees.add(new VenueFee(fee.negate(), Json.text(o, "feeCcy")));
        }
        BigDecimal rebate = Json.nonZero(o, "rebate");
        if (rebate != null) {
            fees.add(new VenueFee(rebate.abs().negate(), Json.text(o, "rebateCcy")));
        }
        return fees;
    }

    /** Fills of an answer. One that the venue gives no id has one of ours, below zero. */
    public static List<VenueFill> fills(JsonNode data) {
        List<VenueFill> fills = new ArrayList<>();
        Json.rows(data, "fills").forEach(row -> fills.add(fill(row)));
        return fills;
    }

    private static VenueFill fill(JsonNode f) {
        return new VenueFill(
                Json.text(f, "instId"),
                OkxTradeIds.of(f),
                Json.text(f, "ordId"),
                Json.text(f, "clOrdId"),
                Enums.side(Json.text(f, "side")),
                Enums.positionSide(Json.text(f, "posSide")),
                Json.required(f, "fillPx"),
                Json.required(f, "fillSz"),
                new VenueFee(Json.orZero(f, "fee").negate(), Json.text(f, "feeCcy")),
                Json.text(f, "execType").equals("M"),
                OkxTradeIds.cursor(f),
                Json.nanos(f, "fillTime", "ts"));
    }
}
