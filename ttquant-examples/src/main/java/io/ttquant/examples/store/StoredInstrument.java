package io.ttquant.examples.store;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.storage.MarketWriter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Market data of one instrument on its way into a storage. Neither files nor sessions say which number each event has, so it is counted within its time: the same
 * each time that a file is imported, and the same for what was recorded into files beside.
 */
final class StoredInstrument implements InstrumentSink {
    private final Instrument instrument;
    private final MarketWriter market;
    private final StoreCounts counts;
    private final Supplier<BookSink> books;
    private final Map<BarSpec, BarSink> bars = new HashMap<>();
    private @Nullable BookSink book;
    private final CountInTime trades = new CountInTime();
    private final CountInTime quotes = new CountInTime();
    private final CountInTime funding = new CountInTime();

    StoredInstrument(Instrument instrument, MarketWriter market, StoreCounts counts, Supplier<BookSink> books) {
        this.instrument = instrument;
        this.market = market;
        this.counts = counts;
        this.books = books;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        counts.gives();
        market.trade(new Trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor), trades.next(tsEvent));
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        counts.gives();
        market.quote(
                new Quote(instrument, tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity),
                quotes.next(tsEvent));
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return bars.computeIfAbsent(spec, StoredBars::new);
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        counts.gives();
        market.funding(new FundingRate(instrument, tsEvent, tsInit, rate, settlementNanos), funding.next(tsEvent));
    }

    @Override
    public BookSink book() {
        BookSink its = book == null ? books.get() : book;
        book = its;
        return its;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        return new LeftOutBook(counts);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        counts.leavesOut();
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        counts.leavesOut();
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        counts.leavesOut();
    }

    private final class StoredBars implements BarSink {
        private final BarSpec spec;
        private final CountInTime count = new CountInTime();

        StoredBars(BarSpec spec) {
            this.spec = spec;
        }

        /** What the bar says too, when it closes. */
        @Override
        public void open(long tsOpen, long rawOpen) {}

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
            counts.gives();
            Bar bar = new Bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            market.bar(bar, count.next(tsEvent));
        }
    }
}
