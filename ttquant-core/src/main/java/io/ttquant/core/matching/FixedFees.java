package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fees of stock and futures brokers: an amount per fill, an amount per unit or contract, and a fraction of the value. The exact sum is rounded once,
 * half to even. Amounts are in the settlement currency, which is the quote currency of spot and linear contracts.
 *
 * @param perFill amount per fill
 * @param perUnit amount per unit or contract
 * @param rate fraction of the value
 */
public record FixedFees(BigDecimal perFill, BigDecimal perUnit, BigDecimal rate) implements FeeModel {
    @Override
    public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        BigDecimal units = FixedPoint.toDecimal(rawQuantity, instrument.quantityScale());
        BigDecimal price = FixedPoint.toDecimal(rawPrice, instrument.priceScale());
        BigDecimal share = rate.multiply(units).multiply(instrument.multiplier());
        BigDecimal fixed = perFill.add(perUnit.multiply(units));
        int scale = instrument.settlement().scale();
        BigDecimal fee = instrument.isInverse()
                ? fixed.multiply(price).add(share).divide(price, scale, RoundingMode.HALF_EVEN)
                : fixed.add(share.multiply(price));
        return FixedPoint.toRaw(fee, scale, RoundingMode.HALF_EVEN);
    }

    @Override
    public String describe() {
        return perFill.toPlainString() + " per fill, " + perUnit.toPlainString() + " per unit, "
                + rate.movePointRight(2).stripTrailingZeros().toPlainString() + "% of a fill's value";
    }
}
