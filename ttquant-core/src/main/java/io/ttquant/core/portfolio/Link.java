package io.ttquant.core.portfolio;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * A price of one currency in another: an instrument's mark, or a rate that the user fixed.
 *
 * @param from the currency that is priced
 * @param to the currency in which it is priced
 * @param holding the instrument whose mark it is; null for a fixed rate
 * @param rawFixed the fixed rate
 * @param scale decimals of the price
 */
record Link(Currency from, Currency to, @Nullable Holding holding, long rawFixed, int scale) {
    static Link of(Holding holding) {
        return new Link(holding.base.currency, holding.quote.currency, holding, 0, holding.instrument.priceScale());
    }

    static Link fixed(Currency from, Currency to, long rawRate, int scale) {
        return new Link(from, to, null, rawRate, scale);
    }

    boolean isFixed() {
        return holding == null;
    }

    /** The price at its scale; 0 if it is not known. */
    long rawPrice() {
        return holding == null ? rawFixed : holding.rawMark;
    }

    @Override
    public String toString() {
        return holding == null
                ? "the fixed rate "
                        + FixedPoint.toDecimal(rawFixed, scale)
                                .stripTrailingZeros()
                                .toPlainString() + " " + to + " for a " + from
                : holding.instrument.toString();
    }
}
