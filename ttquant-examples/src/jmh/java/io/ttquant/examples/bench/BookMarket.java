package io.ttquant.examples.bench;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BookColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.book.L2Book;
import java.util.SplittableRandom;

/** A seeded book whose touch walks by ticks: most messages set one level within fifty ticks of it. */
final class BookMarket {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final int DEPTH = 200;

    private final SplittableRandom random;
    private final BookColumns.Builder book;
    private long ts = START;
    private long bid = 3_000_000;

    private BookMarket(Instrument instrument, long seed) {
        this.random = new SplittableRandom(seed);
        this.book = BookColumns.builder(instrument);
    }

    static BookColumns updates(Instrument instrument, int size, long seed) {
        BookMarket market = new BookMarket(instrument, seed);
        market.begin();
        for (int i = 1; i < size; i++) {
            market.next();
        }
        return market.book.build();
    }

    private long quantity() {
        return 1 + (long) (500_000 * -Math.log(1 - random.nextDouble()));
    }

    private void begin() {
        book.snapshot(ts);
        for (int i = 0; i < DEPTH; i++) {
            book.bid(bid - i, quantity()).ask(bid + 1 + i, quantity());
        }
    }

    private void next() {
        ts += 1_000L * random.nextInt(1, 20_000);
        book.increment(ts);
        int what = random.nextInt(100);
        if (what < 4) {
            bid++;
            book.ask(bid, 0).ask(bid + 1, quantity()).bid(bid, quantity());
        } else if (what < 8) {
            book.bid(bid, 0).bid(bid - 1, quantity()).ask(bid, quantity());
            bid--;
        } else {
            int distance = random.nextInt(random.nextInt(1, 51));
            long quantity = distance > 1 && random.nextInt(4) == 0 ? 0 : quantity();
            if (random.nextBoolean()) {
                book.bid(bid - distance, quantity);
            } else {
                book.ask(bid + 1 + distance, quantity);
            }
        }
    }

    /** The same messages into a book and nothing else: what an engine adds is on top of that. */
    static long raw(BookColumns columns) {
        RawBook raw = new RawBook(L2Book.of(columns.instrument()));
        EventSource.Cursor cursor = columns.open(id -> new BookOnly(columns.instrument(), raw));
        cursor.emit(EpochNanos.NEVER, true, true);
        return raw.sum;
    }

    /** Sets levels of a book and looks at the best after each message. */
    private static final class RawBook implements BookSink {
        private final L2Book book;
        private long ts;
        private long sum;

        RawBook(L2Book book) {
            this.book = book;
        }

        @Override
        public void snapshot(long tsEvent, long tsInit) {
            book.clear();
            ts = tsEvent;
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            ts = tsEvent;
        }

        @Override
        public void ids(long first, long last, long previous) {
            // Not looked at.
        }

        @Override
        public void checksum(int value) {
            // Not looked at.
        }

        @Override
        public void bid(long rawPrice, long rawQuantity) {
            book.setBid(rawPrice, rawQuantity);
        }

        @Override
        public void ask(long rawPrice, long rawQuantity) {
            book.setAsk(rawPrice, rawQuantity);
        }

        @Override
        public void end() {
            book.commit(ts);
            sum += book.rawBestBid() + book.rawBestAsk();
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            book.clear();
        }

        @Override
        public boolean needsSnapshot() {
            return false;
        }
    }
}
