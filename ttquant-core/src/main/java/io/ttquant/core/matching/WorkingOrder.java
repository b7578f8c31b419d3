package io.ttquant.core.matching;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** An order as the simulated exchange has it. It may be ahead of what its owner knows, by the latency of reports. */
final class WorkingOrder {
    final Order order;
    final long sequence;
    final boolean isBuy;
    final TimeInForce timeInForce;
    final boolean isPostOnly;
    final boolean isReduceOnly;
    OrderType type;
    long rawQuantity;
    long rawFilled;
    long rawPrice;
    long rawTrigger;
    long priority;
    long arrivalNanos;
    /** The number of the open at which it is still the taker that it was when it arrived; a later open meets it at rest. */
    long marketableAtOpen;
    /** The price was at its limit or beyond, and there was not enough volume for all of it. */
    boolean wasPassed;

    boolean isDone;

    /** Its place in the queue of its price; null without a book, or while what stands at its price is not shown. */
    @Nullable
    QueuePosition queue;

    /** What the book displayed at its price when the queue was last told. */
    long rawDisplayed;

    WorkingOrder(Order order) {
        this.order = order;
        this.sequence = order.sequence();
        this.isBuy = order.side() == Side.BUY;
        this.timeInForce = order.request().timeInForce();
        this.isPostOnly = order.request().isPostOnly();
        this.isReduceOnly = order.request().isReducing();
        this.type = order.type();
        this.rawQuantity = order.rawQuantity();
        this.rawPrice = order.rawPrice();
        this.rawTrigger = order.rawTrigger();
    }

    long rawLeaves() {
        return rawQuantity - rawFilled;
    }

    long expiryNanos() {
        return order.request().expiryNanos();
    }

    boolean isImmediate() {
        return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
    }

    /** True if a price is at this order's limit or better for it. */
    boolean accepts(long rawMarketPrice) {
        return isBuy ? rawMarketPrice <= rawPrice : rawMarketPrice >= rawPrice;
    }

    /** True if a price is at or beyond this order's trigger. */
    boolean isTriggeredBy(long rawMarketPrice) {
        return isBuy ? rawMarketPrice >= rawTrigger : rawMarketPrice <= rawTrigger;
    }
}
