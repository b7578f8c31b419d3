package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every row of the catalogue that has something to do with a venue is played at OKX. */
class OkxRowsTest {
    private static final List<Class<?>> PLAYED = List.of(
            OkxOutcomeUnknownTest.class,
            OkxCancelsTest.class,
            OkxAmendmentsTest.class,
            OkxBatchesTest.class,
            OkxFillsTest.class,
            OkxAlgosTest.class,
            OkxProtectionTest.class,
            OkxRefusalsTest.class,
            OkxConnectionsTest.class,
            OkxRestartsTest.class,
            OkxAccountsTest.class,
            OkxClocksTest.class,
            OkxFiguresTest.class,
            OkxMarketDataTest.class,
            OkxEngineTest.class,
            OkxEndsTest.class,
            FundingTest.class);

    /**
     * B2: OKX has no listen keys. B11, I2, I4, I7: of the live loop, not of a venue. B12, B13, C5, C6: of bars and
     * calendars, which have tests of their own. D5: OKX tells nobody how much of a limit is used.
     */
    private static final Set<String> NOT_HERE = Set.of("B2", "B11", "B12", "B13", "C5", "C6", "D5", "I2", "I4", "I7");

    private static final String ABOUT =
            "Each row of the catalogue of failures that concerns a venue (docs/concepts/order-life.md says the rules), and the\n"
                    + "scenarios that play it: a real session and a real engine trade at the local exchange of OKX in made-up time, something goes wrong, and then orders,\n"
                    + "fills, positions and balances must be those of the exchange's own ledger, to the last digit, and nothing may have been sent twice. Many are played\n"
                    + "with several faults, and on spot and swaps. This page is made from the annotations of the tests.";

    private final RowPage page = new RowPage(PLAYED);

    @Test
    void everyRowIsPlayed() {
        Set<String> due = new TreeSet<>();
        for (String last : List.of("A30", "B17", "C8", "D7", "E9", "F10", "I10")) {
            IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                    .forEach(number -> due.add(last.charAt(0) + Integer.toString(number)));
        }
        due.removeAll(NOT_HERE);
        assertThat(page.rows().keySet()).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(page.scenarios()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void thePageNamesThem() {
        page.check("okx-scenarios.md", "Scenarios at OKX", ABOUT);
    }
}
