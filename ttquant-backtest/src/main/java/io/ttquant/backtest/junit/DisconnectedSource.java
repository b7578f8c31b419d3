package io.ttquant.backtest.junit;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.WrappedSource;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A stream whose connection is lost at a time and comes back at another. What lies in between never comes; a book is lost at the first of the two times, and is
 * there again, as it is by then, with the first message after the second.
 */
record DisconnectedSource(EventSource whole, long fromNanos, long toNanos) implements WrappedSource {
    @Override
    public Cursor open(MarketDataSink sink) {
        Books books = new Books(bookSequence().orElse(SequenceRule::trusted), fromNanos, toNanos);
        Cursor cursor = whole.open(id -> books.of(new SilentSpan(sink.instrument(id), fromNanos, toNanos)));
        return new BreakingCursor(cursor, fromNanos, books);
    }

    /** What is told of the loss: nothing for trades, quotes and bars, the sink for a book. */
    private static final class Books {
        private final Supplier<SequenceRule> rule;
        private final long fromNanos;
        private final long toNanos;
        private LongConsumer loss = nanos -> {};
        private boolean isAny;

        Books(Supplier<SequenceRule> rule, long fromNanos, long toNanos) {
            this.rule = rule;
            this.fromNanos = fromNanos;
            this.toNanos = toNanos;
        }

        private void tell(LongConsumer more) {
            loss = loss.andThen(more);
            isAny = true;
        }

        InstrumentSink of(SilentSpan sink) {
            return new PassingSink(sink) {
                @Override
                public BookSink book() {
                    SequencedBook venue = SequencedBook.of(instrument(), rule.get());
                    ReturningBook book = new ReturningBook(super.book(), venue, fromNanos, toNanos);
                    tell(book::disconnect);
                    return book;
                }

                @Override
                public MarketByOrderSink marketByOrder() {
                    MarketByOrderSink book = super.marketByOrder();
                    tell(nanos -> book.lost(nanos, nanos));
                    return new ReturningOrders(book, fromNanos, toNanos);
                }
            };
        }
    }

    private static final class BreakingCursor implements Cursor {
        private final Cursor whole;
        private final long fromNanos;
        private final Books books;
        private boolean isOver;

        BreakingCursor(Cursor whole, long fromNanos, Books books) {
            this.whole = whole;
            this.fromNanos = fromNanos;
            this.books = books;
            this.isOver = !books.isAny || whole.nextNanos() >= fromNanos;
        }

        /** A connection that breaks after the last event of the stream makes no difference. */
        private boolean isNext() {
            long next = whole.nextNanos();
            return !isOver && next != EpochNanos.NEVER && next >= fromNanos;
        }

        @Override
        public long nextNanos() {
            return isNext() ? fromNanos : whole.nextNanos();
        }

        @Override
        public boolean isBeginning() {
            return !isNext() && whole.isBeginning();
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            if (isOver || (limitNanos <= fromNanos && !isNext())) {
                return whole.emit(limitNanos, isLimitBeginning, isFirst);
            }
            if (!isNext()) {
                return whole.emit(Math.min(limitNanos, fromNanos), false, false);
            }
            isOver = true;
            books.loss.accept(fromNanos);
            return 1;
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
