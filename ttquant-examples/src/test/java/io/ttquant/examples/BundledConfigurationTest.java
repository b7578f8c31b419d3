package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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

    static RunConfiguration bundled() {
        return RunConfiguration.read(resource("strategies.toml"), ExampleStrategies.catalogue());
    }

    static ConfigText resource(String name) {
        return ConfigText.read(name, Objects.requireNonNull(ExampleStrategies.class.getResourceAsStream(name), name));
    }
}
