package io.ttquant.core.metrics;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.core.counter.Durations;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the market data of an instrument and hands it on. */
final class MeteredInstrument implements InstrumentSink {
    private final InstrumentSink to;
    private final MarketMeasure measure;
    private final InstrumentCells cells;
    private final Durations tradeLatency;
    private final Durations quoteLatency;
    private final Map<BarSpec, BarSink> bars = new HashMap<>();
    private @Nullable BookSink book;
    private @Nullable MarketByOrderSink byOrder;

    MeteredInstrument(InstrumentSink to, MarketMeasure measure) {
        this.to = to;
        this.measure = measure;
        this.cells = measure.cells(to.instrument());
        this.tradeLatency = measure.latency(MarketKind.TRADE);
        this.quoteLatency = measure.latency(MarketKind.QUOTE);
    }

    @Override
    public Instrument instrument() {
        return to.instrument();
    }

    @Override
    public void catchingUp(boolean isNow) {
        cells.catchingUp(isNow);
        to.catchingUp(isNow);
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        cells.taken(cells.trades, tsEvent, tsInit);
        cells.rawVolume.add((double) rawQuantity);
        cells.came(tradeLatency, tsInit - tsEvent);
        to.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        cells.taken(cells.quotes, tsEvent, tsInit);
        cells.came(quoteLatency, tsInit - tsEvent);
        to.quote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
    }

    @Override
    public BookSink book() {
        if (book == null) {
            book = new MeteredBook(to.book(), cells, measure.latency(MarketKind.BOOK));
        }
        return book;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        if (byOrder == null) {
            byOrder = new MeteredOrders(to.marketByOrder(), cells, measure.latency(MarketKind.ORDER));
        }
        return byOrder;
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return bars.computeIfAbsent(spec, key -> new MeteredBars(to.bars(key), cells, measure.latency(MarketKind.BAR)));
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        rare(MarketKind.FUNDING, tsEvent, tsInit);
        to.funding(tsEvent, tsInit, rate, settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        rare(MarketKind.MARK_PRICE, tsEvent, tsInit);
        to.markPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        rare(MarketKind.INDEX_PRICE, tsEvent, tsInit);
        to.indexPrice(tsEvent, tsInit, rawPrice);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        rare(MarketKind.STATUS, tsEvent, tsInit);
        to.status(tsEvent, tsInit, status);
    }

    private void rare(MarketKind kind, long tsEvent, long tsInit) {
        cells.taken(cells.events(kind), tsEvent, tsInit);
        cells.came(measure.latency(kind), tsInit - tsEvent);
    }
}
