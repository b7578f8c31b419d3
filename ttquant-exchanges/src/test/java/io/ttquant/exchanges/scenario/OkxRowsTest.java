package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
            OkxDeadManTest.class,
            BracketPartsScenarioTest.class,
            FundingTest.class);

    private static final Map<String, String> EXCEPTED = Map.ofEntries(
            Map.entry("B2", "OKX has no listen keys"),
            Map.entry("B11", "of the live loop, not of a venue: LiveLoopTest"),
            Map.entry("B12", "bars have tests of their own"),
            Map.entry("B13", "as for bars that close once"),
            Map.entry("C5", "of bars and calendars, which have tests of their own"),
            Map.entry(
                    "C6", "no session knows a zone; days are the engine's own, which its tests move through all zones"),
            Map.entry("D5", "OKX tells nobody how much of a limit is used"),
            Map.entry("I2", "one thread does all the work here; LoopThreadTest and LiveLoopTest have the real one"),
            Map.entry("I4", "played at Binance, with the same code"),
            Map.entry("I7", "nothing reads the level of a log line, so that none can end anything"));

    private static final String ABOUT =
            "Each row of the catalogue of failures that concerns a venue (docs/concepts/order-life.md says the rules), and the\n"
                    + "scenarios that play it: a real session and a real engine trade at the local exchange of OKX in made-up time, something goes wrong, and then orders,\n"
                    + "fills, positions and balances must be those of the exchange's own ledger, to the last digit, and nothing may have been sent twice. Many are played\n"
                    + "with several faults, and on spot and swaps. What scenarios are, and what they do not show, is in [Scenarios](../concepts/scenarios.md).";

    private final RowPage page = new RowPage(PLAYED, EXCEPTED);

    @Test
    void everyRowIsPlayedOrExcepted() {
        page.requireAllRows();
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
