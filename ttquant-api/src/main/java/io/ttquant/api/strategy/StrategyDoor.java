package io.ttquant.api.strategy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.time.TimerEvent;

/**
 * The way from an engine into a strategy. For engines; a strategy's author needs none of it.
 *
 * <p>Primitives come in and the record is made at the last moment. There is one class of door per strategy class, so that the JVM
 * compiles each strategy's callbacks into its own door and the record often need not exist at all.
 */
public interface StrategyDoor {
    /** The door of a strategy. */
    static StrategyDoor of(Strategy strategy) {
        return DoorFactory.open(strategy);
    }

    /** True if the strategy's class overrides the callback; the others need not be called. */
    boolean hears(Callback callback);

    /** Starts it. */
    void start(StrategyContext context);

    /** A trade. */
    void trade(
            Instrument instrument, long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor);

    /** A quote. */
    void quote(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawBid,
            long rawBidQuantity,
            long rawAsk,
            long rawAskQuantity);

    /** A bar. */
    void bar(
            Instrument instrument,
            BarSpec spec,
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume);

    /** A changed book. */
    void book(OrderBook book);

    /** A funding rate. */
    void funding(FundingRate funding);

    /** A mark price. */
    void markPrice(MarkPrice mark);

    /** A trading status. */
    void status(InstrumentStatus status);

    /** An order event; a fill reaches {@code onOrder} first, then {@code onFill}. */
    void order(OrderEvent event);

    /** A timer. */
    void timer(TimerEvent timer);

    /** Stops it. */
    void stop();

    /** The callbacks of a strategy that are optional. */
    enum Callback {
        /** {@link Strategy#onTrade}. */
        TRADE,
        /** {@link Strategy#onQuote}. */
        QUOTE,
        /** {@link Strategy#onBook}. */
        BOOK,
        /** {@link Strategy#onBar}. */
        BAR,
        /** {@link Strategy#onFunding}. */
        FUNDING,
        /** {@link Strategy#onMarkPrice}. */
        MARK_PRICE,
        /** {@link Strategy#onStatus}. */
        STATUS,
        /** {@link Strategy#onOrder} or {@link Strategy#onFill}. */
        ORDER,
        /** {@link Strategy#onTimer}. */
        TIMER
    }
}
