package io.ttquant.api.exchange;

import java.util.Set;

/** A kind of exchange, found by {@link java.util.ServiceLoader} under its id or passed in by hand. */
public interface ExchangeProvider {
    /** A short lower-case id, such as {@code binance}; also the venue of its instruments. Unique. */
    String id();

    /** What it can do. */
    Set<Capability> capabilities();

    /**
     * Begins a session. It asks for the instruments, and with keys for what the account holds and for what the key may do; then it calls {@link
     * SessionListener#ready}, upon which an engine is built and {@linkplain ExchangeSession#attach attached}. To be called on the engine's thread;
     * returns at once.
     *
     * @param config its settings; without keys there is market data only
     * @param thread the thread that the engine will have; all calls into and out of the session are on it
     * @param listener hears what becomes of the session; never called before this returns
     * @throws IllegalArgumentException if a setting is missing, not known or not sensible; the message says which and what to write
     */
    ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener);
}
