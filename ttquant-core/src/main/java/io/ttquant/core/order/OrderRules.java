package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
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
        Refusal refusal = CombinationRules.check(request, nowNanos);
        if (refusal == null) {
            refusal = TrailingRules.check(request);
        }
        if (refusal == null) {
            refusal = quantity(request, request.rawQuantity());
        }
        if (refusal == null) {
            refusal = DisplayRules.check(request, request.rawQuantity());
        }
        if (refusal == null && request.type().hasPrice()) {
            refusal = PriceRules.check(request.instrument(), request.rawPrice(), "price");
        }
        if (refusal == null && request.type().hasTrigger() && !request.type().isTrailing()) {
            refusal = PriceRules.check(request.instrument(), request.rawTrigger(), "trigger price");
        }
        if (refusal == null && request.type().hasPrice()) {
            refusal = PriceRules.band(request.instrument(), request.rawPrice(), rawReference);
        }
        return refusal != null ? refusal : notional(request, request.rawQuantity(), judgedPrice(request, rawReference));
    }

    /** Checks the figures that an amendment would give an order. */
    public static @Nullable Refusal checkAmended(
            OrderRequest request, long rawQuantity, long rawPrice, long rawTrigger) {
        Refusal refusal = quantity(request, rawQuantity);
        if (refusal == null) {
            refusal = DisplayRules.check(request, rawQuantity);
        }
        if (refusal == null && (request.type().hasPrice() || rawPrice != 0)) {
            refusal = PriceRules.check(request.instrument(), rawPrice, "price");
        }
        boolean isYetToTrail = request.type().isTrailing() && rawTrigger == 0;
        if (refusal == null && request.type().hasTrigger() && !isYetToTrail) {
            refusal = PriceRules.check(request.instrument(), rawTrigger, "trigger price");
        }
        return refusal != null ? refusal : notional(request, rawQuantity, rawPrice > 0 ? rawPrice : rawTrigger);
    }

    private static long judgedPrice(OrderRequest request, long rawReference) {
        if (request.rawPrice() > 0) {
            return request.rawPrice();
        }
        return request.rawTrigger() > 0 ? request.rawTrigger() : rawReference;
    }

    /** True if an order takes what there is without a price of its own when it is sent. */
    private static boolean isMarket(OrderType type) {
        return type == OrderType.MARKET || type == OrderType.MARKET_TO_LIMIT;
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
        long max = isMarket(r.type()) ? f.rawMaxMarketQuantity() : f.rawMaxQuantity();
        if (raw > max) {
            return new Refusal(
                    RejectReason.QUANTITY_ABOVE_MAXIMUM,
                    "quantity " + i.formatQuantity(raw) + " is above the maximum " + i.formatQuantity(max) + " of a "
                            + r.type() + " order of " + i + "; split it");
        }
        return null;
    }

    private static @Nullable Refusal notional(OrderRequest r, long rawQuantity, long rawPrice) {
        Instrument i = r.instrument();
        OrderFilters f = i.filters();
        boolean judged = rawPrice > 0 && (!isMarket(r.type()) || f.notionalAppliesToMarket());
        try {
            long rawValue = rawPrice > 0 ? i.rawNotional(rawPrice, rawQuantity) : 0;
            // Derivatives may be closed whatever they are worth; on spot a sale of dust is refused like any other
            // order.
            boolean isExempt = r.isReducing() && i.kind().isDerivative();
            if (judged && rawValue < f.rawMinNotional() && !isExempt) {
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
                "value " + FixedPoint.format(rawValue, scale) + " " + i.settlement() + " is "
                        + relation
                        + FixedPoint.format(rawLimit, scale) + " of " + i
                        + (reason == RejectReason.NOTIONAL_BELOW_MINIMUM
                                ? "; ask for more"
                                : "; ask for less, or split it"));
    }
}
