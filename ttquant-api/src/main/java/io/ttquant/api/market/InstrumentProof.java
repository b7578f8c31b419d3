package io.ttquant.api.market;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;

/** Checks a builder, and that the instrument's largest legal order can be computed without overflow. */
final class InstrumentProof {
    private final InstrumentBuilder builder;

    InstrumentProof(InstrumentBuilder builder) {
        this.builder = builder;
    }

    Instrument build() {
        requirePositive("tick", builder.tick);
        requirePositive("lot", builder.lot);
        requirePositive("multiplier", builder.multiplier);
        requireScale("tick", builder.priceScale());
        requireScale("lot", builder.quantityScale());
        OrderFilters filters = builder.filters();
        requireOrder("price", filters.rawMinPrice(), filters.rawMaxPrice());
        requireOrder("quantity", filters.rawMinQuantity(), filters.rawMaxQuantity());
        requireOrder("notional", filters.rawMinNotional(), filters.rawMaxNotional());
        requireBaseScale();
        Instrument instrument = new Instrument(builder, builder.base, builder.quote, builder.settlement, filters);
        requireFit(instrument, filters);
        return instrument;
    }

    private void requirePositive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw refuse(what + " " + value.toPlainString()
                    + " must be above zero; set it from the venue's instrument list");
        }
    }

    private void requireScale(String what, int scale) {
        if (scale > FixedPoint.MAX_SCALE) {
            throw refuse(what + " has " + scale + " decimals, at most " + FixedPoint.MAX_SCALE + " are supported");
        }
    }

    private void requireOrder(String what, long min, long max) {
        if (min < 0 || max < min) {
            throw refuse(
                    "the " + what + " limits are out of order: minimum " + min + ", maximum " + max + " (raw values)");
        }
    }

    private void requireBaseScale() {
        Currency base = builder.base;
        if (builder.kind == InstrumentKind.SPOT && base.scale() < builder.quantityScale()) {
            throw refuse("lot " + builder.lot.toPlainString() + " has more decimals than " + base + " keeps ("
                    + base.scale() + "); use Currency.of(\"" + base + "\", " + builder.quantityScale() + ")");
        }
    }

    private void requireFit(Instrument instrument, OrderFilters filters) {
        boolean bounded = filters.rawMaxPrice() != OrderFilters.UNLIMITED
                && filters.rawMaxQuantity() != OrderFilters.UNLIMITED
                && filters.rawMaxNotional() == OrderFilters.UNLIMITED;
        if (!bounded) {
            return;
        }
        try {
            instrument.rawNotional(filters.rawMaxPrice(), filters.rawMaxQuantity());
        } catch (ArithmeticException e) {
            throw refuse("its largest order, " + instrument.formatQuantity(filters.rawMaxQuantity()) + " at "
                    + instrument.formatPrice(filters.rawMaxPrice()) + ", does not fit 64 bits at the "
                    + builder.quote.scale()
                    + " decimals of " + builder.quote
                    + "; set maxNotional, or give the quote currency a smaller scale");
        }
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("instrument " + builder.id + ": " + why);
    }
}
