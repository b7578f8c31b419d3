package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BookSink;
import java.util.Map;
import java.util.TreeMap;

/**
 * The book of a venue to which the connection is lost for a while. It goes on at the venue, and with the first message after the return it is handed on as a
 * whole.
 */
final class ReturningBook implements BookSink {
    private final BookSink book;
    private final long fromNanos;
    private final long toNanos;
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private boolean isKnown;
    private boolean isReturning;
    private long tsEvent;
    private long tsInit;

    ReturningBook(BookSink book, long fromNanos, long toNanos) {
        this.book = book;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    private boolean isAway() {
        return tsEvent >= fromNanos && tsEvent < toNanos;
    }

    @Override
    public void snapshot(long event, long init) {
        begin(event, init, true);
    }

    @Override
    public void increment(long event, long init) {
        begin(event, init, false);
    }

    private void begin(long event, long init, boolean whole) {
        tsEvent = event;
        tsInit = init;
        if (whole) {
            bids.clear();
            asks.clear();
            isKnown = true;
        }
        if (isAway()) {
            isReturning = true;
        } else if (!isReturning && whole) {
            book.snapshot(event, init);
        } else if (!isReturning) {
            book.increment(event, init);
        }
    }

    @Override
    public void ids(long first, long last, long previous) {
        if (!isReturning) {
            book.ids(first, last, previous);
        }
    }

    @Override
    public void checksum(int value) {
        if (!isReturning) {
            book.checksum(value);
        }
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        keep(bids, rawPrice, rawQuantity);
        if (!isReturning) {
            book.bid(rawPrice, rawQuantity);
        }
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        keep(asks, rawPrice, rawQuantity);
        if (!isReturning) {
            book.ask(rawPrice, rawQuantity);
        }
    }

    private static void keep(Map<Long, Long> levels, long rawPrice, long rawQuantity) {
        if (rawQuantity == 0) {
            levels.remove(rawPrice);
        } else {
            levels.put(rawPrice, rawQuantity);
        }
    }

    @Override
    public void end() {
        if (!isReturning) {
            book.end();
        } else if (!isAway() && isKnown) {
            isReturning = false;
            book.snapshot(tsEvent, tsInit);
            bids.forEach(book::bid);
            asks.forEach(book::ask);
            book.end();
        }
    }

    @Override
    public void lost(long event, long init) {
        isKnown = false;
        if (event < fromNanos || event >= toNanos) {
            book.lost(event, init);
        }
    }

    /** While the connection is away nothing can be had. */
    @Override
    public boolean needsSnapshot() {
        return !isReturning && book.needsSnapshot();
    }
}
