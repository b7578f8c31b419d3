package io.ttquant.examples.store;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.core.book.BookIntake;
import io.ttquant.core.book.BookState;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Keeps a book in step with who tells it, and gives the storage the whole of it at intervals: the first one at once. */
final class StoredBook extends BookIntake {
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
    private final CountInTime numbers = new CountInTime();
    private long due = Long.MIN_VALUE;

    StoredBook(Instrument instrument, SequenceRule rule, MarketWriter market, StoreCounts counts, Pace pace) {
        super(SequencedBook.of(instrument, rule));
        this.instrument = instrument;
        this.market = market;
        this.counts = counts;
        this.pace = pace;
    }

    @Override
    protected void message(Kind kind, BookUpdate update, long tsInit) {
        BookState state = apply();
        if (kind == Kind.LOST) {
            due = Long.MIN_VALUE;
        } else if (state == BookState.LIVE && update.tsEvent() >= due) {
            give(update.tsEvent(), tsInit);
        } else {
            counts.leavesOut();
        }
    }

    private void give(long event, long received) {
        due = event + pace.nanos();
        counts.gives();
        BookView view = book().view();
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
}
