package io.ttquant.core.engine;

import io.ttquant.core.book.BookCounters;
import io.ttquant.core.book.BookIntake;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import io.ttquant.core.matching.SimulatedMarket;
import org.jspecify.annotations.Nullable;

/** A book by price level from a data source, kept by the venue's sequence rule. */
final class BookChannel extends BookIntake {
    private final BookDelivery delivery;

    BookChannel(Engine engine, InstrumentChannel channel, SequenceRule rule, @Nullable SimulatedMarket market) {
        super(SequencedBook.of(channel.instrument(), rule));
        this.delivery = new BookDelivery(engine, channel, book(), market);
    }

    @Override
    protected void message(Kind kind, BookUpdate update, long tsInit) {
        long localNanos = delivery.begin(update.tsEvent(), tsInit);
        apply();
        delivery.taken(book().change(), update, localNanos);
    }

    BookCounters counters() {
        return book().counters();
    }
}
