package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The mistakes that tests put into the file of a run, and what it says of them. */
final class RunMistakes {
    static final String KNOWN =
            "known are global, risk_management, risk, backtest, account, exchange, journal, metrics, store, paper, instruments, strategies, strategy, trading_mode";

    /** A strategy without a mistake, four lines. */
    static final String GOOD = """
            [[strategies]]
            id = "a"
            type = "buy"
            instrument = "binance:BTCUSDT"
            """;

    private RunMistakes() {}

    static Arguments refusal(String what, String toml, String... expected) {
        return Arguments.of(what, toml, List.of(expected));
    }

    static void assertRefused(String what, String toml, List<String> expected) {
        ConfigText text = ConfigText.of("t", toml);

        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> RunConfiguration.read(text, TestStrategies.catalogue()));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.mistakes()).extracting(Finding::toString).containsExactlyElementsOf(expected);
        assertThat(refusal).hasMessageContainingAll(expected.toArray(String[]::new));
    }
}
