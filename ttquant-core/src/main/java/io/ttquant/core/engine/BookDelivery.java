package io.ttquant.core.engine;

import io.ttquant.api.order.Side;
import io.ttquant.core.book.BookChange;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.KeptBook;
import io.ttquant.core.book.LaggingBook;
import io.ttquant.core.matching.SimulatedMarket;
import org.jspecify.annotations.Nullable;

/**
 * The way of a book's changes: to the simulated exchange when they happen there, to cache and strategies when we have them. Both read one book for
 * as long as that is at once; from the first change that takes time on, strategies have a book of their own, which lags.
 */
final class BookDelivery {
    private final Engine engine;
    private final InstrumentChannel channel;
    private final KeptBook book;
    private final @Nullable SimulatedMarket market;
    private @Nullable LaggingBook lagging;

    BookDelivery(Engine engine, InstrumentChannel channel, KeptBook book, @Nullable SimulatedMarket market) {
        this.engine = engine;
        this.channel = channel;
        this.book = book;
        this.market = market;
        if (market != null) {
            market.executeBook(book);
        }
        channel.showBook(book.view());
    }

    /** Lets time pass up to a message, before the book takes it; returns when we have it. */
    long begin(long tsEvent, long tsInit) {
        engine.advanceTo(tsEvent);
        long localNanos = engine.localTime(tsInit);
        if (lagging == null && localNanos > engine.now()) {
            lagging = LaggingBook.copyOf(book);
            channel.showBook(lagging.view());
        }
        return localNanos;
    }

    /** An order of a book by order is about to be executed; only the simulated exchange hears of it. */
    void executed(Side side, long rawPrice, long place, long rawQuantity) {
        if (market != null) {
            market.bookExecuted(side, rawPrice, place, rawQuantity);
        }
    }

    /** The book has taken the message for which {@link #begin} gave this time. */
    void taken(BookChange change, BookUpdate update, long localNanos) {
        if (change == BookChange.NONE) {
            return;
        }
        if (market != null) {
            market.bookChanged(change, update);
            engine.settle();
        }
        LaggingBook follower = lagging;
        if (follower == null) {
            seen(book.view(), update.tsEvent(), localNanos);
            return;
        }
        follower.add(change, update, book);
        if (localNanos > engine.now()) {
            long tsEvent = update.tsEvent();
            engine.delayed().other(localNanos, () -> follow(follower, tsEvent, localNanos));
            engine.dueAt(localNanos);
        } else {
            follow(follower, update.tsEvent(), localNanos);
        }
    }

    private void follow(LaggingBook follower, long tsEvent, long localNanos) {
        follower.next();
        seen(follower.view(), tsEvent, localNanos);
    }

    private void seen(BookView view, long tsEvent, long localNanos) {
        channel.deliverBook(view, tsEvent, localNanos);
        engine.settle();
    }
}
