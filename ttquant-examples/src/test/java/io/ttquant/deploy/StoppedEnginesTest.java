package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.deploy.PrometheusServer.Sample;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with three venues, read by a real Prometheus: one engine trades, one has ended for good, and one cannot begin, since its venue is not to be reached.
 * Beside it a process that has no engine.
 */
class StoppedEnginesTest {
    private static final String CONFIGURATION = """
            [global]
            trading_mode = "live"

            [risk]
            max_order_value = 1000
            max_position_value = 10000
            daily_loss = 1000

            [exchange.binance-usdm]
            environment = "local"
            rest = "http://127.0.0.1:NOBODY"
            socket = "ws://127.0.0.1:NOBODY"

            """;

    @TempDir
    static Path folder;

    private static LocalExchange exchange;
    private static EngineJob job;
    private static Answering other;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void start() throws IOException {
        Program.PROMETHEUS.need();
        LocalAccount account = LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("10000")));
        exchange =
                LocalExchange.start(Set.of(VenueKind.BINANCE, VenueKind.OKX), LocalMarkets.busy(1), account, Map.of());
        StringBuilder toml = new StringBuilder(CONFIGURATION.replace("NOBODY", "" + Server.freePort()));
        exchange.venues()
                .forEach(venue -> toml.append("[exchange." + venue.kind().id() + "]\nenvironment = \"local\"\nrest = \""
                        + venue.http() + "\"\nsocket = \"" + venue.ws() + "\"\n"));
        Map<String, String> instruments = new LinkedHashMap<>();
        instruments.put("watcher", "binance:BTCUSDT");
        instruments.put("quitter", "okx:BTC-USDT");
        instruments.put("grid", "binance-usdm:BTCUSDT");
        instruments.forEach((type, instrument) -> toml.append("[strategies." + type + "]\ntype = \"" + type
                + "\"\ninstrument = \"" + instrument + "\"\n" + (type.equals("grid") ? "order_value = 100\n" : "")));
        job = EngineJob.start(
                folder,
                toml.toString(),
                Map.of(
                        "BINANCE_API_KEY", account.key(),
                        "BINANCE_API_SECRET", account.secret(),
                        "OKX_API_KEY", account.key(),
                        "OKX_SECRET_KEY", account.secret(),
                        "OKX_PASSPHRASE", account.passphrase()));
        other = Answering.with("ttquant_jvm_threads 30\n");
        prometheus = PrometheusServer.start(
                folder, Map.of("ttquant", job.target() + "', '127.0.0.1:" + other.port()), impatient(folder));
        prometheus.awaitSome("ttquant_engine_running{engine=\"okx\"} == 1 and on () ttquant_engine_running"
                + "{engine=\"binance\"} == 1 and on () ttquant_market_live{engine=\"okx\"}");
        Quitter.TOLD.set(true);
        prometheus.awaitSome("ttquant_engine_running{engine=\"okx\"} == 0");
    }

    /** The rules, but for how long they want to be sure: a test does not wait minutes. */
    private static Path impatient(Path folder) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        for (Path file : Deployment.files(Deployment.RULES, ".yml")) {
            Files.writeString(
                    rules.resolve(file.getFileName().toString()),
                    Deployment.text(file).replaceAll("(?m)^( +for:) .*$", "$1 3s"));
        }
        return rules;
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {prometheus, job, exchange, other}) {
            if (each != null) {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static Set<String> firing(String alert, String label) {
        return prometheus.query("ALERTS{alertname=\"" + alert + "\", alertstate=\"firing\"}").stream()
                .map(sample -> sample.labels().get(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theOneThatHasEndedAndTheOneThatDoesNotBeginRaiseTheAlertAndTheOneThatTradesDoesNot() {
        prometheus.awaitSome("count(ALERTS{alertname=\"EngineStopped\", alertstate=\"firing\"}) == 2");
        prometheus.awaitSome("count_over_time((ttquant_engine_running{engine=\"okx\"} == 0)[10s:1s]) > 9");

        assertThat(firing("EngineStopped", "engine")).as(job.log()).containsExactly("binance-usdm", "okx");
        assertThat(firing("EngineDown", "instance")).isEmpty();
        assertThat(prometheus.query("ttquant_engine_running == 1"))
                .extracting(sample -> sample.labels().get("engine"))
                .containsExactly("binance");
    }

    @Test
    void ofAnEngineThatDoesNotRunNothingElseIsShown() {
        assertThat(prometheus.query("count by (__name__) ({__name__=~\"ttquant_.+\", engine=\"binance-usdm\"})"))
                .extracting(sample -> sample.labels().get("__name__"))
                .containsExactly("ttquant_engine_running");
        prometheus.awaitSome("count({__name__=~\"ttquant_.+\", engine=\"okx\"}) == 1");
        assertThat(prometheus.query("count({__name__=~\"ttquant_.+\", engine=\"binance\"})"))
                .singleElement()
                .extracting(Sample::number)
                .satisfies(count -> assertThat(count).isGreaterThan(100));
    }

    @Test
    void aProcessThatShowsNoEngineRaisesTheOther() {
        prometheus.awaitSome("ALERTS{alertname=\"EngineUnseen\", alertstate=\"firing\"}");

        assertThat(firing("EngineUnseen", "instance")).containsExactly("127.0.0.1:" + other.port());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
    void theHealthCheckSeesIt() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not here");
        Ended ended = Ended.run(
                folder,
                List.of(
                        "env",
                        "TTQUANT_METRICS_PORT=" + job.port(),
                        "bash",
                        Deployment.ROOT.resolve("image/healthy.sh").toString()));

        assertThat(ended.status()).as(ended.text()).isOne();
    }
}
