package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;

@SimulatedMarket(instrument = "demo:ETHEUR", base = "ETH", quote = "EUR", cash = "5000 EUR")
class MarketShapesTest {
    private static final List<String> NAMES = new ArrayList<>();

    @ParameterizedTest
    @MarketShapes
    void aTestIsRepeatedOverMarketsOfItsOwnInstrument(
            MarketData data, BacktestRunner runner, Instrument instrument, TestInfo test) {
        NAMES.add(test.getDisplayName());
        assertThat(data.instruments()).containsExactly(instrument);
        assertThat(runner.run(new Script(instrument.id()), data).result().startEquity())
                .isEqualTo(5000);
    }

    @AfterAll
    static void eachStandsInTheReportUnderItsName() {
        assertThat(NAMES).hasSize(7).anyMatch(name -> name.contains("crash and recovery"));
        NAMES.clear();
    }

    @Test
    void filesAreNamedByTheirPatternAndNoneAreRefused() {
        MarketFilesProvider provider = new MarketFilesProvider();
        provider.accept(files());

        assertThatThrownBy(() -> provider.provideArguments(null, null))
                .hasMessage("@MarketFiles names no files, so that the test would not run; name at least one pattern");
        provider.accept(files("no/such/file-*.csv"));
        assertThatThrownBy(() -> provider.provideArguments(null, null).toList())
                .hasMessageContaining("no/such/file-*.csv");
    }

    private static MarketFiles files(String... patterns) {
        return new MarketFiles() {
            @Override
            public String[] value() {
                return patterns.clone();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return MarketFiles.class;
            }
        };
    }
}
