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
            CancelsTest.class,
            ChaosTest.class,
            ClocksTest.class,
            ConnectionsTest.class,
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

    @Test
    void everyRowIsPlayedOrExcepted() {
        RowCoverage coverage = RowCoverage.of(CLASSES);
        assertThat(coverage.unknown()).isEmpty();
        assertThat(coverage.missing(EXCEPTED.keySet())).isEmpty();
    }

    @Test
    void noRowIsExceptedThatIsPlayed() {
        RowCoverage coverage = RowCoverage.of(CLASSES);
        assertThat(EXCEPTED.keySet()).allMatch(row -> coverage.count(row) == 0);
    }

    @Test
    void thereAreAtLeastAHundredAndTwentyScenarios() {
        RowCoverage coverage = RowCoverage.of(CLASSES);
        assertThat(coverage.all()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(coverage.missing(java.util.Set.of()).size()).isEqualTo(EXCEPTED.size());
    }
}
