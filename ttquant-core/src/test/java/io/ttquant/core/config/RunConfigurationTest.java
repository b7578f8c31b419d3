package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.QueueModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunConfigurationTest {
    private static final String BUY = """
            [[strategies]]
            id = "a"
            type = "buy"
            instrument = "binance:BTCUSDT"
            """;

    @Test
    void readsStrategiesInEveryKindOfTable() {
        RunConfiguration run = read(BUY + """
                        [[strategies]]
                        name = "b"
                        type = "purchase"
                        enabled = false
                        symbol = "ETHUSDT"
                        exchange = "binance"
                        [strategies.parameters]
                        order_amount_usdt = 5.50
                        [strategy.c]
                        type = "io.ttquant.core.config.TestStrategies.Buy"
                        instrument = "okx:BTC-USDT"
                        hedge = "okx:BTC-USDT-SWAP"
                        """);

        assertThat(run.strategies()).extracting(ConfiguredStrategy::id).containsExactly("a", "b", "c");
        assertThat(run.strategies())
                .extracting(ConfiguredStrategy::type)
                .containsExactly("buy", "buy", "io.ttquant.core.config.TestStrategies.Buy");
        assertThat(run.enabledStrategies()).extracting(ConfiguredStrategy::id).containsExactly("a", "c");
        assertThat(run.strategies().get(1).described())
                .containsExactly(
                        java.util.Map.entry("instrument", "binance:ETHUSDT"),
                        java.util.Map.entry("hedge", "none"),
                        java.util.Map.entry("order_value", "5.5"));
        assertThat(run.tradedInstruments())
                .extracting(InstrumentId::toString)
                .containsExactly("binance:BTCUSDT", "okx:BTC-USDT", "okx:BTC-USDT-SWAP");
        assertThat(run.warnings()).isEmpty();
    }

    @Test
    void makesANewStrategyEachTime() {
        ConfiguredStrategy strategy = read(BUY + "order_value = 7").strategies().get(0);
        TestStrategies.Buy first = (TestStrategies.Buy) strategy.create();

        assertThat(first.params.orderValue()).isEqualTo(new BigDecimal("7"));
        assertThat(strategy.create()).isNotSameAs(first);
    }

    @Test
    void makesAStrategyOfAClassThatTheFileNames() {
        ConfiguredStrategy strategy = read(BUY.replace("\"buy\"", "\"io.ttquant.core.config.TestStrategies$Buy\""))
                .strategies()
                .get(0);

        assertThat(strategy.create()).isInstanceOf(TestStrategies.Buy.class);
    }

    @Test
    void givesASymbolTheVenueAndItsSpelling() {
        RunConfiguration run = read("""
                [global]
                exchange = "OKX"
                [strategies.a]
                type = "buy"
                symbol = "BTCUSDT"
                [strategies.b]
                type = "buy"
                exchange = "binance"
                symbol = "BTC-USDT"
                """);

        assertThat(run.tradedInstruments())
                .extracting(InstrumentId::toString)
                .containsExactly("okx:BTC-USDT", "binance:BTCUSDT");
        assertThat(run.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "t:5:10: strategies.a.symbol: 'BTCUSDT' is read as okx:BTC-USDT, in the exchange's own spelling",
                        "t:9:10: strategies.b.symbol: 'BTC-USDT' is read as binance:BTCUSDT, in the exchange's own spelling");
    }

    @Test
    void saysSoWhenItAssumesAVenue() {
        RunConfiguration run = read("[strategies.a]\ntype = \"buy\"\nsymbol = \"BTCUSDT\"");

        assertThat(run.tradedInstruments()).containsExactly(InstrumentId.parse("binance:BTCUSDT"));
        assertThat(run.warnings())
                .extracting(Finding::toString)
                .containsExactly("t:3:10: strategies.a.symbol: no exchange is given, binance:BTCUSDT is assumed; "
                        + "write exchange = \"binance\" or \"binance:BTCUSDT\"");
    }

    @Test
    void readsTheAssumptionsOfExecution() {
        RunConfiguration run = read(BUY + """
                        [backtest]
                        cash = ["1000 USDT", "0.5 BTC"]
                        maker_fee = -0.0001
                        taker_fee = 0.0005
                        slippage_ticks = 2
                        feed_latency = "5ms"
                        order_latency = "10ms"
                        ack_latency = "20ms"
                        timing = "current_close"
                        bar_path = "ohlc"
                        touch_probability = 0.25
                        participation = 0.1
                        queue_model = "power 3"
                        depth_model = "square_root 0.8 12h"
                        price_protection_ticks = 40
                        reject_passed_stops = true
                        funds = "borrow"
                        seed = 9
                        data = ["a.csv", "b.zip"]
                        """);
        SimulationConfig simulation = run.simulation();

        assertThat(run.cash()).containsExactly(Money.of("1000", "USDT"), Money.of("0.5", "BTC"));
        assertThat(simulation.timing()).isEqualTo(ExecutionTiming.CURRENT_CLOSE);
        assertThat(simulation.path()).isEqualTo(BarPath.OHLC);
        assertThat(simulation.fills().touchProbability()).isEqualTo(0.25);
        assertThat(simulation.fees().describe()).isEqualTo("maker -0.01%, taker 0.05% of a fill's value");
        assertThat(simulation.slippage().describe()).startsWith("2 ticks");
        assertThat(simulation.latency().entryNanos(0, 0, 0)).isEqualTo(10_000_000);
        assertThat(simulation.latency().acknowledgementNanos(0, 0, 0)).isEqualTo(20_000_000);
        assertThat(simulation.participation()).isEqualByComparingTo("0.1");
        assertThat(simulation.queue()).isEqualTo(QueueModel.power(3));
        assertThat(simulation.depth()).isEqualTo(DepthModel.squareRoot(0.8, Duration.ofHours(12)));
        assertThat(simulation.priceProtectionTicks()).isEqualTo(40);
        assertThat(simulation.rejectPassedStops()).isTrue();
        assertThat(simulation.seed()).isEqualTo(9);
        assertThat(run.backtest().feedLatency()).isEqualTo(Duration.ofMillis(5));
        assertThat(run.backtest().funds()).isEqualTo(FundsPolicy.BORROW);
        assertThat(run.backtest().data()).containsExactly("a.csv", "b.zip");
    }

    @Test
    void readsLatencyThatVaries() {
        String latencies = BUY + """
                [backtest]
                order_latency = "10ms"
                feed_latency = "4ms"
                [backtest.latency]
                """;

        RunConfiguration drawn = read(latencies + """
                model = "log_normal"
                spread = 0.5
                lowest = "2ms"
                offset = "1ms"
                """);
        assertThat(drawn.simulation().latency().describe())
                .isEqualTo("order entry log-normal, median 10 ms, sigma 0.5, not below 2 ms; acknowledgement 0 ms;"
                        + " 1 ms more on both ways");
        assertThat(drawn.backtest().feed().describe())
                .isEqualTo("log-normal, median 4 ms, sigma 0.5, not below 2 ms from exchange to strategy; 1 ms more");

        assertThat(commands(latencies, "model = \"uniform\"\nspread = 0.25"))
                .isEqualTo("order entry uniform, 7.5 ms to 12.5 ms; acknowledgement 0 ms");
        assertThat(commands(latencies, "model = \"normal\"\nspread = 0.2"))
                .isEqualTo("order entry normal, mean 10 ms, standard deviation 2 ms; acknowledgement 0 ms");
        assertThat(commands(latencies, "model = \"exponential\"\nlowest = \"1ms\""))
                .isEqualTo("order entry exponential, mean 10 ms, not below 1 ms; acknowledgement 0 ms");
        assertThat(commands(latencies, "model = \"gamma\"\nspread = 0.5"))
                .isEqualTo("order entry gamma with shape 4, mean 10 ms; acknowledgement 0 ms");
        assertThat(commands(BUY + "[backtest.latency]\n", "model = \"of_feed\"\nack_factor = 2.5"))
                .isEqualTo("order entry 4 times, acknowledgement 2.5 times the latency of the last market data");
    }

    private static String commands(String toml, String more) {
        return read(toml + more).simulation().latency().describe();
    }

    @Test
    void recordedLatencyThatNobodyReadIsNotTakenForNone() {
        RunConfiguration run = read(BUY + """
                [backtest.latency]
                model = "recorded"
                file = "mine.csv"
                offset = "1ms"
                """);
        LatencyModel unread = run.simulation().latency();

        assertThat(run.backtest().latencyFile()).contains("mine.csv");
        assertThatThrownBy(() -> unread.entryNanos(0, 0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the recorded latencies of mine.csv were not read; read them and give them with"
                        + " BacktestSettings.withRecorded");
        assertThatThrownBy(() -> unread.acknowledgementNanos(0, 0, 0)).hasMessageContaining("were not read");
        assertThat(unread.describe()).isEqualTo("recorded in mine.csv, which was not read");
        LatencyModel recorded = LatencyModel.recorded(new long[] {5}, new long[] {8}, new long[] {9});
        assertThat(run.backtest()
                        .withRecorded(run.simulation(), recorded)
                        .latency()
                        .entryNanos(5, 0, 0))
                .isEqualTo(1_000_003);
    }

    @Test
    void readsInstrumentsAndTheirOwnFees() {
        RunConfiguration run = read(BUY + """
                        [instruments."binance:BTCUSDT"]
                        tick = 0.01
                        lot = "0.00001"
                        min_notional = 5
                        max_quantity = 9000
                        taker_fee = 0.00075
                        [instruments."okx:BTC-USDT-SWAP"]
                        kind = "perpetual"
                        tick = 0.1
                        lot = 1
                        multiplier = 0.01
                        """);
        Instrument spot = run.instrument(InstrumentId.parse("binance:BTCUSDT")).orElseThrow();
        Instrument swap =
                run.instrument(InstrumentId.parse("okx:BTC-USDT-SWAP")).orElseThrow();

        assertThat(spot.base().code() + spot.quote().code()).isEqualTo("BTCUSDT");
        assertThat(spot.priceScale()).isEqualTo(2);
        assertThat(spot.quantityScale()).isEqualTo(5);
        assertThat(spot.filters().rawMinNotional()).isEqualTo(500_000_000);
        assertThat(swap.multiplier()).isEqualByComparingTo("0.01");
        // 1 BTC at 100 USDT: 0.075 % and 0.1 %.
        assertThat(fee(run, spot, LiquiditySide.TAKER, 10_000, 100_000)).isEqualTo(7_500_000);
        assertThat(fee(run, spot, LiquiditySide.MAKER, 10_000, 100_000)).isEqualTo(10_000_000);
        assertThat(fee(run, swap, LiquiditySide.TAKER, 1_000, 100)).isEqualTo(10_000_000);
        assertThat(run.simulation().fees().describe())
                .isEqualTo(
                        "maker 0.1%, taker 0.1% of a fill's value; binance:BTCUSDT: maker 0.1%, taker 0.075% of a fill's value");
    }

    private static long fee(
            RunConfiguration run, Instrument instrument, LiquiditySide side, long price, long quantity) {
        return run.simulation().fees().rawFee(instrument, Side.BUY, side, price, quantity);
    }

    @Test
    void warnsOfEveryKeyThatDoesNothingYet() {
        RunConfiguration run = read(BUY + """
                        [global]
                        order_timeout_secs = 30
                        retry_count = 3
                        log_level = "info"
                        log_trades = true
                        """);

        assertThat(run.warnings())
                .extracting(warning -> warning.line() + " " + warning.key())
                .containsExactly(
                        "6 global.order_timeout_secs",
                        "7 global.retry_count",
                        "8 global.log_level",
                        "9 global.log_trades");
        assertThat(run.warnings())
                .extracting(Finding::message)
                .allMatch(text -> text.matches("(read but not|not used).*"))
                .anyMatch(text -> text.contains("asked for until its outcome is known"))
                .noneMatch(text -> text.contains("yet"));
    }

    @Test
    void takesTheInitialCapitalWhereNoCashIsGiven() {
        String capital = BUY + "[risk_management]\ninitial_capital = 5000.0\n";

        assertThat(read(capital).cash()).containsExactly(new Money(new BigDecimal("5000.0"), "USDT"));
        assertThat(read(capital).warnings()).isEmpty();
        assertThat(read(BUY).cash()).isEmpty();
        RunConfiguration both = read(capital + "[backtest]\ncash = '7 EUR'");
        assertThat(both.cash()).containsExactly(Money.of("7", "EUR"));
        assertThat(both.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "t:6:1: risk_management.initial_capital: not used, because [backtest] says cash = [7 EUR]");
    }

    @Test
    void aCatalogueTakesTypesOfOnesOwnAndRefusesOneNameForTwo() {
        StrategyType<TestStrategies.Buy.Params> own =
                StrategyType.of("mine", TestStrategies.Buy.Params.class, TestStrategies.Buy::new);
        StrategyCatalogue catalogue = TestStrategies.catalogue().with(own);

        RunConfiguration run = RunConfiguration.read(ConfigText.of("t", BUY.replace("\"buy\"", "\"mine\"")), catalogue);

        assertThat(run.strategies().get(0).type()).isEqualTo("mine");
        assertThatThrownBy(() -> catalogue.with(own.withAliases("buy")))
                .hasMessage("two strategy types are named 'mine'; rename one of them");
    }

    @Test
    void aTypeMayNotHaveAParameterThatTheTableUsesItself() {
        record Params(InstrumentId instrument, String name) {}

        assertThatThrownBy(() -> StrategyType.of("x", Params.class, params -> new TestStrategies.Bare()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has a parameter named [name], which a strategy's table uses itself; rename it");
    }

    @Test
    void aComponentThatCannotBeConfiguredIsTheProgrammersMistake() {
        record Odd(Thread thread) {}

        assertThatThrownBy(() -> Configuration.read(ConfigText.of("t", "thread = 1"), Odd.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thread is of class java.lang.Thread, which cannot be configured");
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithThePlaceWhereItWasLookedFor() {
        assertThatThrownBy(() ->
                        RunConfiguration.read(java.nio.file.Path.of("no", "such.toml"), TestStrategies.catalogue()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageMatching("(?s)1 mistake in such.toml:\nsuch.toml:1:1: .*no.such.toml does not exist");
    }

    private static RunConfiguration read(String toml) {
        return RunConfiguration.read(ConfigText.of("t", toml), TestStrategies.catalogue());
    }
}
