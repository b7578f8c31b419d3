package io.ttquant.examples.store;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Keeps a book in step with who tells it, and gives the storage the whole of it at intervals: the first one at once. */
final class StoredBook implements BookSink {
    /**
     * How often books are stored, and how much of them.
     *
     * @param nanos the least time between two, by the venue's clock
     * @param levels the most levels of a side
     */
    record Pace(long nanos, int levels) {}

    private final MarketWriter market;
    private final StoreCounts counts;
    private final Pace pace;
    private final Instrument instrument;
    private final SequencedBook book;
    private final BookUpdate update = new BookUpdate();
    private final CountInTime numbers = new CountInTime();
    private boolean isOpen;
    private boolean isSnapshot;
    private long event;
    private long received;
    private long due = Long.MIN_VALUE;

    StoredBook(Instrument instrument, SequenceRule rule, MarketWriter market, StoreCounts counts, Pace pace) {
        this.instrument = instrument;
        this.book = SequencedBook.of(instrument, rule);
        this.market = market;
        this.counts = counts;
        this.pace = pace;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        begin(true, tsEvent, tsInit);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        begin(false, tsEvent, tsInit);
    }

    private void begin(boolean isWhole, long tsEvent, long tsInit) {
        if (isOpen) {
            throw new IllegalStateException(
                    "a message of the book of " + instrument + " begins inside another; call end() or lost() first");
        }
        isOpen = true;
        isSnapshot = isWhole;
        event = tsEvent;
        received = tsInit;
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
            throw new IllegalStateException("a message of the book of " + instrument + " ends that was not begun");
        }
        isOpen = false;
        BookState state = isSnapshot ? book.snapshot(update) : book.increment(update);
        if (state == BookState.LIVE && event >= due) {
            give();
        } else {
            counts.leavesOut();
        }
    }

    private void give() {
        due = event + pace.nanos();
        counts.gives();
        BookView view = book.view();
        market.book(
                new BookSnapshot(
                        instrument,
                        event,
                        received,
                        levels(view.bidDepth(), view::rawBid, view::rawBidQuantity),
                        levels(view.askDepth(), view::rawAsk, view::rawAskQuantity)),
                numbers.next(event));
    }

    private List<BookLevel> levels(int depth, IntToLongFunction price, IntToLongFunction quantity) {
        int count = Math.min(depth, pace.levels());
        List<BookLevel> levels = new ArrayList<>(count);
        for (int level = 0; level < count; level++) {
            levels.add(new BookLevel(price.applyAsLong(level), quantity.applyAsLong(level)));
        }
        return levels;
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        isOpen = false;
        book.disconnected();
        due = Long.MIN_VALUE;
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
