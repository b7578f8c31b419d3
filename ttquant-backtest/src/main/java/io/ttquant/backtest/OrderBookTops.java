package io.ttquant.backtest;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;
import io.ttquant.core.book.L3Book;

/** Makes quotes of a book by order. */
final class OrderBookTops implements MarketByOrderSink {
    private final L3Book book;
    private final InstrumentSink quotes;
    private long tsEvent;
    private boolean needsSnapshot = true;

    OrderBookTops(Instrument instrument, InstrumentSink quotes) {
        this.book = L3Book.of(instrument);
        this.quotes = quotes;
    }

    @Override
    public void begin(long ts, long tsInit) {
        tsEvent = ts;
    }

    @Override
    public void clear() {
        book.clear();
        needsSnapshot = false;
    }

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {
        book.add(id, side, rawPrice, rawQuantity);
    }

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {
        book.modify(id, rawPrice, rawQuantity);
    }

    @Override
    public void execute(long id, long rawQuantity) {
        book.execute(id, rawQuantity);
    }

    @Override
    public void delete(long id) {
        book.cancel(id);
    }

    @Override
    public void end() {
        if (!needsSnapshot) {
            book.commit(tsEvent);
            BookTops.quote(quotes, book.view());
        }
    }

    @Override
    public void lost(long ts, long tsInit) {
        book.clear();
        needsSnapshot = true;
    }

    @Override
    public boolean needsSnapshot() {
        return needsSnapshot;
    }
}
