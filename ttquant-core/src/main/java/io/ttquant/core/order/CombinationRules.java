package io.ttquant.core.order;

import io.ttquant.api.market.ContractType;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import org.jspecify.annotations.Nullable;

/** What of an order's type, prices, time in force and flags goes together. */
final class CombinationRules {
    private CombinationRules() {}

    static @Nullable Refusal check(OrderRequest r, long nowNanos) {
        if (r.timeInForce() == TimeInForce.GTD && r.expiryNanos() <= nowNanos) {
            return new Refusal(
                    RejectReason.EXPIRY_NOT_IN_FUTURE,
                    "expiry " + EpochNanos.format(r.expiryNanos()) + " is not after now, " + EpochNanos.format(nowNanos)
                            + "; choose a later time");
        }
        Refusal refusal = amount(r);
        if (refusal == null) {
            refusal = prices(r);
        }
        return refusal != null ? refusal : flags(r);
    }

    private static @Nullable Refusal amount(OrderRequest r) {
        if (r.isByValue() && (r.type() != OrderType.MARKET || r.timeInForce() != TimeInForce.GTC)) {
            return refuse(
                    r,
                    "an amount to spend needs a market order without a time in force; use value(...) for a quantity"
                            + " worked out now");
        }
        if (r.rawQuoteQuantity() < 0 || (r.isByValue() && r.instrument().contractType() != ContractType.LINEAR)) {
            return refuse(
                    r,
                    "an amount to spend is above zero and of an instrument whose value is price times quantity; give a"
                            + " quantity instead");
        }
        return null;
    }

    private static @Nullable Refusal prices(OrderRequest r) {
        OrderType type = r.type();
        if (r.rawTrigger() != 0 && type.isTrailing()) {
            return refuse(
                    r,
                    "it has a trigger price " + r.instrument().formatPrice(r.rawTrigger())
                            + ", but a trailing stop makes its own; leave it 0, or give it as the activation price");
        }
        if (r.rawTrigger() != 0 && !type.hasTrigger()) {
            return refuse(
                    r,
                    "it has a trigger price " + r.instrument().formatPrice(r.rawTrigger())
                            + ", which only stop orders have; use STOP_MARKET or STOP_LIMIT, or leave it 0");
        }
        if (r.rawPrice() != 0 && type == OrderType.TRAILING_STOP_LIMIT) {
            return refuse(
                    r,
                    "it has a limit price " + r.instrument().formatPrice(r.rawPrice())
                            + ", but a trailing stop makes its own; leave it 0, and give the offset a limit distance");
        }
        if (r.rawPrice() != 0 && !type.hasPrice()) {
            return refuse(
                    r,
                    "it has a limit price " + r.instrument().formatPrice(r.rawPrice())
                            + ", which only limit orders have; use LIMIT or STOP_LIMIT, or leave it 0");
        }
        if (r.triggerSource() != TriggerSource.DEFAULT && !type.hasTrigger()) {
            return refuse(
                    r,
                    "it has a trigger source " + r.triggerSource()
                            + ", but nothing to trigger; use a stop, trailing or if-touched order, or leave it DEFAULT");
        }
        return null;
    }

    private static @Nullable Refusal flags(OrderRequest r) {
        boolean isImmediate = r.timeInForce().isImmediate();
        if (r.isPostOnly() && (!r.type().hasPrice() || isImmediate)) {
            return refuse(r, "post-only needs a limit order that may rest; use LIMIT with GTC or GTD");
        }
        if (r.type().hasTrigger() && isImmediate) {
            String what = r.type().isIfTouched() ? "an if-touched order" : "a stop order";
            return refuse(r, what + " waits, so it cannot be " + r.timeInForce() + "; use GTC or GTD");
        }
        if (r.type() == OrderType.MARKET_TO_LIMIT && isImmediate) {
            return refuse(
                    r,
                    "what it cannot take rests, so it cannot be " + r.timeInForce() + "; use MARKET with "
                            + r.timeInForce() + ", or GTC");
        }
        return null;
    }

    static Refusal refuse(OrderRequest r, String why) {
        return new Refusal(RejectReason.UNSUPPORTED_COMBINATION, r.type() + " " + r.timeInForce() + ": " + why);
    }
}
