package io.ttquant.core.book;

import static io.ttquant.core.book.BookUpdate.ABSENT;
import static io.ttquant.core.book.Verdict.APPLY;
import static io.ttquant.core.book.Verdict.GAP;
import static io.ttquant.core.book.Verdict.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SequenceRuleTest {
    private static BookUpdate ids(long first, long last, long previous) {
        return new BookUpdate().ids(first, last, previous);
    }

    @Nested
    class BinanceSpot {
        private final SequenceRule rule = SequenceRule.binanceSpot();

        BinanceSpot() {
            rule.start(ids(ABSENT, 100, ABSENT));
        }

        @Test
        void whatTheSnapshotHasIsSkipped() {
            assertThat(rule.next(ids(90, 99, ABSENT))).isEqualTo(SKIP);
            assertThat(rule.next(ids(95, 100, ABSENT))).isEqualTo(SKIP);
        }

        @Test
        void theFirstMayBeginAtTheNextIdOrBefore() {
            assertThat(rule.next(ids(101, 103, ABSENT))).isEqualTo(APPLY);
            rule.start(ids(ABSENT, 100, ABSENT));
            assertThat(rule.next(ids(90, 101, ABSENT))).isEqualTo(APPLY);
        }

        @Test
        void aMissingIdIsAGap() {
            assertThat(rule.next(ids(102, 103, ABSENT))).isEqualTo(GAP);
        }

        @Test
        void laterOnesMustFollowOn() {
            rule.next(ids(101, 103, ABSENT));
            assertThat(rule.next(ids(101, 103, ABSENT))).as("repeated").isEqualTo(SKIP);
            assertThat(rule.next(ids(104, 104, ABSENT))).isEqualTo(APPLY);
            assertThat(rule.next(ids(106, 107, ABSENT))).isEqualTo(GAP);
        }

        @Test
        void idsThatAreAbsentOrOutOfOrderProveNothing() {
            assertThat(rule.next(ids(ABSENT, 101, ABSENT))).isEqualTo(GAP);
            assertThat(rule.next(ids(101, ABSENT, ABSENT))).isEqualTo(GAP);
            assertThat(rule.next(ids(105, 104, ABSENT))).isEqualTo(GAP);
        }
    }

    @Nested
    class BinanceFutures {
        private final SequenceRule rule = SequenceRule.binanceFutures();

        BinanceFutures() {
            rule.start(ids(ABSENT, 100, ABSENT));
        }

        @Test
        void whatEndsBeforeTheSnapshotIsSkippedAndWhatEndsAtItIsApplied() {
            assertThat(rule.next(ids(90, 99, 85))).isEqualTo(SKIP);
            assertThat(rule.next(ids(95, 100, 99))).isEqualTo(APPLY);
        }

        @Test
        void theFirstMustSpanTheSnapshot() {
            assertThat(rule.next(ids(100, 110, 97))).isEqualTo(APPLY);
            rule.start(ids(ABSENT, 100, ABSENT));
            assertThat(rule.next(ids(101, 110, 100))).isEqualTo(GAP);
        }

        @Test
        void laterOnesMustNameTheOneBefore() {
            rule.next(ids(95, 105, 90));
            assertThat(rule.next(ids(110, 112, 105)))
                    .as("holes in the ids are normal")
                    .isEqualTo(APPLY);
            assertThat(rule.next(ids(110, 112, 105))).as("repeated").isEqualTo(SKIP);
            assertThat(rule.next(ids(113, 115, 111))).isEqualTo(GAP);
        }

        @Test
        void aLostOneIsAGapThoughTheIdsRunOn() {
            rule.next(ids(95, 105, 90));
            assertThat(rule.next(ids(120, 121, 119))).isEqualTo(GAP);
        }

        @Test
        void idsThatAreAbsentOrOutOfOrderProveNothing() {
            assertThat(rule.next(ids(95, 105, ABSENT))).isEqualTo(GAP);
            assertThat(rule.next(ids(ABSENT, 105, 90))).isEqualTo(GAP);
            assertThat(rule.next(ids(106, 105, 90))).isEqualTo(GAP);
        }
    }

    @Nested
    class Okx {
        private final SequenceRule rule = SequenceRule.okx();

        Okx() {
            rule.start(ids(ABSENT, 10, -1));
        }

        private Verdict next(long previous, long last) {
            return rule.next(ids(ABSENT, last, previous));
        }

        /** The sequence in the venue's documentation. */
        @Test
        void updateSignOfLifeAndReset() {
            assertThat(next(10, 15)).isEqualTo(APPLY);
            assertThat(next(15, 15)).isEqualTo(APPLY);
            assertThat(next(15, 3)).as("reset").isEqualTo(APPLY);
            assertThat(next(3, 5)).isEqualTo(APPLY);
        }

        @Test
        void aMissingOneIsAGap() {
            assertThat(next(12, 15)).isEqualTo(GAP);
        }

        @Test
        void aRepeatedOneIsSkippedAndAnOlderOneIsAGap() {
            next(10, 15);
            next(15, 17);
            assertThat(next(15, 17)).isEqualTo(SKIP);
            assertThat(next(10, 15)).isEqualTo(GAP);
        }

        @Test
        void idsThatStopAreAGapEvenWithAChecksum() {
            assertThat(rule.next(new BookUpdate().checksum(5))).isEqualTo(GAP);
        }

        @Test
        void withoutIdsFromTheStartOnlyAChecksumProvesAnything() {
            rule.start(new BookUpdate().checksum(7));
            assertThat(rule.next(new BookUpdate().checksum(5))).isEqualTo(APPLY);
            assertThat(rule.next(new BookUpdate())).isEqualTo(GAP);
        }
    }
}
