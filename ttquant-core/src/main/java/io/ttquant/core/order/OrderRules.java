package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The rules every order keeps before it leaves: combinations, steps, limits and values of its instrument. Pure functions. */
public final class OrderRules {
    private OrderRules() {}

    /**
     * Checks an order.
     *
     * @param rawReference the price by which a market order's value is judged, at the price scale; 0 = unknown
     * @param nowNanos the engine's time
     * @return why it is refused, or null if it may go on
     */
    public static @Nullable Refusal check(OrderRequest request, long rawReference, long nowNanos) {
        Refusal refusal = combination(request, nowNanos);
        if (refusal == null) {
            refusal = quantity(request, request.rawQuantity());
        }
        if (refusal == null && request.type().hasPrice()) {
            refusal = price(request.instrument(), request.rawPrice(), "price");
        }
        if (refusal == null && request.type().hasTrigger()) {
            refusal = price(request.instrument(), request.rawTrigger(), "trigger price");
        }
        if (refusal == null && request.type().hasPrice()) {
            refusal = band(request.instrument(), request.rawPrice(), rawReference);
        }
        return refusal != null ? refusal : notional(request, request.rawQuantity(), judgedPrice(request, rawReference));
    }

    /** Checks the figures that an amendment would give an order. */
    public static @Nullable Refusal checkAmended(
            OrderRequest request, long rawQuantity, long rawPrice, long rawTrigger) {
        Refusal refusal = quantity(request, rawQuantity);
        if (refusal == null && request.type().hasPrice()) {
            refusal = price(request.instrument(), rawPrice, "price");
        }
        if (refusal == null && request.type().hasTrigger()) {
            refusal = price(request.instrument(), rawTrigger, "trigger price");
        }
        return refusal != null ? refusal : notional(request, rawQuantity, rawPrice > 0 ? rawPrice : rawTrigger);
    }

    private static long judgedPrice(OrderRequest request, long rawReference) {
        if (request.rawPrice() > 0) {
            return request.rawPrice();
        }
        return request.rawTrigger() > 0 ? request.rawTrigger() : rawReference;
    }

    private static @Nullable Refusal combination(OrderRequest r, long nowNanos) {
        if (r.type().isIfTouched() || r.type().isTrailing() || r.type() == OrderType.MARKET_TO_LIMIT) {
            return notYet(r, r.type() + " orders");
        }
        if (r.timeInForce() == TimeInForce.DAY || r.rawDisplay() != 0) {
            return notYet(r, "DAY and a display quantity");
        }
        if (r.triggerSource() != TriggerSource.DEFAULT) {
            return notYet(r, "trigger sources");
        }
        if (r.timeInForce() == TimeInForce.GTD && r.expiryNanos() <= nowNanos) {
            return new Refusal(
                    RejectReason.EXPIRY_NOT_IN_FUTURE,
                    "expiry " + io.ttquant.api.time.EpochNanos.format(r.expiryNanos()) + " is not after now, "
                            + io.ttquant.api.time.EpochNanos.format(nowNanos) + "; choose a later time");
        }
        if (r.rawTrigger() != 0 && !r.type().hasTrigger()) {
            return combination(
                    r,
                    "it has a trigger price " + r.instrument().formatPrice(r.rawTrigger())
                            + ", which only stop orders have; use STOP_MARKET or STOP_LIMIT, or leave it 0");
        }
        if (r.rawPrice() != 0 && !r.type().hasPrice()) {
            return combination(
                    r,
                    "it has a limit price " + r.instrument().formatPrice(r.rawPrice())
                            + ", which only limit orders have; use LIMIT or STOP_LIMIT, or leave it 0");
        }
        if (r.isPostOnly() && (!r.type().hasPrice() || isImmediate(r.timeInForce()))) {
            return combination(r, "post-only needs a limit order that may rest; use LIMIT with GTC or GTD");
        }
        if (r.type().hasTrigger() && isImmediate(r.timeInForce())) {
            return combination(r, "a stop order waits, so it cannot be " + r.timeInForce() + "; use GTC or GTD");
        }
        return null;
    }

    private static Refusal combination(OrderRequest r, String why) {
        return new Refusal(RejectReason.UNSUPPORTED_COMBINATION, r.type() + " " + r.timeInForce() + ": " + why);
    }

    private static Refusal notYet(OrderRequest r, String what) {
        return new Refusal(
                RejectReason.UNSUPPORTED_BY_VENUE, what + " of " + r.instrument() + " are not executed here yet");
    }

    private static boolean isImmediate(TimeInForce timeInForce) {
        return timeInForce == TimeInForce.IOC || timeInForce == TimeInForce.FOK;
    }

    private static @Nullable Refusal quantity(OrderRequest r, long raw) {
        Instrument i = r.instrument();
        OrderFilters f = i.filters();
        if (raw <= 0) {
            return new Refusal(
                    RejectReason.QUANTITY_ZERO,
                    "quantity " + i.formatQuantity(raw) + " of " + i + " is not above zero; the smallest lot is "
                            + i.formatQuantity(i.rawLot()) + ", ask for more, or for a larger value");
        }
        if (raw % i.rawLot() != 0) {
            return new Refusal(
                    RejectReason.QUANTITY_STEP,
                    "quantity " + i.formatQuantity(raw) + " of " + i + " is no multiple of the lot "
                            + i.formatQuantity(i.rawLot()) + "; round it with instrument.rounding()");
        }
        if (raw < f.rawMinQuantity()) {
            return new Refusal(
                    RejectReason.QUANTITY_BELOW_MINIMUM,
                    "quantity " + i.formatQuantity(raw) + " is below the minimum "
                            + i.formatQuantity(f.rawMinQuantity()) + " of " + i + "; ask for more");
        }
        long max = r.type() == OrderType.MARKET ? f.rawMaxMarketQuantity() : f.rawMaxQuantity();
        if (raw > max) {
            return new Refusal(
                    RejectReason.QUANTITY_ABOVE_MAXIMUM,
                    "quantity " + i.formatQuantity(raw) + " is above the maximum " + i.formatQuantity(max) + " of a "
                            + r.type() + " order of " + i + "; split it");
        }
        return null;
    }

    private static @Nullable Refusal price(Instrument i, long raw, String what) {
        OrderFilters f = i.filters();
        if (raw <= 0) {
            return new Refusal(
                    RejectReason.PRICE_NOT_POSITIVE,
                    what + " " + i.formatPrice(raw) + " of " + i + " must be above zero; give a positive price");
        }
        if (raw % i.rawTick() != 0) {
            return new Refusal(
                    RejectReason.PRICE_STEP,
                    what + " " + i.formatPrice(raw) + " of " + i + " is no multiple of the tick "
                            + i.formatPrice(i.rawTick()) + "; round it with instrument.rounding()");
        }
        if (raw < f.rawMinPrice() || raw > f.rawMaxPrice()) {
            return new Refusal(
                    RejectReason.PRICE_OUT_OF_RANGE,
                    what + " " + i.formatPrice(raw) + " of " + i + " is outside " + i.formatPrice(f.rawMinPrice())
                            + " to " + i.formatPrice(f.rawMaxPrice()) + "; choose a price inside");
        }
        return null;
    }

    /** How far from the reference price the exchange lets a limit be. */
    private static @Nullable Refusal band(Instrument i, long raw, long rawReference) {
        OrderFilters f = i.filters();
        if (rawReference <= 0 || (f.priceBandUpPercent() == 0 && f.priceBandDownPercent() == 0)) {
            return null;
        }
        BigDecimal percent = BigDecimal.valueOf(raw)
                .subtract(BigDecimal.valueOf(rawReference))
                .multiply(BigDecimal.valueOf(100));
        boolean tooHigh =
                f.priceBandUpPercent() > 0 && percent.compareTo(share(rawReference, f.priceBandUpPercent())) > 0;
        boolean tooLow = f.priceBandDownPercent() > 0
                && percent.negate().compareTo(share(rawReference, f.priceBandDownPercent())) > 0;
        if (!tooHigh && !tooLow) {
            return null;
        }
        return new Refusal(
                RejectReason.PRICE_OUT_OF_RANGE,
                "price " + i.formatPrice(raw) + " of " + i + " is more than "
                        + (tooHigh ? f.priceBandUpPercent() + "% above" : f.priceBandDownPercent() + "% below")
                        + " the last price " + i.formatPrice(rawReference) + "; choose a price inside the band");
    }

    private static BigDecimal share(long rawReference, int percent) {
        return BigDecimal.valueOf(rawReference).multiply(BigDecimal.valueOf(percent));
    }

    private static @Nullable Refusal notional(OrderRequest r, long rawQuantity, long rawPrice) {
        Instrument i = r.instrument();
        OrderFilters f = i.filters();
        boolean judged = rawPrice > 0 && (r.type() != OrderType.MARKET || f.notionalAppliesToMarket());
        try {
            long rawValue = rawPrice > 0 ? i.rawNotional(rawPrice, rawQuantity) : 0;
            if (judged && rawValue < f.rawMinNotional() && !r.isReducing()) {
                return value(
                        r, rawValue, RejectReason.NOTIONAL_BELOW_MINIMUM, "below the minimum ", f.rawMinNotional());
            }
            if (judged && rawValue > f.rawMaxNotional()) {
                return value(
                        r, rawValue, RejectReason.NOTIONAL_ABOVE_MAXIMUM, "above the maximum ", f.rawMaxNotional());
            }
            return null;
        } catch (ArithmeticException e) {
            return new Refusal(
                    RejectReason.ARITHMETIC_OVERFLOW,
                    i.formatQuantity(rawQuantity) + " at " + i.formatPrice(rawPrice) + " of " + i
                            + " is too large a value to compute exactly; ask for less");
        }
    }

    private static Refusal value(OrderRequest r, long rawValue, RejectReason reason, String relation, long rawLimit) {
        Instrument i = r.instrument();
        int scale = i.settlement().scale();
        return new Refusal(
                reason,
                "value " + io.ttquant.api.money.FixedPoint.format(rawValue, scale) + " " + i.settlement() + " is "
                        + relation
                        + io.ttquant.api.money.FixedPoint.format(rawLimit, scale) + " of " + i
                        + (reason == RejectReason.NOTIONAL_BELOW_MINIMUM
                                ? "; ask for more"
                                : "; ask for less, or split it"));
    }
}
