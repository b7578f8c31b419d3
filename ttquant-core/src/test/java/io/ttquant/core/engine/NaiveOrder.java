package io.ttquant.core.engine;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An order as the naive venue has it, in decimals. */
final class NaiveOrder {
    final int number;
    final boolean isBuy;
    final OrderType asked;
    final TimeInForce timeInForce;
    final boolean isPostOnly;
    final boolean isReduceOnly;
    final long expiry;
    final TriggerSource source;
    final @Nullable TrailingOffset trailing;
    final BigDecimal display;
    BigDecimal shown;
    BigDecimal followed = BigDecimal.ZERO;
    boolean wasPassed;
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

    NaiveOrder(
            int number, OrderRequest request, BigDecimal quantity, BigDecimal price, BigDecimal trigger, long expiry) {
        this.number = number;
        this.isBuy = request.side() == Side.BUY;
        this.asked = request.type();
        this.timeInForce = request.timeInForce();
        this.isPostOnly = request.isPostOnly();
        this.isReduceOnly = request.isReduceOnly();
        this.source = request.triggerSource();
        this.trailing = request.trailing();
        this.display =
                FixedPoint.toDecimal(request.rawDisplay(), request.instrument().quantityScale());
        this.shown = display;
        this.expiry = expiry;
        this.type = asked;
        this.quantity = quantity;
        this.price = price;
        this.trigger = trigger;
    }

    BigDecimal leaves() {
        return quantity.subtract(filled);
    }

    /** What a maker fill may take of it before its turn is over. */
    BigDecimal offered() {
        return display.signum() == 0 ? leaves() : shown.min(leaves());
    }

    boolean isMarket() {
        return type == OrderType.MARKET || type == OrderType.MARKET_TO_LIMIT;
    }

    /** True if its trigger is a price that is not traded. */
    boolean isByReference() {
        return source == TriggerSource.MARK || source == TriggerSource.INDEX;
    }

    /** True if it triggers when the price rises. */
    boolean isRising() {
        return isBuy != asked.isIfTouched();
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
        return trigger.signum() > 0 && (isRising() ? market.compareTo(trigger) >= 0 : market.compareTo(trigger) <= 0);
    }

    /** Lets a trailing stop follow a price, if it is active or becomes so. */
    void follow(BigDecimal market, BigDecimal tick) {
        if (trailing == null) {
            return;
        }
        BigDecimal activation = BigDecimal.valueOf(trailing.rawActivation(), tick.scale());
        boolean starts = followed.signum() == 0
                && (activation.signum() == 0
                        || (isBuy ? market.compareTo(activation) <= 0 : market.compareTo(activation) >= 0));
        boolean isBetter =
                followed.signum() > 0 && (isBuy ? market.compareTo(followed) < 0 : market.compareTo(followed) > 0);
        if (starts || isBetter) {
            followed = market;
            BigDecimal there = away(market, trailing.distance(), tick);
            trigger = trigger.signum() == 0 ? there : isBuy ? trigger.min(there) : trigger.max(there);
        }
    }

    /** The limit of a trailing stop-limit that was triggered. */
    BigDecimal trailingLimit(BigDecimal tick) {
        return away(trigger, java.util.Objects.requireNonNull(trailing).limitDistance(), tick);
    }

    private BigDecimal away(BigDecimal from, long distance, BigDecimal tick) {
        BigDecimal off = switch (java.util.Objects.requireNonNull(trailing).kind()) {
            case PRICE -> BigDecimal.valueOf(distance, tick.scale());
            case TICKS -> tick.multiply(BigDecimal.valueOf(distance));
            case BASIS_POINTS -> from.multiply(BigDecimal.valueOf(distance, 6));
        };
        BigDecimal exact = isBuy ? from.add(off) : from.subtract(off);
        return exact.divide(tick, 0, isBuy ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(tick)
                .max(tick);
    }

    String state() {
        return number + " " + (end.isEmpty() ? "OPEN" : end) + " " + text(filled) + " of " + text(quantity) + " @"
                + text(price) + " ^" + text(trigger);
    }

    static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
