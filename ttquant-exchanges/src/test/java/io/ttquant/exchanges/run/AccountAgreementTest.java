package io.ttquant.exchanges.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountAgreementTest {
    /** Does nothing. */
    private static final class Idle extends Strategy {
        @Override
        protected void onStart(io.ttquant.api.strategy.StrategyContext ctx) {}

        /** @param instrument what it would trade */
        public record Params(InstrumentId instrument) {}
    }

    private static RunConfiguration read(String mode, String exchange, String account) {
        String toml = "[global]\ntrading_mode = \"" + mode + "\"\n[exchange.binance-usdm]\n" + exchange
                + "\n[account]\n" + account
                + "\n[strategies.idle]\ntype = \"idle\"\ninstrument = \"binance-usdm:BTCUSDT\"\n";
        return RunConfiguration.read(
                ConfigText.read("test.toml", new ByteArrayInputStream(toml.getBytes(StandardCharsets.UTF_8))),
                StrategyCatalogue.of(StrategyType.of("idle", Idle.Params.class, params -> new Idle())));
    }

    private static void require(RunConfiguration configuration) {
        AccountAgreement.require(configuration, VenuePlan.of(configuration).get(0));
    }

    private static List<String> notes(RunConfiguration configuration) {
        return AccountAgreement.notes(configuration, VenuePlan.of(configuration).get(0));
    }

    @Test
    void aLiveRunWithTwoPositionModesIsRefusedBeforeTheVenueIsAsked() {
        assertThatThrownBy(() -> require(read("live", "position_mode = \"hedging\"", "")))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage("[exchange.binance-usdm] asks for position_mode \"hedging\", and the engine keeps its books"
                        + " in \"netting\", the position_mode of [account]; write the same into both");
        assertThatThrownBy(() -> require(read("live", "position_mode = \"netting\"", "position_mode = \"hedging\"")))
                .hasMessageContaining("write the same into both");
    }

    @Test
    void whatAgreesOrIsNotSaidIsNotRefused() {
        for (RunConfiguration each : List.of(
                read("live", "position_mode = \"hedging\"", "position_mode = \"hedging\""),
                read("live", "position_mode = \"netting\"", ""),
                read("live", "", "position_mode = \"hedging\""),
                read("paper", "position_mode = \"hedging\"", ""),
                read("live", "position_mode = \"of its own\"", ""))) {
            assertThatCode(() -> require(each)).doesNotThrowAnyException();
        }
    }

    @Test
    void anotherLeverageThanTheEnginesIsSaid() {
        assertThat(notes(read("live", "leverage = \"BTCUSDT=5, ETHUSDT=3\"", "leverage = 3")))
                .containsExactly("leverage of BTCUSDT: 5 at the exchange, by [exchange.binance-usdm], and 3 in the"
                        + " engine's own reckoning of margin, by [account]");
        assertThat(notes(read("live", "leverage = \"BTCUSDT=5\"", "leverage = 5")))
                .isEmpty();
        assertThat(notes(read("live", "", "leverage = 5"))).isEmpty();
        assertThat(notes(read("live", "leverage = \"many\"", "")))
                .as("the provider refuses it")
                .isEmpty();
    }

    @Test
    void onPaperItIsSaidThatTheyHaveNoEffect() {
        for (String exchange : List.of("leverage = \"BTCUSDT=5\"", "position_mode = \"hedging\"")) {
            assertThat(notes(read("paper", exchange, "")))
                    .singleElement()
                    .asString()
                    .contains("on paper", "[account]");
        }
        assertThat(notes(read("paper", "derivatives_mode = \"cross\"", ""))).isEmpty();
    }
}
