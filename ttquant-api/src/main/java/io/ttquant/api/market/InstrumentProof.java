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
        requireSize("tick", builder.tick);
        requireSize("lot", builder.lot);
        requireSize("multiplier", builder.multiplier);
        int priceScale = builder.priceScale();
        int quantityScale = builder.quantityScale();
        int valueScale = builder.settlement.scale();
        requireMinimum("price", builder.minPrice, priceScale);
        requireMinimum("quantity", builder.minQuantity, quantityScale);
        requireMinimum("notional", builder.minNotional, valueScale);
        OrderFilters filters = builder.filters();
        requireOrder("price", filters.rawMinPrice(), filters.rawMaxPrice(), priceScale);
        requireOrder("quantity", filters.rawMinQuantity(), filters.rawMaxQuantity(), quantityScale);
        requireOrder("notional", filters.rawMinNotional(), filters.rawMaxNotional(), valueScale);
        requireBaseScale();
        requireSettlement();
        Instrument instrument = new Instrument(builder, builder.base, builder.quote, builder.settlement, filters);
        requireFit(instrument, filters);
        return instrument;
    }

    private void requirePositive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw refuse(what + " " + value + " must be above zero; set it from the venue's instrument list");
        }
    }

    private void requireSize(String what, BigDecimal value) {
        int scale = Math.max(0, value.stripTrailingZeros().scale());
        if (scale > FixedPoint.MAX_SCALE) {
            throw refuse(what + " has " + scale + " decimals, at most " + FixedPoint.MAX_SCALE + " are supported");
        }
        if (!fits(value, scale)) {
            throw refuse(what + " " + value + " does not fit 64 bits at its " + scale
                    + " decimals; take it from the venue's instrument list");
        }
    }

    private void requireMinimum(String what, BigDecimal value, int scale) {
        if (!fits(value, scale)) {
            throw refuse("the minimum " + what + " " + value + " does not fit 64 bits at " + scale
                    + " decimals; it is at most " + FixedPoint.format(Long.MAX_VALUE, scale));
        }
    }

    /** The number of digits is judged first, so that an absurd exponent is never computed with. */
    private static boolean fits(BigDecimal value, int scale) {
        long digits = (long) value.precision() - value.scale() + scale;
        return value.signum() == 0
                || digits < 19
                || (digits == 19 && value.abs().compareTo(FixedPoint.toDecimal(Long.MAX_VALUE, scale)) <= 0);
    }

    private void requireOrder(String what, long min, long max, int scale) {
        if (min < 0 || max < min) {
            String most = max == OrderFilters.UNLIMITED ? "none" : FixedPoint.format(max, scale);
            throw refuse("the " + what + " limits are out of order: minimum " + FixedPoint.format(min, scale)
                    + ", maximum " + most + "; a minimum is not below zero, and a maximum not below its minimum");
        }
    }

    private void requireBaseScale() {
        Currency base = builder.base;
        if (builder.kind == InstrumentKind.SPOT && base.scale() < builder.quantityScale()) {
            throw refuse("lot " + builder.lot.toPlainString() + " has more decimals than " + base + " keeps ("
                    + base.scale() + "); use Currency.of(\"" + base + "\", " + builder.quantityScale() + ")");
        }
    }

    private void requireSettlement() {
        Currency settlement = builder.settlement;
        if (builder.kind == InstrumentKind.SPOT && builder.contractType != ContractType.LINEAR) {
            throw refuse("spot is always LINEAR, not " + builder.contractType
                    + "; leave the contract out, or build a perpetual or a future");
        }
        Currency due = builder.contractType == ContractType.INVERSE ? builder.base : builder.quote;
        if (builder.contractType == ContractType.QUANTO ? settlement.equals(due) : !settlement.equals(due)) {
            throw refuse("a contract that is " + builder.contractType + " is settled in "
                    + (builder.contractType == ContractType.INVERSE
                            ? "its base currency " + due
                            : builder.contractType == ContractType.LINEAR
                                    ? "its quote currency " + due
                                    : "another currency than its quote currency " + due)
                    + ", not in " + settlement + "; settle it so, or choose another contract type");
        }
    }

    /** The value of an inverse contract is the largest at the lowest price. */
    private void requireFit(Instrument instrument, OrderFilters filters) {
        long rawPrice =
                instrument.isInverse() ? Math.max(filters.rawMinPrice(), instrument.rawTick()) : filters.rawMaxPrice();
        boolean bounded = rawPrice != OrderFilters.UNLIMITED
                && filters.rawMaxQuantity() != OrderFilters.UNLIMITED
                && filters.rawMaxNotional() == OrderFilters.UNLIMITED;
        if (!bounded) {
            return;
        }
        try {
            instrument.rawNotional(rawPrice, filters.rawMaxQuantity());
        } catch (ArithmeticException e) {
            throw refuse("its largest order, " + instrument.formatQuantity(filters.rawMaxQuantity()) + " at "
                    + instrument.formatPrice(rawPrice) + ", does not fit 64 bits at the "
                    + builder.settlement.scale() + " decimals of " + builder.settlement
                    + "; set maxNotional" + (instrument.isInverse() ? " or minPrice" : "")
                    + ", or give the " + (instrument.isInverse() ? "base" : "quote") + " currency a smaller scale");
        }
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("instrument " + builder.id + ": " + why);
    }
}
