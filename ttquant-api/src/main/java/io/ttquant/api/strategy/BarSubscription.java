package io.ttquant.api.strategy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;

/** A subscription to bars, to be refined while the strategy starts. */
public interface BarSubscription {
    /** Whose bars. */
    Instrument instrument();

    /** Which bars. */
    BarSpec spec();

    /**
     * Asks for past bars first: the strategy gets {@code bars} bars of history before it may trade; until then its orders are
     * denied with {@link io.ttquant.api.order.RejectReason#WARMING_UP}. Where the source holds no history, the first bars of the run serve.
     *
     * @param bars number of bars, not negative
     * @return this
     * @throws IllegalArgumentException if {@code bars} is negative
     * @throws IllegalStateException once the strategy has started
     */
    BarSubscription warmup(int bars);
}
