package io.ttquant.examples.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.core.book.SequenceRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredBookTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument BITCOIN = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    /** Books with their numbers. */
    private static final class Given implements MarketWriter {
        final List<BookSnapshot> books = new ArrayList<>();
        final List<Long> numbers = new ArrayList<>();

        @Override
        public void book(BookSnapshot book, long number) {
            books.add(book);
            numbers.add(number);
        }

        @Override
        public void trade(Trade trade, long number) {
            throw new AssertionError(trade);
        }

        @Override
        public void quote(Quote quote, long number) {
            throw new AssertionError(quote);
        }

        @Override
        public void bar(Bar bar, long number) {
            throw new AssertionError(bar);
        }

        @Override
        public void funding(FundingRate rate, long number) {
            throw new AssertionError(rate);
        }
    }

    private final Given given = new Given();
    private int messages;
    private int leftOut;
    private final StoreCounts counts = new StoreCounts() {
        @Override
        public void gives() {
            messages++;
        }

        @Override
        public void leavesOut() {
            leftOut++;
        }
    };
    private final StoredBook book =
            new StoredBook(BITCOIN, SequenceRule.binanceSpot(), given, counts, new StoredBook.Pace(SECOND, 2));

    private void whole(long time, long lastId, long bid, long ask) {
        book.snapshot(time, time + 5);
        book.ids(BookSink.ABSENT, lastId, BookSink.ABSENT);
        for (int level = 0; level < 3; level++) {
            book.bid(bid - level, 10 + level);
            book.ask(ask + level, 20 + level);
        }
        book.end();
    }

    private void change(long time, long firstId, long lastId, long bid, long quantity) {
        book.increment(time, time + 5);
        book.ids(firstId, lastId, BookSink.ABSENT);
        book.bid(bid, quantity);
        book.end();
    }

    @Test
    void theFirstBookIsGivenAtOnceWithTheBestLevels() {
        whole(7, 100, 1_000, 1_010);
        change(8, 101, 101, 900, 1);
        assertThat(given.books)
                .containsExactly(new BookSnapshot(
                        BITCOIN,
                        given.books.get(0).tsEvent(),
                        given.books.get(0).tsInit(),
                        List.of(new BookLevel(1_000, 10), new BookLevel(999, 11)),
                        List.of(new BookLevel(1_010, 20), new BookLevel(1_011, 21))));
        assertThat(given.books.get(0).tsInit()).isEqualTo(given.books.get(0).tsEvent() + 5);
    }

    @Test
    void afterThatOneIsGivenPerIntervalAsItIsThen() {
        whole(0, 100, 1_000, 1_010);
        change(0, 101, 101, 900, 1);
        assertThat(given.books).hasSize(1);
        change(SECOND - 1, 102, 102, 1_005, 3);
        assertThat(given.books).hasSize(1);
        change(SECOND, 103, 104, 1_004, 4);
        assertThat(given.books).hasSize(2);
        assertThat(given.books.get(1).bids()).containsExactly(new BookLevel(1_005, 3), new BookLevel(1_004, 4));
        assertThat(given.books.get(1).tsEvent()).isEqualTo(SECOND);
        change(SECOND + 1, 105, 105, 1_006, 1);
        assertThat(given.books).hasSize(2);
        assertThat(messages).isEqualTo(2);
        assertThat(leftOut).isEqualTo(3);
    }

    @Test
    void aGapIsNotGivenAndItsEndIsAtOnce() {
        whole(0, 100, 1_000, 1_010);
        change(0, 101, 101, 900, 1);
        change(2 * SECOND, 109, 110, 1_005, 3);
        assertThat(book.needsSnapshot()).isTrue();
        assertThat(given.books).as("what is not right is not kept").hasSize(1);
        book.lost(2 * SECOND, 2 * SECOND);
        whole(2 * SECOND + 1, 120, 1_001, 1_011);
        change(2 * SECOND + 2, 121, 121, 900, 1);
        assertThat(book.needsSnapshot()).isFalse();
        assertThat(given.books).hasSize(2);
    }

    @Test
    void booksOfOneTimeAreCounted() {
        for (long id = 100; id <= 300; id += 100) {
            book.lost(5, 5);
            whole(id == 300 ? 6 : 5, id, 1_000, 1_010);
        }
        assertThat(given.numbers).containsExactly(0L, 1L, 0L);
    }

    @Test
    void messagesThatDoNotEndAreRefused() {
        assertThatThrownBy(book::end).isInstanceOf(IllegalStateException.class).hasMessageContaining("was begun");
        book.snapshot(1, 1);
        assertThatThrownBy(() -> book.increment(2, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside another")
                .hasMessageContaining("binance:BTCUSDT");
        book.lost(2, 2);
        whole(3, 100, 1_000, 1_010);
        assertThat(given.books).hasSize(1);
    }
}
