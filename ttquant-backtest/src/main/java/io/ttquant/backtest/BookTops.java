package io.ttquant.backtest;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;

/** Makes quotes of a book by price level. */
final class BookTops implements BookSink {
    private final SequencedBook book;
    private final BookUpdate update = new BookUpdate();
    private final InstrumentSink quotes;
    private boolean isSnapshot;

    BookTops(Instrument instrument, InstrumentSink quotes) {
        this.book = SequencedBook.of(instrument, SequenceRule.trusted());
        this.quotes = quotes;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        isSnapshot = true;
        update.clear().tsEvent(tsEvent);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        isSnapshot = false;
        update.clear().tsEvent(tsEvent);
    }

    @Override
    public void ids(long first, long last, long previous) {
        // What was judged in the run needs no second judgement for a chart.
    }

    @Override
    public void checksum(int value) {
        // As for ids.
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
        if (isSnapshot) {
            book.snapshot(update);
        } else {
            book.increment(update);
        }
        quote(quotes, book.view());
    }

    static void quote(InstrumentSink quotes, BookView view) {
        quotes.quote(
                view.tsEvent(),
                view.tsEvent(),
                view.rawBestBid(),
                view.rawBestBidQuantity(),
                view.rawBestAsk(),
                view.rawBestAskQuantity());
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        book.disconnected();
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
