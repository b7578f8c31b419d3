package io.ttquant.api.exchange;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;

/** A session with an exchange. To be used on the engine's thread. */
public interface ExchangeSession extends AutoCloseable {
    /** The instruments that the exchange lists; empty before {@link SessionListener#ready}. */
    List<Instrument> instruments();

    /** What the account held, and which orders it had open, when the session became ready; {@link AccountSnapshot#NONE} without keys. */
    AccountSnapshot account();

    /**
     * Gives the session its engine, once: from now on subscriptions and commands are taken, and market data and reports flow.
     *
     * @param market where market data goes
     * @param account where execution reports and news of the account go
     */
    void attach(MarketDataSink market, AccountSink account);

    /** Asks for market data of an instrument; it will come through the {@link MarketDataSink}. */
    void subscribe(InstrumentId instrument, Capability kind);

    /** Asks for bars of an instrument, closed ones only. */
    void subscribeBars(InstrumentId instrument, BarSpec spec);

    /**
     * Asks for past bars; they go into the {@link MarketDataSink} in the order of time, each stamped at its close as {@code tsInit} too, so that they are
     * history to an engine that has not begun.
     *
     * @param count how many of the last closed ones
     * @param done runs once they were handed over; with false if the exchange did not give them
     */
    void requestBars(InstrumentId instrument, BarSpec spec, int count, Completion done);

    /**
     * Asks for the trades of a span that is past; they go into the {@link MarketDataSink} in the order of time, each stamped at its own time as
     * {@code tsInit} too. A session that cannot says so.
     *
     * @param fromNanos epoch nanoseconds, inclusive, at the venue's precision
     * @param toNanos epoch nanoseconds, inclusive; not before the start
     * @param done runs once they were handed over; with false if the exchange did not give them
     */
    default void requestTrades(InstrumentId instrument, long fromNanos, long toNanos, Completion done) {
        done.completed(false, "this session gives no past trades");
    }

    /**
     * The way of commands. It is there from {@link SessionListener#ready} on, because an engine is built with it before it is {@linkplain #attach
     * attached}; commands are taken after that.
     */
    ExecutionSession execution();

    /** What the session tells of itself for people, now; nothing unless it does. */
    default SessionFigures figures() {
        return SessionFigures.NONE;
    }

    /** Ends the session; open orders are left as they are. Idempotent. */
    @Override
    void close();

    /** What is called once something asked for is done. */
    @FunctionalInterface
    interface Completion {
        /**
         * It is done, or failed.
         *
         * @param isDone whether it is
         * @param why a phrase for people if not; empty if so
         */
        void completed(boolean isDone, String why);
    }
}
