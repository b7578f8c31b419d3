package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Matching against a naive venue, report by report, over random orders and markets, with {@link FillInvariants} on top. The seed is in the message
 * of a failure.
 *
 * <p>Left out, since tests of their own have it: late reports and short funds (RacingOrdersTest).
 */
class MatchingAgreementTest {
    private final Set<FillReason> seen = EnumSet.noneOf(FillReason.class);

    @Test
    void barsAgreeWithTheNaiveVenue() {
        for (long seed = 1; seed <= 1_000; seed++) {
            BarComparison run = new BarComparison(seed);
            run.run(20);
            note(run);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        FillReason.NEXT_OPEN,
                        FillReason.CURRENT_CLOSE,
                        FillReason.BAR_PATH,
                        FillReason.MARKETABLE_LIMIT,
                        FillReason.LIMIT_AT_OPEN,
                        FillReason.TRADED_THROUGH,
                        FillReason.TOUCHED,
                        FillReason.STOP_GAP,
                        FillReason.STOP_TRIGGER,
                        FillReason.IF_TOUCHED_GAP,
                        FillReason.IF_TOUCHED_TRIGGER);
    }

    @Test
    void tradesAndQuotesAgreeWithTheNaiveVenue() {
        for (long seed = 1; seed <= 1_000; seed++) {
            TickComparison run = new TickComparison(seed);
            run.run(40);
            note(run);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        FillReason.NEXT_TICK,
                        FillReason.TOOK_BOOK,
                        FillReason.MARKETABLE_LIMIT,
                        FillReason.TRADED_THROUGH,
                        FillReason.TOUCHED,
                        FillReason.TRADE_AT_PRICE,
                        FillReason.STOP_NEXT_TICK,
                        FillReason.STOP_GAP,
                        FillReason.STOP_TRIGGER,
                        FillReason.IF_TOUCHED_GAP,
                        FillReason.IF_TOUCHED_TRIGGER);
    }

    @Test
    void anOrderBookAgreesWithTheNaiveVenue() {
        for (long seed = 1; seed <= 2_000; seed++) {
            BookComparison run = new BookComparison(seed);
            run.run(40);
            note(run);
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        FillReason.NEXT_TICK,
                        FillReason.TOOK_BOOK,
                        FillReason.WALKED_BOOK,
                        FillReason.MARKETABLE_LIMIT,
                        FillReason.TRADED_THROUGH,
                        FillReason.TRADE_AT_PRICE,
                        FillReason.BOOK_CROSSED,
                        FillReason.IF_TOUCHED_GAP,
                        FillReason.IF_TOUCHED_TRIGGER,
                        FillReason.STOP_GAP,
                        FillReason.STOP_NEXT_TICK,
                        FillReason.STOP_TRIGGER);
    }

    /** A hundred thousand short sequences of orders reach more beginnings than a few long ones: the first bar, the first quote, an empty account. */
    @Test
    void aHundredThousandShortSequencesAgree() {
        for (long seed = 1_000_001; seed <= 1_034_000; seed++) {
            new BarComparison(seed).run(3);
            new TickComparison(seed).run(6);
        }
        for (long seed = 1_000_001; seed <= 1_032_000; seed++) {
            new BookComparison(seed).run(6);
        }
    }

    private void note(VenueComparison run) {
        run.lab.script.fills.stream().map(Fill::reason).forEach(seen::add);
    }
}
