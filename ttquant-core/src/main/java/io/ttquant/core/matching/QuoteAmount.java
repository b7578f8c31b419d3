package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;

/** Works out how much an order by value trades at a price: whole lots for at most what it has left, a buy with its fee if that is paid in the quote currency. */
record QuoteAmount(Instrument instrument, FeeModel fees) {
    /** The quantity at the quantity scale; 0 if not one lot. */
    long rawQuantity(WorkingOrder order, long rawPrice, LiquiditySide liquidity) {
        long most = rawLots(order.rawQuoteLeft, rawPrice);
        if (!order.isBuy || most == 0) {
            return most;
        }
        // A fee of more than this never falls due, so that what is left after it is enough.
        long fee = rawFee(rawPrice, most, liquidity);
        long quantity = fee >= order.rawQuoteLeft ? 0 : rawLots(order.rawQuoteLeft - fee, rawPrice);
        long lot = instrument.rawLot();
        while (quantity + lot <= most && rawCost(rawPrice, quantity + lot, liquidity) <= order.rawQuoteLeft) {
            quantity += lot;
        }
        return quantity;
    }

    private long rawLots(long rawAmount, long rawPrice) {
        return instrument
                .rounding()
                .quantityForValue(
                        FixedPoint.toDecimal(rawAmount, instrument.quote().scale()), rawPrice);
    }

    private long rawCost(long rawPrice, long rawQuantity, LiquiditySide liquidity) {
        return Math.addExact(instrument.rawNotional(rawPrice, rawQuantity), rawFee(rawPrice, rawQuantity, liquidity));
    }

    private long rawFee(long rawPrice, long rawQuantity, LiquiditySide liquidity) {
        boolean isInQuote = fees.currency(instrument, Side.BUY).equals(instrument.quote());
        return isInQuote ? Math.max(0, fees.rawFee(instrument, Side.BUY, liquidity, rawPrice, rawQuantity)) : 0;
    }

    /** A fill used up a part of the amount. */
    void use(WorkingOrder order, long rawPrice, long rawQuantity, LiquiditySide liquidity) {
        long used =
                order.isBuy ? rawCost(rawPrice, rawQuantity, liquidity) : instrument.rawNotional(rawPrice, rawQuantity);
        order.rawQuoteLeft -= used;
    }

    String leftText(WorkingOrder order) {
        return FixedPoint.format(order.rawQuoteLeft, instrument.quote().scale()) + " " + instrument.quote()
                + " are left, less than one lot costs";
    }
}
