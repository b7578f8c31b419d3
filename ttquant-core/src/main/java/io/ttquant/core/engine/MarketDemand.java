package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;

/**
 * Hears which market data strategies ask for. A live session is asked for them; a backtest has what its files have. Called on the engine's thread, from
 * inside the strategy's call, each time one subscribes.
 */
public interface MarketDemand {
    /** Nobody listens. */
    MarketDemand NONE = new MarketDemand() {
        @Override
        public void wanted(InstrumentId instrument, Capability kind) {}

        @Override
        public void wantedBars(InstrumentId instrument, BarSpec spec) {}
    };

    /**
     * A strategy wants market data of an instrument.
     *
     * @param kind {@link Capability#TRADES}, {@link Capability#QUOTES}, {@link Capability#BOOKS}, {@link Capability#FUNDING} or {@link
     *     Capability#MARK_PRICES}
     */
    void wanted(InstrumentId instrument, Capability kind);

    /**
     * A strategy wants bars. While it starts, whoever has such bars resolves their sink ({@link io.ttquant.api.exchange.InstrumentSink#bars}) from inside
     * this call: the engine makes those that have no source of their own.
     */
    void wantedBars(InstrumentId instrument, BarSpec spec);
}
