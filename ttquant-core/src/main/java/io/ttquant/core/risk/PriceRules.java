package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rules on prices and on the age of what was decided on. */
final class PriceRules {
    private PriceRules() {}

    static @Nullable Refusal check(Proposal p, InstrumentScope s) {
        Refusal refusal = p.isProtective() ? null : orderAge(p, s.scope);
        if (refusal == null && p.isMoved() && !p.isProtective()) {
            refusal = priceAge(p, s.scope);
        }
        if (refusal == null) {
            refusal = range(p, s, p.rawPrice(), "price");
        }
        if (refusal == null) {
            refusal = range(p, s, p.rawTrigger(), "trigger price");
        }
        if (refusal == null) {
            refusal = collar(p, s.scope, p.rawPrice(), "price");
        }
        return refusal != null ? refusal : collar(p, s.scope, p.rawTrigger(), "trigger price");
    }

    private static @Nullable Refusal orderAge(Proposal p, RiskScope scope) {
        long most = p.isOnBar() ? scope.maxBarAgeNanos : scope.maxOrderAgeNanos;
        if (most == RiskScope.NONE || p.eventNanos() == Long.MIN_VALUE) {
            return null;
        }
        long age = p.nowNanos() - p.eventNanos();
        return age <= most
                ? null
                : new Refusal(
                        RejectReason.ORDER_AGE,
                        (p.isOnBar() ? "decided on a bar that closed at " : "decided on an event of ")
                                + EpochNanos.format(p.eventNanos()) + ", which is "
                                + RiskText.duration(age) + " old; " + scope.who() + " allows "
                                + RiskText.duration(most)
                                + "; wait for newer data, and look for what delays it");
    }

    /** A market order takes whatever price there is, and a collar is only as good as the price it is laid around. */
    private static @Nullable Refusal priceAge(Proposal p, RiskScope scope) {
        boolean isJudged = p.isAtMarket() || (scope.rawCollar != RiskScope.NONE && hasPrice(p));
        if (scope.maxPriceAgeNanos == RiskScope.NONE || !isJudged) {
            return null;
        }
        if (p.rawReference() <= 0 || p.referenceNanos() == Long.MIN_VALUE) {
            return new Refusal(
                    RejectReason.STALE_PRICE,
                    "no price of " + p.instrument() + " is known; " + scope.who() + " wants one that is at most "
                            + RiskText.duration(scope.maxPriceAgeNanos) + " old; wait for a trade, quote or bar");
        }
        long age = p.nowNanos() - p.referenceNanos();
        return age <= scope.maxPriceAgeNanos
                ? null
                : new Refusal(
                        RejectReason.STALE_PRICE,
                        "the last price of " + p.instrument() + " is " + RiskText.duration(age) + " old; " + scope.who()
                                + " allows " + RiskText.duration(scope.maxPriceAgeNanos)
                                + "; wait for a trade, quote or bar");
    }

    private static boolean hasPrice(Proposal p) {
        return p.rawPrice() > 0 || p.rawTrigger() > 0;
    }

    private static @Nullable Refusal range(Proposal p, InstrumentScope s, long raw, String what) {
        if (raw <= 0 || (raw >= s.rawMinPrice && raw <= s.rawMaxPrice)) {
            return null;
        }
        boolean isLow = raw < s.rawMinPrice;
        Instrument i = p.instrument();
        return new Refusal(
                RejectReason.PRICE_OUT_OF_RANGE,
                what + " " + i.formatPrice(raw) + " of " + i + " is "
                        + (isLow ? "below the lowest" : "above the highest")
                        + " price of " + s.scope.who() + ", " + i.formatPrice(isLow ? s.rawMinPrice : s.rawMaxPrice)
                        + "; choose a price inside");
    }

    private static @Nullable Refusal collar(Proposal p, RiskScope scope, long raw, String what) {
        if (raw <= 0 || scope.rawCollar == RiskScope.NONE || !p.isMoved()) {
            return null;
        }
        long reference = p.rawReference();
        if (reference <= 0) {
            return RiskText.unknownPrice(
                    p.instrument(),
                    p.instrument().quote(),
                    "how far " + what + " " + p.instrument().formatPrice(raw) + " is from it");
        }
        return Fractions.isAtMost(Math.abs(Math.subtractExact(raw, reference)), reference, scope.rawCollar)
                ? null
                : outside(p, scope, raw, what);
    }

    private static Refusal outside(Proposal p, RiskScope scope, long raw, String what) {
        Instrument i = p.instrument();
        BigDecimal collar = BigDecimal.valueOf(scope.rawCollar, Require.FRACTION_SCALE);
        BigDecimal reference = BigDecimal.valueOf(p.rawReference(), i.priceScale());
        BigDecimal width = reference.multiply(collar);
        String low = reference
                .subtract(width)
                .max(BigDecimal.ZERO)
                .setScale(i.priceScale(), RoundingMode.CEILING)
                .toPlainString();
        String high = reference
                .add(width)
                .setScale(i.priceScale(), RoundingMode.FLOOR)
                .toPlainString();
        return new Refusal(
                RejectReason.PRICE_COLLAR,
                what + " " + i.formatPrice(raw) + " of " + i + " is " + RiskText.distance(raw, p.rawReference())
                        + " from the reference price " + i.formatPrice(p.rawReference()) + "; " + scope.who()
                        + " allows " + RiskText.percent(collar) + ", which is from " + low + " to " + high);
    }
}
