package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.config.JournalSettings;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StorageSettings;
import io.ttquant.core.config.TradingMode;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.examples.Main;
import io.ttquant.exchanges.request.EnvironmentSettings;
import io.ttquant.exchanges.run.LiveSafety;
import io.ttquant.exchanges.run.VenuePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** By the steps of the guide: the keys of secrets/ beside the file as it is shipped. */
    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-usdm", "okx"})
    void theFileOfAVenueSaysWhereOrdersGoOnceThereIsAKey(String venue) {
        Path file = Deployment.ROOT.resolve("engine/" + venue + ".toml");
        Map<String, String> settings = new HashMap<>(RunConfiguration.read(file, ExampleStrategies.catalogue())
                .exchange(venue)
                .settings());
        assertThat(EnvironmentSettings.of(settings).isLive()).as("on paper").isTrue();

        settings.put("key", "a key");
        assertThat(EnvironmentSettings.of(settings).isLive()).as("live").isTrue();
        settings.remove("environment");
        assertThatThrownBy(() -> EnvironmentSettings.of(settings)).hasMessageContaining("set environment");
        assertThat(Deployment.text(Deployment.PAGE)).contains("says `environment = \"live\"` in `[exchange.VENUE]`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-usdm", "okx"})
    void itsStoreIsTheDatabaseOfComposeWithTheRoleAndTheSecretThatItHasThere(String venue) {
        StorageSettings store = store(venue);
        Tree services = Deployment.tree(Deployment.ROOT.resolve("compose.yaml")).at("services");
        Map<String, String> settings = store.settings();
        String database = services.at("postgres").at("environment").text("POSTGRES_DB");

        assertThat(store.provider()).isEqualTo("postgresql");
        assertThat(settings).containsEntry("url", "jdbc:postgresql://postgres:5432/" + database);
        assertThat(Deployment.text(Deployment.ROOT.resolve("postgres/roles.sh")))
                .contains("CREATE ROLE " + settings.get("user") + " LOGIN PASSWORD :'owner_password'")
                .contains("owner_password \\`cat $secrets/database_password\\`");
        assertThat(settings).containsEntry("password_file", "/run/secrets/database_password");
        assertThat(services.at("engine").texts("secrets")).contains("database_password");
        assertThat(services.at("engine").texts("networks"))
                .containsAnyElementsOf(services.at("postgres").texts("networks"));
    }

    @Test
    void whatWaitsForTheDatabaseLiesInAVolume() {
        Tree engine = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                .at("services")
                .at("engine");

        assertThat(store("binance").settings()).doesNotContainKey("spool");
        assertThat(engine.texts("command")).containsSequence("--state", "/var/lib/ttquant/state");
        assertThat(engine.texts("volumes")).contains("engine:/var/lib/ttquant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-usdm", "okx"})
    void itsJournalLiesInAVolumeWhereTheGuideLooksForIt(String venue) {
        JournalSettings journal = RunConfiguration.read(
                        Deployment.ROOT.resolve("engine/" + venue + ".toml"), ExampleStrategies.catalogue())
                .journal();
        String folder = journal.directory().orElseThrow();

        assertThat(Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                        .at("services")
                        .at("engine")
                        .texts("volumes"))
                .anyMatch(volume -> folder.startsWith(volume.substring(volume.indexOf(':') + 1) + "/"));
        assertThat(Deployment.text(Deployment.PAGE))
                .contains("find " + folder + " -name '*.journal' -mtime +30 -delete")
                .contains("ends at " + journal.maxMegabytes() + " MB");
    }

    @Test
    void theFileForABacktestKeepsItInTheDatabaseOfTheEngineAndWaitsInAVolume() {
        RunConfiguration run =
                RunConfiguration.read(Deployment.ROOT.resolve("engine/backtest.toml"), ExampleStrategies.catalogue());
        Tree backtest = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                .at("services")
                .at("backtest");
        Map<String, String> asEngine = new HashMap<>(store("binance").settings());
        asEngine.put("spool", "/var/lib/ttquant/spool");

        assertThat(run.warnings()).isEmpty();
        assertThat(run.tradingMode()).isEqualTo(TradingMode.BACKTEST);
        assertThat(run.store().provider()).isEqualTo("postgresql");
        assertThat(run.store().settings()).isEqualTo(asEngine);
        assertThat(backtest.texts("volumes")).contains("backtest:/var/lib/ttquant", "./engine:/etc/ttquant:ro");
        assertThat(backtest.texts("secrets")).contains("database_password");
    }

    @Test
    void theFileForABacktestGoesWithTheSample(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("backtest.toml"),
                Deployment.text(Deployment.ROOT.resolve("engine/backtest.toml"))
                        .replaceAll("(?s)\\[store].*?\\n\\n", "[store]\nprovider = \"none\"\n\n"));

        Main.main("--config", file.toString(), "--out", folder.resolve("out").toString());

        assertThat(folder.resolve("out/report.html")).exists();
    }

    static StorageSettings store(String venue) {
        Path file = Deployment.ROOT.resolve("engine/" + venue + ".toml");
        return RunConfiguration.read(file, ExampleStrategies.catalogue()).store();
    }
}
