package io.ttquant.api.exchange;

import io.ttquant.api.time.Clock;
import java.util.Set;

/** A kind of exchange, found by {@link java.util.ServiceLoader} under its id or passed in by hand. */
public interface ExchangeProvider {
    /** A short lower-case id, such as {@code binance}; also the venue of its instruments. Unique. */
    String id();

    /** What it can do. */
    Set<Capability> capabilities();

    /**
     * Opens a session.
     *
     * @param config its settings
     * @param clock the engine's clock
     * @param market where market data goes
     * @param reports where execution reports go
     */
    ExchangeSession open(ExchangeConfig config, Clock clock, MarketDataSink market, ExecutionSink reports);
}
