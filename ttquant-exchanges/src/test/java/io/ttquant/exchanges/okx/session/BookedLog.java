package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.feed.ReplayedBook;
import io.ttquant.exchanges.feed.SinkLog;
import java.math.BigDecimal;
import java.util.List;

/** A log of market data, but for the book, which is kept by the venue's rule. */
final class BookedLog implements InstrumentSink {
    final ReplayedBook book;
    private final SinkLog log;

    BookedLog(String symbol, List<String> lines) {
        log = new SinkLog(symbol, 1, 8, lines);
        book = new ReplayedBook(symbol, 1, 8, SequenceRule.okx());
        book.mayBeLost = true;
    }

    @Override
    public Instrument instrument() {
        return log.instrument();
    }

    @Override
    public void catchingUp(boolean isNow) {
        log.catchingUp(isNow);
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        log.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        log.quote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
    }

    @Override
    public BookSink book() {
        return book;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        return log.marketByOrder();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return log.bars(spec);
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        log.funding(tsEvent, tsInit, rate, settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        log.markPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        log.indexPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        log.status(tsEvent, tsInit, status);
    }
}
