package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fees of stock and futures brokers: an amount per fill, an amount per unit or contract, and a fraction of the value.
 *
 * @param perFill amount per fill, in the quote currency
 * @param perUnit amount per unit or contract, in the quote currency
 * @param rate fraction of the value
 */
public record FixedFees(BigDecimal perFill, BigDecimal perUnit, BigDecimal rate) implements FeeModel {
    @Override
    public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        int scale = instrument.quote().scale();
        BigDecimal value = FixedPoint.toDecimal(instrument.rawNotional(rawPrice, rawQuantity), scale);
        BigDecimal units = FixedPoint.toDecimal(rawQuantity, instrument.quantityScale());
        BigDecimal fee = perFill.add(perUnit.multiply(units)).add(rate.multiply(value));
        return FixedPoint.toRaw(fee, scale, RoundingMode.HALF_EVEN);
    }

    @Override
    public String describe() {
        return perFill.toPlainString() + " per fill, " + perUnit.toPlainString() + " per unit, "
                + rate.movePointRight(2).stripTrailingZeros().toPlainString() + "% of a fill's value";
    }
}
