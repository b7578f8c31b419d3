package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.order.Side;

/**
 * A book by order to which the connection is lost for a while. What happens meanwhile is not seen, and there is no book until the stream's next snapshot, as a
 * venue's own stream has one after each connection.
 */
final class ReturningOrders implements MarketByOrderSink {
    private final MarketByOrderSink book;
    private final long fromNanos;
    private final long toNanos;
    private boolean isAway;

    ReturningOrders(MarketByOrderSink book, long fromNanos, long toNanos) {
        this.book = book;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
    }

    @Override
    public void begin(long tsEvent, long tsInit) {
        isAway = tsEvent >= fromNanos && tsEvent < toNanos;
        if (!isAway) {
            book.begin(tsEvent, tsInit);
        }
    }

    @Override
    public void clear() {
        if (!isAway) {
            book.clear();
        }
    }

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {
        if (!isAway) {
            book.add(id, side, rawPrice, rawQuantity);
        }
    }

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {
        if (!isAway) {
            book.modify(id, rawPrice, rawQuantity);
        }
    }

    @Override
    public void execute(long id, long rawQuantity) {
        if (!isAway) {
            book.execute(id, rawQuantity);
        }
    }

    @Override
    public void delete(long id) {
        if (!isAway) {
            book.delete(id);
        }
    }

    @Override
    public void end() {
        if (!isAway) {
            book.end();
        }
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        if (tsEvent < fromNanos || tsEvent >= toNanos) {
            book.lost(tsEvent, tsInit);
        }
    }

    @Override
    public boolean needsSnapshot() {
        return !isAway && book.needsSnapshot();
    }
}
