package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.order.RejectReason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What prices keep: the tick, the instrument's limits, and for a limit its distance from the market. */
final class PriceRules {
    private PriceRules() {}

    static @Nullable Refusal check(Instrument i, long raw, String what) {
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
    static @Nullable Refusal band(Instrument i, long raw, long rawReference) {
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
}
