package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sections that only live and paper runs look at. */
class LiveSectionsTest {
    private static final String STRATEGY = "\n[strategies.s]\ntype = \"buy\"\ninstrument = \"binance:BTCUSDT\"\n";

    private static RunConfiguration read(String toml) {
        return RunConfiguration.read(ConfigText.of("t", toml + STRATEGY), TestStrategies.catalogue());
    }

    @Test
    void withoutThemThereAreDefaults() {
        RunConfiguration run = read("");
        assertThat(run.exchange("binance")).isEqualTo(new ExchangeSettings("binance", "binance", java.util.Map.of()));
        assertThat(run.paper().cash()).isEmpty();
        assertThat(run.paper().makerFee()).isEmpty();
        assertThat(run.paper().orderLatency()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void settingsOfAnExchangeAreTextsForItsProvider() {
        RunConfiguration run =
                read("[exchange.main]\nprovider = \"okx\"\nregion = \"eea\"\ndead_man_seconds = 30\nslow = true\n");
        ExchangeSettings okx = run.exchange("okx");
        assertThat(okx.name()).isEqualTo("main");
        assertThat(okx.settings())
                .containsEntry("region", "eea")
                .containsEntry("dead_man_seconds", "30")
                .containsEntry("slow", "true")
                .doesNotContainKey("provider");
    }

    @Test
    void theModeAndTheVenueCanBeGivenFromOutside() {
        assertThat(read("").withTradingMode(TradingMode.PAPER).tradingMode()).isEqualTo(TradingMode.PAPER);
        assertThat(read("[paper]\ncash = [\"5 BTC\"]\n").paper().cash()).containsExactly(Money.parse("5 BTC"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [paper];maker_fee = 0.001 | maker_fee stands alone
            [paper];maker_fee = 0.1;taker_fee = 0.1 | maker_fee 0.1 must be a fraction from -0.01 to 0.05
            [paper];ack_latency = "2m" | must be from 0 to 1 minute
            [paper];cash = ["5 BTC", "6 BTC"] | names a currency twice
            [exchange];binance = "yes" | must be a table such as [exchange.binance]
            [exchange.okx];passphrase = "swordfish" | secrets do not belong in this file
            [exchange.binance];private_key = "swordfish" | secrets do not belong in this file
            [exchange.okx];proxy_password = "swordfish" | secrets do not belong in this file
            [exchange.okx];hosts = ["a"] | must be a text, a number or a truth value
            """)
    void mistakesAreNamed(String toml, String message) {
        assertThatThrownBy(() -> read(toml.replace(';', '\n') + "\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("swordfish");
    }
}
