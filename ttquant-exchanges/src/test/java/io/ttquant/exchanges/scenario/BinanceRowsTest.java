package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every row of the catalogue that can happen at Binance is played, or it is said why not. */
class BinanceRowsTest {
    private static final List<Class<?>> CLASSES = List.of(
            AccountsTest.class,
            AmendmentsTest.class,
            BatchesTest.class,
            BracketPartsScenarioTest.class,
            CancelsTest.class,
            ChaosTest.class,
            ClocksTest.class,
            ConnectionsTest.class,
            DeadManTest.class,
            EndsTest.class,
            EngineTest.class,
            FiguresTest.class,
            FillsTest.class,
            FundingTest.class,
            LimitsTest.class,
            MarketDataTest.class,
            OutcomeUnknownTest.class,
            ProtectionTest.class,
            RestartsTest.class,
            WordsTest.class);

    private static final Map<String, String> EXCEPTED = Map.of(
            "B4", "ping frames are answered by the WebSocket itself: OkHttpWebSocketTest and LoopbackServerTest",
            "C6", "no session knows a zone; days are the engine's own, which its tests move through all zones",
            "E6", "a contract of Binance USDT-M is one unit of its base",
            "I2", "one thread does all the work here; LoopThreadTest and LiveLoopTest have the real one",
            "I7", "nothing reads the level of a log line, so that none can end anything");

    private static final String ABOUT =
            "Each row of the catalogue of failures that concerns a venue (docs/concepts/order-life.md says the rules), and the\n"
                    + "scenarios that play it, most of them on Spot and on USDT-M futures and many once for each of fifteen fates of a command: a real session and a real\n"
                    + "engine trade at the local exchange of Binance in made-up time, something goes wrong, and then orders, fills, positions and balances must be those of\n"
                    + "the exchange's own ledger, to the last digit, and nothing may have been sent twice. What scenarios are, and what they do not show, is in\n"
                    + "[Scenarios](../concepts/scenarios.md).";

    private final RowPage page = new RowPage(CLASSES, EXCEPTED);

    @Test
    void everyRowIsPlayedOrExcepted() {
        page.requireAllRows();
    }

    @Test
    void thereAreAtLeastAHundredAndTwentyScenarios() {
        assertThat(page.scenarios()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void thePageNamesThem() {
        page.check("binance-scenarios.md", "Scenarios at Binance", ABOUT);
    }
}
