package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.SelfTradePrevention;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import org.jspecify.annotations.Nullable;

/** Words of Binance for what the exchange calls by its own. */
final class Words {
    private Words() {}

    static String status(OrderStatus status) {
        return switch (status) {
            case PENDING -> "PENDING_NEW";
            case WAITING, LIVE -> "NEW";
            case PARTIALLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
            case EXPIRED_IN_MATCH -> "EXPIRED_IN_MATCH";
        };
    }

    /** The type of a Spot order. */
    static String spotType(OrderRequest request) {
        boolean isLimit = request.kind() == OrderKind.LIMIT;
        Trigger trigger = request.trigger();
        if (trigger != null) {
            return (isStop(trigger, request.side()) ? "STOP_LOSS" : "TAKE_PROFIT") + (isLimit ? "_LIMIT" : "");
        }
        return request.postOnly() ? "LIMIT_MAKER" : isLimit ? "LIMIT" : "MARKET";
    }

    /** Whether a trigger is of a stop, rather than of a take-profit. */
    static boolean isStop(Trigger trigger, Side side) {
        return trigger.trail() != null || trigger.rising() == (side == Side.BUY);
    }

    static String selfTrade(@Nullable SelfTradePrevention asked, SelfTradePrevention otherwise) {
        return switch (asked == null ? otherwise : asked) {
            case NONE -> "NONE";
            case CANCEL_TAKER -> "EXPIRE_TAKER";
            case CANCEL_MAKER -> "EXPIRE_MAKER";
            case CANCEL_BOTH -> "EXPIRE_BOTH";
        };
    }

    /** What happened to an order, as the events of accounts call it. */
    static String execution(Order order, boolean isSpot) {
        return switch (order.reason()) {
            case PLACED, TRIGGERED, RELEASED -> "NEW";
            case TRADED -> "TRADE";
            case AMENDED -> isSpot ? "REPLACED" : "AMENDMENT";
            case CANCELED, REPLACED, LIST, COUNTDOWN, OPERATOR, WOULD_TAKE ->
                order.status() == OrderStatus.EXPIRED ? "EXPIRED" : "CANCELED";
            case SELF_TRADE -> isSpot ? "TRADE_PREVENTION" : "EXPIRED";
            case IMMEDIATE, ALL_OR_NOTHING, NO_LIQUIDITY, TIME, NOTHING_TO_REDUCE, FUNDS, LIQUIDATION, MARKET_CLOSED ->
                order.status() == OrderStatus.CANCELED ? "CANCELED" : "EXPIRED";
        };
    }
}
