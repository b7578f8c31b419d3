package io.ttquant.api.exchange;

import io.ttquant.api.market.InstrumentId;

/** Hears what becomes of an {@link ExchangeSession}, on the engine's thread. */
public interface SessionListener {
    /** Instruments and account are known: build an engine and attach it. Called once. */
    void ready();

    /**
     * Whether new orders may be sent: true once the stream of the account's news is up and what was missed has been asked for, false while it is
     * down. Cancels are sent at all times.
     *
     * @param isTrading whether they may
     * @param why a phrase for people
     */
    void trading(boolean isTrading, String why);

    /**
     * Whether market data of an instrument comes. After false, prices that are known are old, and must not justify new risk.
     *
     * @param kind of which kind
     */
    void marketData(InstrumentId instrument, Capability kind, boolean isLive);

    /**
     * The session cannot begin, or gave up for good: a key that is wrong or may withdraw, for one. Said once. No market data come after this and no new orders
     * are sent; cancels still are, and what becomes of them is still reported, until the session is {@linkplain ExchangeSession#close closed}, which whoever
     * hears this has to do.
     */
    void failed(String reason);
}
