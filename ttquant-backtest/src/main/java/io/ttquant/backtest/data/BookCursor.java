package io.ttquant.backtest.data;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.time.EpochNanos;

/** A replay of the messages of a book. */
final class BookCursor implements EventSource.Cursor {
    private final BookColumns book;
    private final BookSink sink;
    private int next;

    BookCursor(BookColumns book, BookSink sink) {
        this.book = book;
        this.sink = sink;
    }

    @Override
    public long nextNanos() {
        return next == book.size ? EpochNanos.NEVER : book.tsEvent[next];
    }

    @Override
    public boolean isBeginning() {
        return false;
    }

    @Override
    public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
        // A change happens, so at the limit's own time it comes before what begins, and before its equals if this
        // stream is first.
        long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
        int start = next;
        while (next < book.size && book.tsEvent[next] <= limit) {
            message(next++);
        }
        return (long) next - start;
    }

    private void message(int i) {
        if (book.kind[i] == BookColumns.LOST) {
            sink.lost(book.tsEvent[i], book.tsInit[i]);
            return;
        }
        if (book.kind[i] == BookColumns.SNAPSHOT) {
            sink.snapshot(book.tsEvent[i], book.tsInit[i]);
        } else {
            sink.increment(book.tsEvent[i], book.tsInit[i]);
        }
        sink.ids(book.ids[3 * i], book.ids[3 * i + 1], book.ids[3 * i + 2]);
        for (int at = book.from[i], end = book.from[i + 1]; at < end; at++) {
            long price = book.rawPrice[at];
            if (price > 0) {
                sink.bid(price, book.rawQuantity[at]);
            } else {
                sink.ask(-price, book.rawQuantity[at]);
            }
        }
        sink.end();
    }
}
