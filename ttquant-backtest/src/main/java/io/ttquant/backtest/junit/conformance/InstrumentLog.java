package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;

/** Checks the market data of one instrument by what the sinks ask of it. */
record InstrumentLog(Instrument instrument, MarketLog market) implements InstrumentSink {
    private void onTick(String what, long rawPrice) {
        market.require(
                rawPrice % instrument.rawTick() == 0,
                what + " " + instrument.formatPrice(rawPrice) + " is not on the tick "
                        + instrument.formatPrice(instrument.rawTick()));
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        market.came(Capability.TRADES, tsEvent, tsInit, rawPrice + " " + rawQuantity + " " + aggressor);
        market.require(
                rawPrice > 0 && rawQuantity > 0,
                "a trade of raw quantity " + rawQuantity + " at raw price " + rawPrice
                        + " came; both must be above zero");
        onTick("a trade at", rawPrice);
        market.price(rawPrice);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        String raw = rawBid + " " + rawBidQuantity + " / " + rawAsk + " " + rawAskQuantity;
        market.came(Capability.QUOTES, tsEvent, tsInit, raw);
        market.require(
                rawBid == 0 || rawAsk == 0 || rawBid < rawAsk,
                "a quote came with bid " + instrument.formatPrice(rawBid) + " not below ask "
                        + instrument.formatPrice(rawAsk));
        market.require(
                (rawBid == 0) == (rawBidQuantity == 0) && (rawAsk == 0) == (rawAskQuantity == 0),
                "a quote came of " + raw + " (raw); a side that is empty has price and quantity 0, any other neither");
        onTick("a bid at", rawBid);
        onTick("an ask at", rawAsk);
        market.price(rawBid);
    }

    @Override
    public BookSink book() {
        return new BookLog(instrument, market);
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        throw new UnsupportedOperationException(
                "the suite checks books by price level and none by order; give it a session that sends BOOKS by level,"
                        + " and test a book by order with the engine");
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return new BarSink() {
            @Override
            public void open(long tsOpen, long rawOpen) {
                market.require(false, "the open of a bar came before its close; live sources do not call open()");
            }

            @Override
            public void bar(
                    long tsOpen,
                    long tsEvent,
                    long tsInit,
                    long rawOpen,
                    long rawHigh,
                    long rawLow,
                    long rawClose,
                    long rawVolume) {
                String raw = rawOpen + " " + rawHigh + " " + rawLow + " " + rawClose + " " + rawVolume;
                market.came(Capability.BARS, tsEvent, tsInit, raw);
                market.require(
                        !spec.isTime() || tsEvent - tsOpen == spec.step(),
                        "a bar " + spec + " came that lasts " + (tsEvent - tsOpen)
                                + " ns; a bar is stamped at its close");
                market.require(
                        rawLow > 0 && rawLow <= Math.min(rawOpen, rawClose) && rawHigh >= Math.max(rawOpen, rawClose),
                        "a bar came of open, high, low, close and volume " + raw + " (raw), which cannot be");
                market.price(rawClose);
            }
        };
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        market.came(Capability.FUNDING, tsEvent, tsInit, rate + " " + settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        market.came(Capability.MARK_PRICES, tsEvent, tsInit, Long.toString(rawPrice));
        market.require(rawPrice > 0, "a mark price of raw " + rawPrice + " came; it must be above zero");
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        market.require(rawPrice > 0, "an index price of raw " + rawPrice + " came; it must be above zero");
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        market.require(tsInit >= tsEvent, "a status cannot be had before it happened");
    }
}
