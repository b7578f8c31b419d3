package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;

/** What a fill costs. */
public interface FeeModel {
    /**
     * The fee of a fill at the scale of {@link #currency}; negative for a rebate.
     *
     * @param rawPrice price at the price scale
     * @param rawQuantity quantity at the quantity scale, above zero
     */
    long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity);

    /** The currency in which a fill of this side is charged. */
    default Currency currency(Instrument instrument, Side side) {
        return instrument.kind().isDerivative() ? instrument.settlement() : instrument.quote();
    }

    /** A sentence for the report's list of assumptions. */
    String describe();
}
