package io.ttquant.core.engine;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.core.book.BookCounters;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import io.ttquant.core.matching.SimulatedMarket;
import org.jspecify.annotations.Nullable;

/** A book by price level from a data source, kept by the venue's sequence rule. */
final class BookChannel implements BookSink {
    private final SequencedBook book;
    private final BookDelivery delivery;
    private final BookUpdate update = new BookUpdate();
    private boolean isOpen;
    private boolean isSnapshot;
    private long tsInit;

    BookChannel(Engine engine, InstrumentChannel channel, SequenceRule rule, @Nullable SimulatedMarket market) {
        this.book = SequencedBook.of(channel.instrument(), rule);
        this.delivery = new BookDelivery(engine, channel, book, market);
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        open(tsEvent, tsInit, true);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        open(tsEvent, tsInit, false);
    }

    private void open(long tsEvent, long newTsInit, boolean isWhole) {
        if (isOpen) {
            throw new IllegalStateException("a message of the book of "
                    + book.view().instrument() + " begins inside another; call end() or lost() first");
        }
        isOpen = true;
        isSnapshot = isWhole;
        tsInit = newTsInit;
        update.clear().tsEvent(tsEvent);
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
        if (!isOpen) {
            throw new IllegalStateException("no message of the book of "
                    + book.view().instrument() + " was begun; call snapshot() or increment() first");
        }
        isOpen = false;
        long localNanos = delivery.begin(update.tsEvent(), tsInit);
        if (isSnapshot) {
            book.snapshot(update);
        } else {
            book.increment(update);
        }
        delivery.taken(book.change(), update, localNanos);
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        isOpen = false;
        update.clear().tsEvent(tsEvent);
        long localNanos = delivery.begin(tsEvent, tsInit);
        book.disconnected();
        delivery.taken(book.change(), update, localNanos);
    }

    BookCounters counters() {
        return book.counters();
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
