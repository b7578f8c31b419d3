package io.ttquant.core.margin;

import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A fraction of the value of a position in a derivative, in its settlement currency: quantity × multiplier × price of a linear or quanto
 * contract, quantity × multiplier ÷ price of an inverse one. Exact on the way and rounded once, half to even.
 */
public final class PositionValue {
    private PositionValue() {}

    /**
     * Value × fraction, with the sign of their product.
     *
     * @param rawPrice at the price scale, above zero
     * @param rawQuantity at the quantity scale, negative if short
     * @param fraction such as a funding rate
     * @return at the scale of the settlement currency
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public static long rawPart(Instrument instrument, long rawPrice, long rawQuantity, BigDecimal fraction) {
        BigDecimal units = FixedPoint.toDecimal(rawQuantity, instrument.quantityScale())
                .multiply(instrument.multiplier())
                .multiply(fraction);
        BigDecimal price = FixedPoint.toDecimal(rawPrice, instrument.priceScale());
        int scale = instrument.settlement().scale();
        BigDecimal value = instrument.contractType() == ContractType.INVERSE
                ? units.divide(price, scale, RoundingMode.HALF_EVEN)
                : units.multiply(price);
        return FixedPoint.toRaw(value, scale, RoundingMode.HALF_EVEN);
    }
}
