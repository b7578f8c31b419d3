package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.exchanges.run.LiveSafety;
import io.ttquant.exchanges.run.VenuePlan;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-usdm", "okx"})
    void theFileOfAVenueIsForPaperThereHasLimitsForLiveAndShowsMetricsWhereTheyAreScraped(String venue) {
        Path file = Deployment.ROOT.resolve("engine/" + venue + ".toml");
        RunConfiguration run = RunConfiguration.read(file, ExampleStrategies.catalogue());

        assertThat(run.warnings()).isEmpty();
        assertThat(run.tradingMode()).isEqualTo(TradingMode.PAPER);
        assertThat(VenuePlan.of(run)).extracting(VenuePlan::venue).containsExactly(venue);
        assertThat(run.metrics().provider()).contains("prometheus");
        assertThat(run.metrics().binding()).containsEntry("port", "9464").containsEntry("expose", "true");
        assertThatCode(() -> LiveSafety.require(run.withTradingMode(TradingMode.LIVE), true))
                .doesNotThrowAnyException();
    }
}
