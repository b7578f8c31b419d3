package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;

/** Slippage of a fixed number of ticks. */
record TickSlippage(int ticks) implements SlippageModel {
    TickSlippage {
        if (ticks < 0) {
            throw new IllegalArgumentException("slippage of " + ticks + " ticks must not be negative");
        }
    }

    @Override
    public long rawSlippage(Instrument instrument, Side side, long rawPrice, long rawQuantity) {
        return ticks * instrument.rawTick();
    }

    @Override
    public String describe() {
        return ticks + (ticks == 1 ? " tick" : " ticks") + " against every taker fill";
    }
}
