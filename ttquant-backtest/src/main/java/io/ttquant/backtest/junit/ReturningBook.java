package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequencedBook;

/**
 * The book of a venue to which the connection is lost for a while. It goes on at the venue, and with the first message after the return it is handed on as a
 * whole.
 */
final class ReturningBook implements BookSink {
    private final BookSink book;
    private final SequencedBook venue;
    private final long fromNanos;
    private final long toNanos;
    private final BookUpdate message = new BookUpdate();
    private boolean isSnapshot;
    private boolean isReturning;
    private long tsInit;

    /**
     * @param book who loses the connection
     * @param venue empty; keeps the book meanwhile by the stream's own rule
     */
    ReturningBook(BookSink book, SequencedBook venue, long fromNanos, long toNanos) {
        this.book = book;
        this.venue = venue;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    /** The connection is lost now, whether or not a message comes before it is back. */
    void disconnect(long nanos) {
        isReturning = true;
        book.lost(nanos, nanos);
    }

    private boolean isAway(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    @Override
    public void snapshot(long tsEvent, long init) {
        begin(tsEvent, init, true);
    }

    @Override
    public void increment(long tsEvent, long init) {
        begin(tsEvent, init, false);
    }

    private void begin(long tsEvent, long init, boolean isWhole) {
        message.clear().tsEvent(tsEvent);
        tsInit = init;
        isSnapshot = isWhole;
        isReturning |= isAway(tsEvent);
    }

    @Override
    public void ids(long first, long last, long previous) {
        message.ids(first, last, previous);
    }

    @Override
    public void checksum(int value) {
        message.checksum(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        message.bid(rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        message.ask(rawPrice, rawQuantity);
    }

    @Override
    public void end() {
        if (isSnapshot) {
            venue.snapshot(message);
        } else {
            venue.increment(message);
        }
        if (!isReturning) {
            hand(message, isSnapshot);
        } else if (!isAway(message.tsEvent()) && !venue.state().needsSnapshot()) {
            isReturning = false;
            resume();
        }
    }

    /** The book as the message left it, and the message once more: some venues' rules want one that ends where the snapshot was taken. */
    private void resume() {
        BookUpdate whole = new BookUpdate();
        venue.copyTo(whole);
        whole.tsEvent(message.tsEvent())
                .ids(message.firstId(), message.lastId(), message.previousId())
                .checksum(message.checksum());
        hand(whole, true);
        if (!isSnapshot && message.lastId() != ABSENT) {
            hand(message, false);
        }
    }

    private void hand(BookUpdate update, boolean isWhole) {
        if (isWhole) {
            book.snapshot(update.tsEvent(), tsInit);
        } else {
            book.increment(update.tsEvent(), tsInit);
        }
        book.ids(update.firstId(), update.lastId(), update.previousId());
        book.checksum(update.checksum());
        for (int i = 0; i < update.bids(); i++) {
            book.bid(update.rawBid(i), update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            book.ask(update.rawAsk(i), update.rawAskQuantity(i));
        }
        book.end();
    }

    @Override
    public void lost(long tsEvent, long init) {
        venue.disconnected();
        if (!isAway(tsEvent)) {
            book.lost(tsEvent, init);
        }
    }

    /** While the connection is away nothing can be had. */
    @Override
    public boolean needsSnapshot() {
        return !isReturning && book.needsSnapshot();
    }
}
