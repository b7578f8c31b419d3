package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledConfigurationTest {
    @Test
    void theBundledFileLoadsWithoutAWarning() {
        RunConfiguration run = bundled();

        assertThat(run.warnings()).isEmpty();
        assertThat(run.tradingMode()).isEqualTo(TradingMode.BACKTEST);
        assertThat(run.cash()).containsExactly(Money.of("100000", "USDT"));
        assertThat(run.enabledStrategies())
                .extracting(ConfiguredStrategy::id)
                .containsExactly("grid_btc", "ema_cross_eth", "momentum_sol");
    }

    @Test
    void theBundledFileDescribesEveryInstrumentThatItTrades() {
        RunConfiguration run = bundled();

        assertThat(run.tradedInstruments())
                .extracting(InstrumentId::toString)
                .containsExactly("binance:BTCUSDT", "binance:ETHUSDT", "binance:SOLUSDT");
        assertThat(run.tradedInstruments()).allMatch(id -> run.instrument(id).isPresent());
    }

    @Test
    void theBundledParametersAreThoseOfTheOriginal() {
        assertThat(bundled().strategies())
                .extracting(ConfiguredStrategy::described)
                .extracting(Object::toString)
                .containsExactly(
                        "{instrument=binance:BTCUSDT, timeframe=1m, grid_count=10, price_range_percent=2, order_value=100, "
                                + "max_position_value=5000, stop_loss_percent=5, take_profit_percent=10}",
                        "{instrument=binance:ETHUSDT, timeframe=5m, fast_period=10, slow_period=30, order_value=200, "
                                + "max_position_value=2000, stop_loss_percent=3, take_profit_percent=6}",
                        "{instrument=binance:SOLUSDT, timeframe=1m, lookback_period=20, breakout_threshold=1.5, "
                                + "volume_threshold=1.2, order_value=150, max_position_value=1500, stop_loss_percent=4, "
                                + "take_profit_percent=8}");
    }

    @ParameterizedTest
    @CsvSource({"grid/grid.toml, grid", "emacross/ema-cross.toml, ema_cross", "momentum/momentum.toml, momentum"})
    void theFileBesideEachStrategyLoadsAndRuns(String file, String type) {
        RunConfiguration run = RunConfiguration.read(resource(file), ExampleStrategies.catalogue());
        ConfiguredStrategy strategy = run.strategies().get(0);
        Instrument instrument = run.instrument(strategy.instruments().get(0)).orElseThrow();
        BarLines bars = BarLines.minutes(instrument);
        for (int i = 0; i < 60; i++) {
            bars.flat("100", 5).flat("100.1", 5).bar("100.1 103 100.1 103 50").flat(i % 2 == 0 ? "96" : "103", 10);
        }
        BacktestResult result = Backtest.of(bars.source())
                .cash(run.cash().get(0))
                .simulation(run.simulation())
                .strategy(strategy.id(), strategy.create(), strategy.described())
                .run();

        assertThat(run.warnings()).isEmpty();
        assertThat(strategy.type()).isEqualTo(type);
        assertThat(result.fills()).isNotEmpty();
        assertThat(result.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"grid/grid.toml, grid", "emacross/ema-cross.toml, emacross", "momentum/momentum.toml, momentum"})
    void thePageOfEachStrategyNamesEveryParameter(String file, String folder) throws IOException {
        RunConfiguration run = RunConfiguration.read(resource(file), ExampleStrategies.catalogue());
        String page = Files.readString(Path.of("src/main/java/io/ttquant/examples", folder, "README.md"));

        assertThat(run.strategies().get(0).described().keySet())
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    static RunConfiguration bundled() {
        return RunConfiguration.read(resource("strategies.toml"), ExampleStrategies.catalogue());
    }

    static ConfigText resource(String name) {
        return ConfigText.read(name, Objects.requireNonNull(ExampleStrategies.class.getResourceAsStream(name), name));
    }
}
