package io.ttquant.core.engine;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.math.BigDecimal;

/** An order as the naive venue has it, in decimals. */
final class NaiveOrder {
    final int number;
    final boolean isBuy;
    final OrderType asked;
    final TimeInForce timeInForce;
    final boolean isPostOnly;
    final boolean isReduceOnly;
    final long expiry;
    OrderType type;
    BigDecimal quantity;
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal price;
    BigDecimal trigger;
    String end = "";
    boolean isCancelAsked;
    boolean isAtVenue;
    boolean isResting;
    boolean wasMarketable;
    int priority;
    long arrival;

    NaiveOrder(int number, OrderRequest request, BigDecimal quantity, BigDecimal price, BigDecimal trigger) {
        this.number = number;
        this.isBuy = request.side() == Side.BUY;
        this.asked = request.type();
        this.timeInForce = request.timeInForce();
        this.isPostOnly = request.isPostOnly();
        this.isReduceOnly = request.isReduceOnly();
        this.expiry = request.expiryNanos();
        this.type = asked;
        this.quantity = quantity;
        this.price = price;
        this.trigger = trigger;
    }

    BigDecimal leaves() {
        return quantity.subtract(filled);
    }

    boolean isImmediate() {
        return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
    }

    boolean isLimit() {
        return type == OrderType.LIMIT;
    }

    boolean isStop() {
        return type.hasTrigger();
    }

    /** True if the price is the limit or better for the order. */
    boolean accepts(BigDecimal market) {
        return isBuy ? market.compareTo(price) <= 0 : market.compareTo(price) >= 0;
    }

    /** True if the price is better for the order than its limit, so that the market went through it. */
    boolean isPassedBy(BigDecimal market) {
        return accepts(market) && market.compareTo(price) != 0;
    }

    boolean isTriggeredBy(BigDecimal market) {
        return isBuy ? market.compareTo(trigger) >= 0 : market.compareTo(trigger) <= 0;
    }

    String state() {
        return number + " " + (end.isEmpty() ? "OPEN" : end) + " " + text(filled) + " of " + text(quantity) + " @"
                + text(price) + " ^" + text(trigger);
    }

    static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
