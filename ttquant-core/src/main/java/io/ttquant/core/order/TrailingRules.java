package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TrailingOffset;
import org.jspecify.annotations.Nullable;

/** What the offset of a trailing stop keeps. */
final class TrailingRules {
    /** All of the price, in hundredths of a basis point. */
    private static final long ALL = 1_000_000;

    private TrailingRules() {}

    static @Nullable Refusal check(OrderRequest r) {
        TrailingOffset offset = r.trailing();
        if (!r.type().isTrailing()) {
            return offset == null
                    ? null
                    : CombinationRules.refuse(
                            r,
                            "it has a trailing offset, which only trailing stops have; use TRAILING_STOP_MARKET or"
                                    + " TRAILING_STOP_LIMIT, or leave it out");
        }
        if (offset == null) {
            return CombinationRules.refuse(r, "it has no offset to trail at; give one by price, ticks or basis points");
        }
        Refusal refusal = distances(r, offset);
        return refusal != null || offset.rawActivation() == 0
                ? refusal
                : PriceRules.check(r.instrument(), offset.rawActivation(), "activation price");
    }

    private static @Nullable Refusal distances(OrderRequest r, TrailingOffset offset) {
        if (offset.distance() <= 0) {
            return CombinationRules.refuse(
                    r,
                    "trailing distance " + text(r.instrument(), offset.kind(), offset.distance())
                            + " is not above zero; give a positive one");
        }
        if (offset.limitDistance() < 0) {
            return CombinationRules.refuse(
                    r,
                    "limit distance " + text(r.instrument(), offset.kind(), offset.limitDistance())
                            + " is below zero; give how far beyond the trigger the order may still be filled");
        }
        if (offset.limitDistance() != 0 && r.type() == OrderType.TRAILING_STOP_MARKET) {
            return CombinationRules.refuse(
                    r,
                    "it has a limit distance, which only a trailing stop-limit has; use TRAILING_STOP_LIMIT, or"
                            + " leave it 0");
        }
        Refusal refusal = distance(r.instrument(), offset.kind(), offset.distance(), "trailing distance");
        return refusal != null
                ? refusal
                : distance(r.instrument(), offset.kind(), offset.limitDistance(), "limit distance");
    }

    private static @Nullable Refusal distance(Instrument i, TrailingOffset.Kind kind, long distance, String what) {
        if (kind == TrailingOffset.Kind.BASIS_POINTS) {
            return distance < ALL
                    ? null
                    : new Refusal(
                            RejectReason.PRICE_OUT_OF_RANGE,
                            what + " " + text(i, kind, distance) + " of " + i
                                    + " must be below 10000 basis points, which are the whole price; give less");
        }
        if (kind == TrailingOffset.Kind.PRICE && distance % i.rawTick() != 0) {
            return new Refusal(
                    RejectReason.PRICE_STEP,
                    what + " " + text(i, kind, distance) + " of " + i + " is no multiple of the tick "
                            + i.formatPrice(i.rawTick()) + "; round it with instrument.rounding()");
        }
        long raw = TrailingPrices.rawDistance(kind, distance, i.rawTick(), 0);
        return raw <= i.filters().rawMaxPrice()
                ? null
                : new Refusal(
                        RejectReason.PRICE_OUT_OF_RANGE,
                        what + " " + text(i, kind, distance) + " of " + i + " is more than its highest price "
                                + i.formatPrice(i.filters().rawMaxPrice()) + "; give less");
    }

    private static String text(Instrument i, TrailingOffset.Kind kind, long distance) {
        return switch (kind) {
            case PRICE -> i.formatPrice(distance);
            case TICKS -> distance + " ticks";
            case BASIS_POINTS -> FixedPoint.format(distance, 2) + " basis points";
        };
    }
}
