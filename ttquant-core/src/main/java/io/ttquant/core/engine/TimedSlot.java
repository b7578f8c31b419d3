package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.time.TimerEvent;

/** A strategy whose callbacks are timed. A class of its own, so that engines that time nothing have nothing of it on their way. */
final class TimedSlot extends StrategySlot {
    private final EngineWatch watch;

    TimedSlot(Engine engine, int index, String id, Strategy strategy, EngineWatch watch) {
        super(engine, index, id, strategy);
        this.watch = watch;
    }

    private void end(long began) {
        watch.callback(index, watch.nanos() - began);
    }

    @Override
    void trade(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawPrice,
            long rawQuantity,
            AggressorSide aggressor) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
            end(began);
        }
    }

    @Override
    void quote(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawBid,
            long rawBidQty,
            long rawAsk,
            long rawAskQty) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.quote(instrument, tsEvent, tsInit, rawBid, rawBidQty, rawAsk, rawAskQty);
            end(began);
        }
    }

    @Override
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
            long rawVolume) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            end(began);
        }
    }

    @Override
    void book(OrderBook book) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.book(book);
            end(began);
        }
    }

    @Override
    void funding(FundingRate funding) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.funding(funding);
            end(began);
        }
    }

    @Override
    void markPrice(MarkPrice mark) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.markPrice(mark);
            end(began);
        }
    }

    @Override
    void status(InstrumentStatus status) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.status(status);
            end(began);
        }
    }

    @Override
    void order(OrderEvent event) {
        if (state().isListening() && hearsOrders()) {
            long began = watch.nanos();
            super.order(event);
            end(began);
        }
    }

    @Override
    void timer(TimerEvent timer) {
        if (state().isListening()) {
            long began = watch.nanos();
            super.timer(timer);
            end(began);
        }
    }
}
