package io.ttquant.api.exchange;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/**
 * Market data of one instrument. Times are epoch nanoseconds; prices and quantities are raw values at the instrument's scales. Events
 * come in the order of {@code tsInit} over all instruments of an engine; an event before the engine's time is taken at the engine's time.
 */
public interface InstrumentSink {
    /** Whose data. */
    Instrument instrument();

    /**
     * Whether what follows was missed and asked for afterwards, or had to wait for such: how long it took from {@code tsEvent} to {@code tsInit} says nothing of
     * the way here then. For whoever measures that; others need not listen.
     *
     * @param isNow true before the first such event, false after the last
     */
    default void catchingUp(boolean isNow) {}

    /** A trade between others. */
    void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor);

    /** The best bid and ask. A side that is empty has price and quantity 0. */
    void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity);

    /**
     * The sink of the order book by price level. Whoever asks for it says that there is a book: where execution is simulated, it executes from
     * then on, and quotes and bars do not.
     *
     * @throws IllegalStateException if {@link #marketByOrder} was asked for before
     */
    BookSink book();

    /**
     * The sink of the order book by order, with the same effect as {@link #book}.
     *
     * @throws IllegalStateException if {@link #book} was asked for before
     */
    MarketByOrderSink marketByOrder();

    /** The sink of a series of bars. */
    BarSink bars(BarSpec spec);

    /** A funding rate: a fraction of position value, positive = longs pay, and when it is settled. */
    void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos);

    /** A mark price. */
    void markPrice(long tsEvent, long tsInit, long rawPrice);

    /** An index price: the price of the underlying that the venue makes from several markets. */
    void indexPrice(long tsEvent, long tsInit, long rawPrice);

    /** A change in whether the instrument trades. */
    void status(long tsEvent, long tsInit, TradingStatus status);
}
