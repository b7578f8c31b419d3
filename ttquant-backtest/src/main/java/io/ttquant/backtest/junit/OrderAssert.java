package io.ttquant.backtest.junit;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.time.Instant;

/** Assertions about an order, as it stood at the end of the run. Decimals are exact: {@code at("100.5")} equals 100.50 and nothing else. */
public final class OrderAssert {
    private final Order order;
    private final RunAssert run;

    OrderAssert(Order order, RunAssert run) {
        this.order = order;
        this.run = run;
    }

    /** It buys. */
    public OrderAssert isBuy() {
        return is("side", Side.BUY, order.side());
    }

    /** It sells. */
    public OrderAssert isSell() {
        return is("side", Side.SELL, order.side());
    }

    /** It is a market order. */
    public OrderAssert isMarket() {
        return is("type", OrderType.MARKET, order.type());
    }

    /** It is a limit order. */
    public OrderAssert isLimit() {
        return is("type", OrderType.LIMIT, order.type());
    }

    /** It is of this type. */
    public OrderAssert hasType(OrderType type) {
        return is("type", type, order.type());
    }

    /** It has this limit price. */
    public OrderAssert limitedAt(String price) {
        return isFigure(
                "limit price", price, order.rawPrice(), order.instrument().priceScale());
    }

    /** It has this trigger price. */
    public OrderAssert triggeredAt(String price) {
        return isFigure(
                "trigger price", price, order.rawTrigger(), order.instrument().priceScale());
    }

    /** It is for this quantity. */
    public OrderAssert hasQuantity(String quantity) {
        return isFigure(
                "quantity", quantity, order.rawQuantity(), order.instrument().quantityScale());
    }

    /** This much of it was filled. */
    public OrderAssert hasFilled(String quantity) {
        return isFigure(
                "filled quantity",
                quantity,
                order.rawFilled(),
                order.instrument().quantityScale());
    }

    /** It was filled at this average price, which is a double: to a billionth of it. */
    public OrderAssert at(String averagePrice) {
        double expected = Double.parseDouble(averagePrice);
        boolean isClose = Math.abs(order.averagePrice() - expected) <= Math.abs(expected) * 1e-9;
        return isClose ? this : fail("average price", averagePrice, Double.toString(order.averagePrice()));
    }

    /** It has this tag. */
    public OrderAssert hasTag(String tag) {
        return is("tag", tag, order.request().tag());
    }

    /** It was asked for at this time. */
    public OrderAssert madeAt(Instant time) {
        return is("time", time, EpochNanos.toInstant(order.createdNanos()));
    }

    /** It was filled in whole. */
    public OrderAssert isFilled() {
        return hasStatus(OrderStatus.FILLED);
    }

    /** It was filled in part and is still open. */
    public OrderAssert isPartiallyFilled() {
        return hasStatus(OrderStatus.PARTIALLY_FILLED);
    }

    /** It was cancelled, whatever was filled before. */
    public OrderAssert isCanceled() {
        return hasStatus(OrderStatus.CANCELED);
    }

    /** The exchange refused it. */
    public OrderAssert isRejected() {
        return hasStatus(OrderStatus.REJECTED);
    }

    /** We refused it; it never left. */
    public OrderAssert isDenied() {
        return hasStatus(OrderStatus.DENIED);
    }

    /** It is open at the end. */
    public OrderAssert isOpen() {
        return order.isOpen()
                ? this
                : fail("status", "an open one", order.status().name());
    }

    /** It has this status at the end. */
    public OrderAssert hasStatus(OrderStatus status) {
        return is("status", status, order.status());
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    private OrderAssert isFigure(String what, String expected, long raw, int scale) {
        if (Figures.isEqual(raw, scale, expected)) {
            return this;
        }
        Instrument instrument = order.instrument();
        return fail(
                what, expected, what.contains("price") ? instrument.formatPrice(raw) : instrument.formatQuantity(raw));
    }

    private OrderAssert is(String what, Object expected, Object actual) {
        return expected.equals(actual) ? this : fail(what, expected.toString(), actual.toString());
    }

    private OrderAssert fail(String what, String expected, String actual) {
        run.fail(
                "expected " + what + " of order #" + order.sequence() + " to be " + expected + ", but it was " + actual,
                run.story().aroundOrder(order.sequence()));
        return this;
    }
}
