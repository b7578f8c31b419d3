package io.ttquant.core.engine;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.order.Side;
import io.ttquant.core.book.BookChange;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.L3Book;
import io.ttquant.core.matching.SimulatedMarket;
import org.jspecify.annotations.Nullable;

/** A book by order from a data source. Rows are applied at once and seen at the end of their message. */
final class MarketByOrderChannel implements MarketByOrderSink {
    private final L3Book book;
    private final BookDelivery delivery;
    private final BookUpdate levels = new BookUpdate();
    private boolean isOpen;
    private boolean isWhole;
    private boolean needsSnapshot = true;
    private long localNanos;

    MarketByOrderChannel(Engine engine, InstrumentChannel channel, @Nullable SimulatedMarket market) {
        this.book = L3Book.of(channel.instrument());
        this.delivery = new BookDelivery(engine, channel, book, market);
    }

    @Override
    public void begin(long tsEvent, long tsInit) {
        if (isOpen) {
            throw new IllegalStateException("a message of the book of "
                    + book.view().instrument() + " begins inside another; call end() or lost() first");
        }
        isOpen = true;
        isWhole = false;
        localNanos = delivery.begin(tsEvent, tsInit);
        levels.clear().tsEvent(tsEvent);
    }

    @Override
    public void clear() {
        requireOpen();
        book.clear();
        isWhole = true;
        needsSnapshot = false;
    }

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {
        requireOpen();
        if (!needsSnapshot) {
            book.add(id, side, rawPrice, rawQuantity);
            note(side, rawPrice);
        }
    }

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {
        requireOpen();
        if (!book.contains(id)) {
            book.modify(id, rawPrice, rawQuantity);
            return;
        }
        Side side = book.side(id);
        long before = book.rawPrice(id);
        book.modify(id, rawPrice, rawQuantity);
        note(side, before);
        if (rawPrice != before) {
            note(side, rawPrice);
        }
    }

    @Override
    public void execute(long id, long rawQuantity) {
        requireOpen();
        if (!book.contains(id)) {
            book.execute(id, rawQuantity);
            return;
        }
        Side side = book.side(id);
        long price = book.rawPrice(id);
        if (rawQuantity > 0) {
            delivery.executed(side, price, book.place(id), Math.min(rawQuantity, book.rawQuantity(id)));
        }
        book.execute(id, rawQuantity);
        note(side, price);
    }

    @Override
    public void delete(long id) {
        requireOpen();
        if (!book.contains(id)) {
            book.cancel(id);
            return;
        }
        Side side = book.side(id);
        long price = book.rawPrice(id);
        book.cancel(id);
        note(side, price);
    }

    /** Writes down what a level has now; of a level that changes twice in a message the last one counts. */
    private void note(Side side, long rawPrice) {
        if (isWhole) {
            return;
        }
        long quantity = book.rawQuantityAt(side, rawPrice);
        if (side == Side.BUY) {
            levels.bid(rawPrice, quantity);
        } else {
            levels.ask(rawPrice, quantity);
        }
    }

    private void requireOpen() {
        if (!isOpen) {
            throw new IllegalStateException(
                    "no message of the book of " + book.view().instrument() + " was begun; call begin() first");
        }
    }

    @Override
    public void end() {
        requireOpen();
        isOpen = false;
        if (needsSnapshot) {
            return;
        }
        book.commit(levels.tsEvent());
        delivery.taken(isWhole ? BookChange.WHOLE : BookChange.LEVELS, levels, localNanos);
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        isOpen = false;
        levels.clear().tsEvent(tsEvent);
        long local = delivery.begin(tsEvent, tsInit);
        book.clear();
        needsSnapshot = true;
        delivery.taken(BookChange.GONE, levels, local);
    }

    @Override
    public boolean needsSnapshot() {
        return needsSnapshot;
    }
}
