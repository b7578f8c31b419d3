package io.ttquant.core.book;

import static io.ttquant.core.book.BookUpdate.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SequencedBookTest {
    private final SequencedBook spot = SequencedBook.of(Instruments.of("0.01", "1"), SequenceRule.binanceSpot());
    private final SequencedBook okx = SequencedBook.of(Instruments.of("0.01", "1"), SequenceRule.okx());

    private static BookUpdate message(long first, long last, long previous) {
        return new BookUpdate().ids(first, last, previous).tsEvent(last);
    }

    private static BookUpdate snapshot(long last) {
        return message(ABSENT, last, ABSENT).bid(100, 5).ask(102, 5);
    }

    @Test
    void thereAreNoLevelsBeforeTheSnapshot() {
        assertThat(spot.increment(message(1, 2, ABSENT).bid(99, 1))).isEqualTo(BookState.EMPTY);

        assertThat(spot.state().needsSnapshot()).isTrue();
        assertThat(spot.view().bidDepth()).isZero();
        assertThatThrownBy(() -> spot.view().rawBid(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("empty, crossed or out of step");
    }

    @Test
    void whatCameBeforeTheSnapshotIsAppliedToIt() {
        spot.increment(message(1, 5, ABSENT).bid(90, 1));
        spot.increment(message(6, 12, ABSENT).bid(100, 7));
        spot.increment(message(13, 14, ABSENT).bid(101, 2));

        assertThat(spot.snapshot(snapshot(10))).isEqualTo(BookState.LIVE);

        assertThat(spot.view().rawBid(0)).isEqualTo(101);
        assertThat(spot.view().rawBidQuantity(1)).isEqualTo(7);
        assertThat(spot.view().bidDepth())
                .as("the first was older than the snapshot")
                .isEqualTo(2);
        assertThat(spot.view().tsEvent()).isEqualTo(14);
        assertThat(spot.counters().applied()).isEqualTo(2);
        assertThat(spot.counters().skipped()).isEqualTo(1);
    }

    @Test
    void aSnapshotOlderThanTheStreamIsRefusedAndANewerOneFits() {
        spot.increment(message(21, 25, ABSENT).bid(99, 1));
        spot.increment(message(26, 28, ABSENT).bid(98, 1));

        assertThat(spot.snapshot(snapshot(15))).isEqualTo(BookState.EMPTY);
        assertThat(spot.view().bidDepth()).isZero();
        assertThat(spot.counters().staleSnapshots()).isEqualTo(1);

        assertThat(spot.snapshot(snapshot(24))).isEqualTo(BookState.LIVE);
        assertThat(spot.view().bidDepth()).isEqualTo(3);
        assertThat(spot.counters().resyncs()).as("it never was in step before").isZero();
    }

    @Test
    void aGapAmongWhatWasKeptNeedsANewerSnapshot() {
        spot.increment(message(11, 12, ABSENT).bid(99, 1));
        spot.increment(message(15, 16, ABSENT).bid(98, 1));

        assertThat(spot.snapshot(snapshot(10)).needsSnapshot()).isTrue();
        assertThat(spot.snapshot(snapshot(14))).isEqualTo(BookState.LIVE);
        assertThat(spot.view().bidDepth()).as("99 came before the gap").isEqualTo(2);
    }

    @Test
    void aGapEmptiesTheBookUntilTheNextSnapshot() {
        spot.snapshot(snapshot(10));

        assertThat(spot.increment(message(13, 14, ABSENT).bid(99, 1))).isEqualTo(BookState.STALE);
        assertThat(spot.view().bidDepth()).isZero();
        assertThat(spot.counters().gaps()).isEqualTo(1);

        spot.increment(message(15, 15, ABSENT).bid(98, 1));
        assertThat(spot.counters().gaps()).as("one loss is one gap").isEqualTo(1);
        assertThat(spot.snapshot(snapshot(12))).isEqualTo(BookState.LIVE);
        assertThat(spot.view().bidDepth()).isEqualTo(3);
        assertThat(spot.counters().resyncs()).isEqualTo(1);
    }

    @Test
    void aLostConnectionIsLikeAGap() {
        assertThat(spot.disconnected()).isEqualTo(BookState.EMPTY);
        spot.snapshot(snapshot(10));

        assertThat(spot.disconnected()).isEqualTo(BookState.STALE);
        assertThat(spot.view().askDepth()).isZero();
        assertThat(spot.snapshot(snapshot(30))).isEqualTo(BookState.LIVE);
        assertThat(spot.counters().resyncs()).isEqualTo(1);
    }

    @Test
    void aFetchedSnapshotThatNobodyNeedsIsSkipped() {
        spot.snapshot(snapshot(10));
        spot.increment(message(11, 11, ABSENT).bid(101, 1));

        assertThat(spot.snapshot(snapshot(10))).isEqualTo(BookState.LIVE);
        assertThat(spot.view().rawBid(0)).isEqualTo(101);
        assertThat(spot.counters().skipped()).isEqualTo(1);
    }

    @Test
    void aSnapshotInTheStreamReplacesTheBook() {
        okx.snapshot(message(ABSENT, 10, -1).bid(100, 5).ask(102, 5));
        okx.snapshot(message(ABSENT, 50, -1).bid(90, 5).ask(92, 5));

        assertThat(okx.view().bidDepth()).isEqualTo(1);
        assertThat(okx.view().rawBid(0)).isEqualTo(90);
        assertThat(okx.increment(message(ABSENT, 51, 50).bid(91, 1))).isEqualTo(BookState.LIVE);
    }

    @Test
    void aCrossedBookIsWithheldButNotLost() {
        okx.snapshot(message(ABSENT, 10, -1).bid(100, 5).ask(102, 5));

        assertThat(okx.increment(message(ABSENT, 11, 10).bid(103, 1))).isEqualTo(BookState.CROSSED);
        assertThat(okx.view().bidDepth()).isZero();
        assertThat(okx.state().needsSnapshot()).isFalse();
        okx.increment(message(ABSENT, 12, 11).bid(104, 1));
        assertThat(okx.counters().crossings()).as("one crossing, however long").isEqualTo(1);

        BookUpdate uncrossing = message(ABSENT, 13, 12).bid(103, 0).bid(104, 0);
        assertThat(okx.increment(uncrossing)).isEqualTo(BookState.LIVE);
        assertThat(okx.view().rawBid(0)).isEqualTo(100);
    }

    @Test
    void aLockedBookCountsAsCrossed() {
        okx.snapshot(message(ABSENT, 10, -1).bid(102, 5).ask(102, 5));

        assertThat(okx.state()).isEqualTo(BookState.CROSSED);
    }

    @Test
    void aWrongChecksumIsNoProofWhileTheIdsFollow() {
        okx.snapshot(message(ABSENT, 10, -1).bid(100, 5).ask(102, 5));

        assertThat(okx.increment(message(ABSENT, 11, 10).bid(99, 1).checksum(4711)))
                .isEqualTo(BookState.LIVE);
        assertThat(okx.counters().checksumMismatches()).isEqualTo(1);
    }

    @Test
    void aWrongChecksumIsAGapWhereThereAreNoIds() {
        assertThat(okx.snapshot(snapshot(ABSENT).checksum(4711))).isEqualTo(BookState.EMPTY);

        assertThat(okx.view().bidDepth()).isZero();
        assertThat(okx.counters().gaps()).isEqualTo(1);
    }

    @Test
    void idsThatWentBackAreAGapInTheEnd() {
        spot.snapshot(snapshot(1_000_000));
        for (int id = 1; id <= 1_000; id++) {
            assertThat(spot.increment(message(id, id, ABSENT))).isEqualTo(BookState.LIVE);
        }

        assertThat(spot.increment(message(1_001, 1_001, ABSENT))).isEqualTo(BookState.STALE);
        assertThat(spot.snapshot(snapshot(1_000))).isEqualTo(BookState.LIVE);
    }

    @Test
    void tooMuchBeforeASnapshotDropsTheOldest() {
        BookUpdate large = new BookUpdate();
        for (int id = 1; id <= 40; id++) {
            large.clear().ids(id, id, ABSENT);
            for (int i = 0; i < 15_000; i++) {
                large.bid(1, 1);
            }
            spot.increment(large);
        }

        assertThat(spot.counters().overflows()).isEqualTo(1);
        assertThat(spot.snapshot(snapshot(10)).needsSnapshot()).isTrue();
        assertThat(spot.snapshot(snapshot(39))).isEqualTo(BookState.LIVE);
    }

    @Test
    void aLevelThatCannotBeIsRefusedBeforeTheBookSeesIt() {
        BookUpdate update = message(11, 12, ABSENT);

        assertThatThrownBy(() -> update.bid(0, 1)).hasMessageContaining("bid level with raw price 0");
        assertThatThrownBy(() -> update.ask(-5, 1)).hasMessageContaining("ask level with raw price -5");
        assertThatThrownBy(() -> update.ask((1L << 62) + 1, 1)).hasMessageContaining("from 1 to 2^62");
        assertThatThrownBy(() -> update.ask(5, -1)).hasMessageContaining("raw quantity -1");
        assertThat(update.bids() + update.asks()).isZero();
    }
}
