package io.ttquant.api.strategy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.time.TimerEvent;
import java.util.Set;

/** The template of every door. {@link DoorFactory} defines this class again for each strategy class. */
final class DirectDoor implements StrategyDoor {
    private final Strategy strategy;
    private final Set<Callback> heard;

    DirectDoor(Strategy strategy, Set<Callback> heard) {
        this.strategy = strategy;
        this.heard = heard;
    }

    @Override
    public boolean hears(Callback callback) {
        return heard.contains(callback);
    }

    @Override
    public void start(StrategyContext context) {
        strategy.start(context);
    }

    @Override
    public void trade(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawPrice,
            long rawQuantity,
            AggressorSide aggressor) {
        strategy.onTrade(new Trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor));
    }

    @Override
    public void quote(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawBid,
            long rawBidQuantity,
            long rawAsk,
            long rawAskQuantity) {
        strategy.onQuote(new Quote(instrument, tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity));
    }

    @Override
    public void bar(
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
        strategy.onBar(
                new Bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume));
    }

    @Override
    public void book(OrderBook book) {
        strategy.onBook(book);
    }

    @Override
    public void funding(FundingRate funding) {
        strategy.onFunding(funding);
    }

    @Override
    public void markPrice(MarkPrice mark) {
        strategy.onMarkPrice(mark);
    }

    @Override
    public void status(InstrumentStatus status) {
        strategy.onStatus(status);
    }

    @Override
    public void order(OrderEvent event) {
        strategy.onOrder(event);
        if (event instanceof OrderEvent.Filled filled) {
            strategy.onFill(filled.fill());
        }
    }

    @Override
    public void timer(TimerEvent timer) {
        strategy.onTimer(timer);
    }

    @Override
    public void stop() {
        strategy.onStop();
    }
}
