package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A book that lags is what its leader was. */
class LaggingBookTest {
    private static final Instrument XY = Instruments.of("1", "1");

    private static String text(BookView view) {
        StringBuilder text = new StringBuilder().append(view.tsEvent()).append(view.isServed());
        for (int i = 0; i < view.bidDepth(); i++) {
            text.append(" b").append(view.rawBid(i)).append('x').append(view.rawBidQuantity(i));
        }
        for (int i = 0; i < view.askDepth(); i++) {
            text.append(" a").append(view.rawAsk(i)).append('x').append(view.rawAskQuantity(i));
        }
        return text.toString();
    }

    /** Messages with ids of OKX: some are lost, some repeated, some cross the book. */
    private static final class Venue {
        final SplittableRandom random;
        final BookUpdate update = new BookUpdate();
        long id = 1;

        Venue(long seed) {
            random = new SplittableRandom(seed);
        }

        void fill(int levels) {
            for (int i = random.nextInt(levels); i >= 0; i--) {
                if (random.nextBoolean()) {
                    update.bid(100 - random.nextInt(20) + (random.nextInt(9) == 0 ? 3 : 0), random.nextInt(4));
                } else {
                    update.ask(101 + random.nextInt(20), random.nextInt(4));
                }
            }
        }

        void send(SequencedBook book, long ts) {
            int what = random.nextInt(20);
            update.clear().tsEvent(ts);
            if (what == 0) {
                book.disconnected();
            } else if (what < 3) {
                fill(30);
                book.snapshot(update.ids(BookUpdate.ABSENT, ++id, -1));
            } else {
                fill(4);
                long previous = what == 3 ? id - 1 : id;
                book.increment(update.ids(BookUpdate.ABSENT, ++id, previous));
            }
        }
    }

    @Test
    void itAgreesWithWhatItsLeaderWas() {
        for (long seed = 1; seed <= 300; seed++) {
            Venue venue = new Venue(seed);
            SequencedBook leader = SequencedBook.of(XY, SequenceRule.okx());
            for (int ts = 1; ts < venue.random.nextInt(30); ts++) {
                venue.send(leader, ts);
            }
            LaggingBook lagging = LaggingBook.copyOf(leader);
            assertThat(text(lagging.view()).replaceFirst("^[0-9]+", ""))
                    .isEqualTo(text(leader.view()).replaceFirst("^[0-9]+", ""));
            ArrayDeque<String> expected = new ArrayDeque<>();
            for (int ts = 100; ts < 400; ts++) {
                venue.send(leader, ts);
                if (leader.change() != BookChange.NONE) {
                    lagging.add(leader.change(), venue.update, leader);
                    expected.add(text(leader.view()).replaceFirst("^[0-9]+", ""));
                }
                while (!expected.isEmpty() && (venue.random.nextInt(3) == 0 || expected.size() > 20)) {
                    lagging.next();
                    assertThat(text(lagging.view()).replaceFirst("^[0-9]+", ""))
                            .as("seed %d at %d", seed, ts)
                            .isEqualTo(expected.remove());
                }
            }
        }
    }

    @Test
    void aCrossedLeaderIsCopiedAsItIs() {
        SequencedBook leader = SequencedBook.of(XY, SequenceRule.trusted());
        leader.snapshot(new BookUpdate().bid(100, 1).ask(99, 2).ask(103, 4));
        LaggingBook lagging = LaggingBook.copyOf(leader);
        BookUpdate uncrossing = new BookUpdate().tsEvent(7).ask(99, 0);
        leader.increment(uncrossing);
        lagging.add(leader.change(), uncrossing, leader);
        assertThat(lagging.view().isServed()).isFalse();
        lagging.next();

        assertThat(text(lagging.view())).isEqualTo("7true b100x1 a103x4");
    }

    @Test
    void itDoesNotGuessWhatComesNext() {
        LaggingBook lagging = LaggingBook.copyOf(SequencedBook.of(XY, SequenceRule.trusted()));

        assertThatThrownBy(lagging::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has nothing to do; add first");
    }
}
