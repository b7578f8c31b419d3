package io.ttquant.exchanges.feed;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.math.BigDecimal;

/** A book kept by the venue's sequence rule from what a decoder passes on, with counts of the rest. */
public final class ReplayedBook implements InstrumentSink, BookSink {
    public final SequencedBook book;
    public long trades;
    public long quotes;
    public long messages;
    /** Whether connections may be lost; a decoder by itself loses nothing. */
    public boolean mayBeLost;
    /** Called after each message about the book. */
    public Runnable afterwards = () -> {};

    private final Instrument instrument;
    private final BookUpdate update = new BookUpdate();
    private boolean isSnapshot;

    public ReplayedBook(String symbol, int priceScale, int quantityScale, SequenceRule rule) {
        instrument = SinkLog.instrument(symbol, priceScale, quantityScale);
        book = SequencedBook.of(instrument, rule);
    }

    public SymbolFeed feed() {
        return new SymbolFeed(this).withBook();
    }

    public long lastId() {
        return update.lastId();
    }

    public boolean wasSnapshot() {
        return isSnapshot;
    }

    /** The best bid and ask as text: price, quantity, price, quantity. */
    public String best() {
        if (book.state() != BookState.LIVE) {
            return "not served";
        }
        return price(book.view().rawBestBid()) + " " + quantity(book.view().rawBestBidQuantity()) + " "
                + price(book.view().rawBestAsk()) + " " + quantity(book.view().rawBestAskQuantity());
    }

    private String price(long raw) {
        return FixedPoint.toDecimal(raw, instrument.priceScale())
                .stripTrailingZeros()
                .toPlainString();
    }

    private String quantity(long raw) {
        return FixedPoint.toDecimal(raw, instrument.quantityScale())
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        trades++;
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        quotes++;
    }

    @Override
    public BookSink book() {
        return this;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        update.clear().tsEvent(tsEvent);
        isSnapshot = true;
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        update.clear().tsEvent(tsEvent);
        isSnapshot = false;
    }

    @Override
    public void ids(long first, long last, long previous) {
        update.ids(first, last, previous);
    }

    @Override
    public void checksum(int value) {
        update.checksum(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        update.bid(rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        update.ask(rawPrice, rawQuantity);
    }

    @Override
    public void end() {
        messages++;
        if (isSnapshot) {
            book.snapshot(update);
        } else {
            book.increment(update);
        }
        afterwards.run();
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        if (!mayBeLost) {
            throw new AssertionError("decoders lose nothing");
        }
        book.disconnected();
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {}

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {}

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {}

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {}
}
