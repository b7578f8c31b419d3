package io.ttquant.api.exchange;

import io.ttquant.api.market.InstrumentId;

/** Where market data enters an engine: resolve each instrument once, then call its sink for every event. */
public interface MarketDataSink {
    /**
     * The sink of an instrument.
     *
     * @throws IllegalArgumentException if the engine does not know it
     */
    InstrumentSink instrument(InstrumentId id);
}
