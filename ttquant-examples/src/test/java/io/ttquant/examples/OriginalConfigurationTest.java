package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.money.Money;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.Finding;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.examples.emacross.EmaCross;
import io.ttquant.examples.grid.Grid;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Files of the original system's shape, written from its list of keys. */
class OriginalConfigurationTest {
    @Test
    void theMainFileLoads() {
        RunConfiguration run = read("original.toml");

        assertThat(run.tradingMode()).isEqualTo(TradingMode.PAPER);
        assertThat(run.cash()).containsExactly(Money.of("100000.0", "USDT"));
        assertThat(run.strategies())
                .extracting(ConfiguredStrategy::id)
                .containsExactly("grid_btc", "cross_eth", "momentum_sol");
        assertThat(run.enabledStrategies())
                .extracting(ConfiguredStrategy::id)
                .containsExactly("grid_btc", "momentum_sol");
        assertThat(run.strategies().get(1).type()).isEqualTo("ema_cross");
        EmaCross.Params cross = (EmaCross.Params) run.strategies().get(1).parameters();
        assertThat(cross.timeframe()).isEqualTo(BarSpec.minutes(5));
        assertThat(cross.orderValue()).isEqualTo(new BigDecimal("200"));
        assertThat(cross.instrument()).hasToString("okx:ETH-USDT");
    }

    @Test
    void theMainFileIsToldWhichOfItsKeysDoNothing() {
        assertThat(read("original.toml").warnings())
                .extracting(Finding::key)
                .containsExactly(
                        "strategies[1].symbol",
                        "strategies[2].symbol",
                        "strategies[3].symbol",
                        "global.order_timeout_secs",
                        "global.retry_count",
                        "global.log_level",
                        "global.log_trades");
    }

    @Test
    void theRiskVariantLoadsWithItsFractionsTurnedIntoPercent() {
        RunConfiguration run = read("original-risk.toml");
        Grid.Params grid = (Grid.Params) run.strategies().get(0).parameters();
        EmaCross.Params cross = (EmaCross.Params) run.strategies().get(1).parameters();

        assertThat(run.tradingMode()).isEqualTo(TradingMode.PAPER);
        assertThat(grid.instrument()).hasToString("binance:BTCUSDT");
        assertThat(grid.priceRangePercent()).isEqualTo(2.0);
        assertThat(grid.orderValue()).isEqualByComparingTo("100");
        assertThat(cross.stopLossPercent()).isEqualTo(3.0);
        assertThat(cross.takeProfitPercent()).isEqualTo(5.0);
        assertThat(run.warnings())
                .extracting(Finding::toString)
                .contains(
                        "original-risk.toml:13:10: strategies[1].symbol: no exchange is given, binance:BTCUSDT is assumed; "
                                + "write exchange = \"binance\" or \"binance:BTCUSDT\"");
    }

    @Test
    void machineLearningIsRefusedWithAnHonestWord() {
        assertThatThrownBy(() -> read("original-ml.toml"))
                .hasMessage("1 mistake in original-ml.toml:\n"
                        + "original-ml.toml:3:8: strategies[1].type: 'ml_strategy' is not part of TTQuant: it trains no models; "
                        + "remove it, or write a Strategy class of your own that asks your model");
    }

    private static RunConfiguration read(String name) {
        return RunConfiguration.read(BundledConfigurationTest.resource(name), ExampleStrategies.catalogue());
    }
}
