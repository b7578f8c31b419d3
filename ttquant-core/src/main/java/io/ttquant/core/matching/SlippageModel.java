package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;

/** How much worse than the observed price a taker's fill is. */
public interface SlippageModel {
    /** No slippage. */
    SlippageModel NONE = new SlippageModel() {
        @Override
        public long rawSlippage(Instrument instrument, Side side, long rawPrice, long rawQuantity) {
            return 0;
        }

        @Override
        public String describe() {
            return "none";
        }
    };

    /** A number of ticks. */
    static SlippageModel ticks(int ticks) {
        return new TickSlippage(ticks);
    }

    /** A fraction of the price in basis points (hundredths of a percent), rounded up to a tick. */
    static SlippageModel basisPoints(String basisPoints) {
        return BasisPointSlippage.of(new java.math.BigDecimal(basisPoints));
    }

    /** How much to add to the price of a buy, or to take off that of a sell, at the price scale; not negative, whole ticks. */
    long rawSlippage(Instrument instrument, Side side, long rawPrice, long rawQuantity);

    /** A sentence for the report's list of assumptions. */
    String describe();
}
