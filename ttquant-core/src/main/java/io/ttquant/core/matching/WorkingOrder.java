package io.ttquant.core.matching;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import org.jspecify.annotations.Nullable;

/** An order as the simulated exchange has it. It may be ahead of what its owner knows, by the latency of reports. */
final class WorkingOrder {
    final Order order;
    final long sequence;
    final boolean isBuy;
    final TimeInForce timeInForce;
    final boolean isPostOnly;
    final boolean isReduceOnly;
    final TriggerSource source;
    /** Null for all but trailing stops. */
    final @Nullable TrailingOffset trailing;
    /** The part of it that the book shows at a time; 0 = all of it. */
    final long rawDisplay;

    final long expiryNanos;
    /** The type with which it came; {@link #type} is what it is by now. */
    final OrderType asked;

    OrderType type;
    /** Of an order by value what the amount left would buy or sell at the last price it met; as much as can be before the first. */
    long rawQuantity;

    final boolean isByValue;
    /** What an order by value has left to spend or to receive, at the quote currency's scale. */
    long rawQuoteLeft;

    long rawFilled;
    long rawPrice;
    long rawTrigger;
    long priority;
    long arrivalNanos;
    /** The number of the open at which it is still the taker that it was when it arrived; a later open meets it at rest. */
    long marketableAtOpen;
    /** The price was at its limit or beyond, and there was not enough volume for all of it. */
    boolean wasPassed;

    /** What of {@link #rawDisplay} is still shown. */
    long rawShown;
    /** The best price that a trailing stop has followed; 0 while it is not active. */
    long rawFollowed;
    /** The trigger of a trailing stop was set by its owner and not by the market alone. */
    boolean hasOwnTrigger;

    boolean isDone;

    private @Nullable BookPlace inBook;

    /** Its exclusive group; null if it stands alone. */
    @Nullable
    WorkingGroup group;

    /** Where it works, once it has arrived as a member of a group. */
    @SuppressWarnings("NullAway.Init")
    SimulatedMarket market;

    WorkingOrder(Order order) {
        OrderRequest sent = order.sent();
        this.order = order;
        this.sequence = order.sequence();
        this.isBuy = order.side() == Side.BUY;
        this.timeInForce = sent.timeInForce();
        this.isPostOnly = sent.isPostOnly();
        this.isReduceOnly = sent.isReducing();
        this.source = sent.triggerSource();
        this.trailing = sent.trailing();
        this.rawDisplay = sent.rawDisplay();
        this.rawShown = rawDisplay;
        this.expiryNanos = expiryNanos(order);
        this.asked = sent.type();
        this.type = asked;
        this.rawQuoteLeft = sent.rawQuoteQuantity();
        this.isByValue = rawQuoteLeft != 0;
        this.rawQuantity = isByValue ? Long.MAX_VALUE : order.rawQuantity();
        this.rawPrice = order.rawPrice();
        this.rawTrigger = order.rawTrigger();
    }

    /** Where it rests in a book. */
    BookPlace inBook() {
        BookPlace known = inBook;
        if (known == null) {
            known = new BookPlace();
            inBook = known;
        }
        return known;
    }

    /** When the exchange ends an order by itself. */
    static long expiryNanos(Order order) {
        return switch (order.sent().timeInForce()) {
            case GTD, DAY -> order.expiryNanos();
            case GTC, IOC, FOK -> EpochNanos.NEVER;
        };
    }

    long rawLeaves() {
        return rawQuantity - rawFilled;
    }

    /** What it may take next: of an order by value whatever its amount makes at the price of execution, which only that price says. */
    long rawAsked() {
        return isByValue ? Long.MAX_VALUE : rawLeaves();
    }

    boolean isImmediate() {
        return timeInForce.isImmediate();
    }

    /** True if it executes at the market's price once it works: a market order, or one whose rest becomes a limit order. */
    boolean isMarket() {
        return type == OrderType.MARKET || type == OrderType.MARKET_TO_LIMIT;
    }

    /** Makes a market-to-limit order a limit order at the best price, beyond which it is not filled. */
    void becomeLimit(long rawBest) {
        type = OrderType.LIMIT;
        rawPrice = rawBest;
    }

    /** False if it waits for the mark or the index price, which no bar has. */
    boolean isMetByBars() {
        return !type.hasTrigger() || !isTriggeredByReference();
    }

    /** True if its trigger is a price that is not traded: the mark or the index price. */
    boolean isTriggeredByReference() {
        return source == TriggerSource.MARK || source == TriggerSource.INDEX;
    }

    /** Lets a trailing stop start again, from the price at which it really arrives. */
    void forgetFollowed() {
        if (type.isTrailing() && !hasOwnTrigger) {
            rawFollowed = 0;
            rawTrigger = 0;
        }
    }

    /** What of it a maker fill may take before others at its price are met: all of it, or what the book shows. */
    long rawOffered() {
        return rawDisplay == 0 ? rawLeaves() : Math.min(rawShown, rawLeaves());
    }

    /** True if all that the book showed of it is filled, so that its next part has to join the queue. */
    boolean isTipGone() {
        return rawDisplay != 0 && rawShown == 0 && !isDone;
    }

    /** True if a price is at this order's limit or better for it. */
    boolean accepts(long rawMarketPrice) {
        return isBuy ? rawMarketPrice <= rawPrice : rawMarketPrice >= rawPrice;
    }

    /** True if it is triggered by a price at its trigger or above, as a buy stop and a sell if-touched are; otherwise by one at it or below. */
    boolean isTriggeredFromBelow() {
        return isBuy == asked.isStop();
    }

    /** True if it has a trigger price, and a price is at it or beyond. */
    boolean isTriggeredBy(long rawMarketPrice) {
        return rawTrigger != 0
                && (isTriggeredFromBelow() ? rawMarketPrice >= rawTrigger : rawMarketPrice <= rawTrigger);
    }
}
