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

    /**
     * The most that a fill of this size may cost in the currency that its order pays with (quote for a buy, base for a sell), so that it can be
     * held back with the order; 0 if fees are charged in another currency.
     *
     * @return at the scale of the currency that the order pays with, not negative
     */
    default long rawReserve(Instrument instrument, Side side, long rawPrice, long rawQuantity) {
        Currency paying = side == Side.BUY ? instrument.quote() : instrument.base();
        if (!currency(instrument, side).equals(paying)) {
            return 0;
        }
        long maker = rawFee(instrument, side, LiquiditySide.MAKER, rawPrice, rawQuantity);
        long taker = rawFee(instrument, side, LiquiditySide.TAKER, rawPrice, rawQuantity);
        return Math.max(0, Math.max(maker, taker));
    }

    /** A sentence for the report's list of assumptions. */
    String describe();
}
