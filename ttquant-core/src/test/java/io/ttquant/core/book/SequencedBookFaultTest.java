package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages are lost, repeated and come late, snapshots are older or newer than the stream: a book that is served is the venue's. */
class SequencedBookFaultTest {
    private static final int MESSAGES = 600;

    private int served;

    @ParameterizedTest
    @EnumSource
    void whatIsServedIsTheVenuesBook(SyntheticVenue.Ids ids) {
        long gaps = 0;
        long resyncs = 0;
        for (long seed = 1; seed <= 150; seed++) {
            SequencedBook book = SequencedBook.of(Instruments.of("1", "1"), rule(ids), 512);
            play(ids, book, seed);
            gaps += book.counters().gaps();
            resyncs += book.counters().resyncs();
        }
        assertThat(gaps).isGreaterThan(1_000);
        assertThat(resyncs).isGreaterThan(1_000);
        assertThat(served).as("the book comes back").isGreaterThan(150 * MESSAGES / 3);
    }

    private void play(SyntheticVenue.Ids ids, SequencedBook book, long seed) {
        SyntheticVenue venue = new SyntheticVenue(ids, MESSAGES, seed);
        SplittableRandom random = new SplittableRandom(-seed);
        for (int i = 0; i < MESSAGES; i++) {
            int fault = random.nextInt(100);
            if (fault >= 3) {
                book.increment(venue.message(i));
                check(venue, book, seed, i);
            }
            if (fault < 6 && i > 0) {
                book.increment(venue.message(i - random.nextInt(Math.min(i, 3))));
                check(venue, book, seed, i);
            }
            if (book.state().needsSnapshot() && random.nextInt(4) == 0) {
                int from = ids == SyntheticVenue.Ids.OKX ? i : i + random.nextInt(-6, 7);
                book.snapshot(venue.snapshot(Math.max(0, Math.min(MESSAGES - 1, from))));
                check(venue, book, seed, i);
            }
            if (random.nextInt(200) == 0) {
                book.disconnected();
            }
        }
    }

    private void check(SyntheticVenue venue, SequencedBook book, long seed, int message) {
        if (book.state() == BookState.LIVE) {
            served++;
            venue.state((int) book.view().tsEvent()).requireEqual(book.view(), "seed " + seed + ", message " + message);
        } else {
            assertThat(book.view().bidDepth() + book.view().askDepth()).isZero();
        }
    }

    private static SequenceRule rule(SyntheticVenue.Ids ids) {
        return switch (ids) {
            case SPOT -> SequenceRule.binanceSpot();
            case FUTURES -> SequenceRule.binanceFutures();
            case OKX -> SequenceRule.okx();
        };
    }
}
