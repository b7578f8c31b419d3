package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A book that loses its connection and comes back, under each venue's rule. */
class ReturningBookTest {
    private static final Instrument BTC = Instrument.spot(
                    InstrumentId.parse("sim:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("1")
            .lot("1")
            .build();

    private enum Venue {
        TRUSTED(SequenceRule::trusted),
        BINANCE_SPOT(SequenceRule::binanceSpot),
        BINANCE_FUTURES(SequenceRule::binanceFutures),
        OKX(SequenceRule::okx);

        private final Supplier<SequenceRule> rule;

        Venue(Supplier<SequenceRule> rule) {
            this.rule = rule;
        }
    }

    /** Hands messages to a book that is kept by a rule, as an engine does. */
    private static final class Kept implements BookSink {
        private final SequencedBook book;
        private final BookUpdate update = new BookUpdate();
        private boolean isWhole;

        Kept(SequenceRule rule) {
            this.book = SequencedBook.of(BTC, rule);
        }

        @Override
        public void snapshot(long tsEvent, long tsInit) {
            isWhole = true;
            update.clear().tsEvent(tsEvent);
        }

        @Override
        public void increment(long tsEvent, long tsInit) {
            isWhole = false;
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
            if (isWhole) {
                book.snapshot(update);
            } else {
                book.increment(update);
            }
        }

        @Override
        public void lost(long tsEvent, long tsInit) {
            book.disconnected();
        }

        @Override
        public boolean needsSnapshot() {
            return book.state().needsSnapshot();
        }
    }

    /** A venue that changes random levels, and what its book is. */
    private static final class Feed {
        private final SplittableRandom random;
        private final BookSink sink;
        private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        private final TreeMap<Long, Long> asks = new TreeMap<>();
        private long last = 100;

        Feed(long seed, BookSink sink) {
            this.random = new SplittableRandom(seed);
            this.sink = sink;
        }

        void snapshot(long now) {
            bids.put(999L, 5L);
            asks.put(1_001L, 5L);
            sink.snapshot(now, now);
            sink.ids(BookSink.ABSENT, last, -1);
            bids.forEach(sink::bid);
            asks.forEach(sink::ask);
            sink.end();
        }

        /** @param first the id with which the message begins */
        void increment(long now, long first) {
            long previous = last;
            last += 1 + random.nextInt(3);
            sink.increment(now, now);
            sink.ids(first, last, previous);
            for (int i = random.nextInt(4); i >= 0; i--) {
                boolean isBid = random.nextBoolean();
                long price = isBid ? 999 - random.nextInt(8) : 1_001 + random.nextInt(8);
                long quantity = random.nextInt(3) == 0 && price != 999 && price != 1_001 ? 0 : 1 + random.nextInt(9);
                TreeMap<Long, Long> side = isBid ? bids : asks;
                side.put(price, quantity);
                side.values().removeIf(left -> left == 0);
                if (isBid) {
                    sink.bid(price, quantity);
                } else {
                    sink.ask(price, quantity);
                }
            }
            sink.end();
        }

        String text() {
            return "LIVE " + bids + " " + asks;
        }
    }

    private static String text(SequencedBook book) {
        BookUpdate levels = new BookUpdate();
        book.copyTo(levels);
        TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Long, Long> asks = new TreeMap<>();
        for (int i = 0; i < levels.bids(); i++) {
            bids.put(levels.rawBid(i), levels.rawBidQuantity(i));
        }
        for (int i = 0; i < levels.asks(); i++) {
            asks.put(levels.rawAsk(i), levels.rawAskQuantity(i));
        }
        return book.state() + " " + bids + " " + asks;
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfTheVenueAgainWithTheFirstMessageAndStaysSo(Venue venue) {
        for (long seed = 1; seed <= 200; seed++) {
            long from = 10 + seed % 20;
            long to = from + seed % 7;
            Kept kept = new Kept(venue.rule.get());
            ReturningBook returning = new ReturningBook(kept, SequencedBook.of(BTC, venue.rule.get()), from, to);
            Feed feed = new Feed(seed, returning);
            feed.snapshot(1);
            for (long now = 2; now < 60; now++) {
                if (now == from) {
                    returning.disconnect(now);
                }
                feed.increment(now, now == 2 ? feed.last : feed.last + 1);
                String run = venue + " seed " + seed + " at " + now + ", away from " + from + " to " + to;
                if (now >= from && now < to) {
                    assertThat(kept.needsSnapshot()).as(run).isTrue();
                    assertThat(returning.needsSnapshot()).as(run).isFalse();
                } else {
                    assertThat(text(kept.book)).as(run).isEqualTo(feed.text());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesBackEvenIfTheVenueSaidNothingMeanwhile(Venue venue) {
        Kept kept = new Kept(venue.rule.get());
        ReturningBook returning = new ReturningBook(kept, SequencedBook.of(BTC, venue.rule.get()), 10, 20);
        Feed feed = new Feed(1, returning);
        feed.snapshot(1);
        feed.increment(2, feed.last);
        returning.disconnect(10);
        assertThat(kept.needsSnapshot()).isTrue();
        feed.increment(30, feed.last + 1);

        assertThat(text(kept.book)).isEqualTo(feed.text());
    }

    @Test
    void wrappedStreamsKeepTheRuleOfTheirBook() {
        Supplier<SequenceRule> rule = SequenceRule::okx;
        EventSource recorded = new EventSource() {
            @Override
            public Instrument instrument() {
                return BTC;
            }

            @Override
            public String describe() {
                return "recorded order book";
            }

            @Override
            public long size() {
                return 7;
            }

            @Override
            public Optional<Supplier<SequenceRule>> bookSequence() {
                return Optional.of(rule);
            }

            @Override
            public Cursor open(MarketDataSink sink) {
                throw new AssertionError("not opened here");
            }
        };

        assertThat(recorded.until(5).bookSequence()).containsSame(rule);
        assertThat(new AlteredSource(recorded, sink -> sink).bookSequence()).containsSame(rule);
        assertThat(new DisconnectedSource(recorded, 1, 2).bookSequence()).containsSame(rule);
    }
}
