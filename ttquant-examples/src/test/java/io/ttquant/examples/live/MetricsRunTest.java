package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.metrics.MetricKind;
import io.ttquant.core.metrics.Catalogue;
import io.ttquant.core.metrics.Meter;
import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import io.ttquant.deploy.Program;
import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strategy engine at the local exchange with its metrics served, read as Prometheus reads them. */
class MetricsRunTest {
    private static final String METRICS =
            "[metrics]\nprovider = \"prometheus\"\nport = 0\nreturns = \"1s\"\nwindow = \"1h\"\n";
    private static final String RISK =
            "[risk]\nmax_order_value = 1000\nmax_exposure = 50000\nmax_open_orders = 200\ndaily_loss = 1000\n"
                    + "max_drawdown = 0.5\nmax_orders_per_second = 50\nmax_order_age = \"5s\"\n";

    private final Path state;
    private final LiveWorld world;
    private final LocalExchange local = LocalExchange.start(
            EnumSet.of(VenueKind.BINANCE, VenueKind.OKX),
            LocalMarkets.busy(5),
            LocalAccount.standard().withDeposits(Map.of("USDT", new BigDecimal("100000"))),
            Map.of());

    MetricsRunTest(@TempDir Path state) {
        this.state = state;
        this.world = new LiveWorld(local, state);
    }

    @AfterEach
    void close() {
        local.close();
    }

    /** So wide that prices do not leave it before it has traded. */
    private static String grid(String id, String instrument) {
        return "[strategies." + id + "]\ntype = \"grid\"\ninstrument = \"" + instrument
                + "\"\ntimeframe = \"1s\"\ngrid_count = 60\nprice_range_percent = 3\norder_value = 50\n";
    }

    private int port() {
        PrometheusMetrics provider = (PrometheusMetrics) world.metrics.get("prometheus");
        return provider.ports().iterator().next();
    }

    @Test
    void aLiveRunAtTwoVenuesServesWhatIsTrue() throws Exception {
        world.start(
                "[global]\ntrading_mode = \"live\"\n" + METRICS + world.reached() + RISK
                        + grid("grid_a", "binance:BTCUSDT") + grid("grid_b", "okx:BTC-USDT"),
                "--confirm-live");
        for (String venue : List.of("binance", "okx")) {
            world.await(
                    "fills at " + venue,
                    4,
                    line -> line.contains("  " + venue + "  grid_") && line.contains("filled: "));
        }
        int port = port();
        Scrape first = Scrape.of(port);
        long seconds = Math.round(first.sum("ttquant_metrics_samples_total", Map.of("engine", "okx")));
        world.await("two fills more", 10, line -> line.contains("filled: "));
        Map<String, Long> before = counts();
        Scrape scrape = untilCounted(port, before);
        Map<String, Long> after = counts();

        theFormatIsThatOfTheCatalogue(scrape);
        nothingIsMissing(scrape);
        theStoreThatTheyHaveIsShown(scrape);
        countersRiseAndAreThoseOfTheLog(first, scrape, before, after);
        noSecretIsShown(scrape);
        assertThat(scrape.sum("ttquant_metrics_samples_total", Map.of("engine", "okx")))
                .isGreaterThanOrEqualTo(seconds);

        assertThat(world.interrupt()).as(world.text()).isZero();
        assertThatThrownBy(() -> Scrape.of(port)).isInstanceOf(ConnectException.class);
        // Last, since it is skipped where there is no promtool.
        promtoolAgrees(scrape);
    }

    /** A line is written before the counter of its event rises: what the log has is counted a moment later. */
    private static Scrape untilCounted(int port, Map<String, Long> least) throws IOException {
        return until(port, scrape -> !isBehind(scrape, least));
    }

    /** The first scrape that is so, or the last before it takes too long. */
    private static Scrape until(int port, Predicate<Scrape> isSo) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Scrape scrape = Scrape.of(port);
        while (!isSo.test(scrape) && System.nanoTime() - end < 0) {
            scrape = Scrape.of(port);
        }
        return scrape;
    }

    private static boolean isBehind(Scrape scrape, Map<String, Long> least) {
        return least.entrySet().stream().anyMatch(each -> scrape.sum(each.getKey(), Map.of()) < each.getValue());
    }

    private Map<String, Long> counts() {
        Map<String, String> words = Map.of(
                "ttquant_orders_requested_total", " ordered: ",
                "ttquant_orders_accepted_total", " accepted",
                "ttquant_fills_total", " filled: ");
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        word -> world.count(line -> line.contains(" #") && line.contains(word.getValue()))));
    }

    private static void theFormatIsThatOfTheCatalogue(Scrape scrape) {
        Map<String, Meter> meters = Catalogue.meters().stream().collect(Collectors.toMap(Meter::name, meter -> meter));
        scrape.type.forEach((name, type) -> {
            Meter meter = meters.get(name);
            assertThat(meter).as(name).isNotNull();
            assertThat(type).as(name).isEqualTo(meter.kind().name().toLowerCase(Locale.ROOT));
            assertThat(scrape.help.get(name)).as(name).isEqualTo(meter.description());
        });
        for (Scrape.Sample sample : scrape.samples) {
            Meter meter = meters.get(sample.family());
            Set<String> labels = new HashSet<>(sample.labels().keySet());
            assertThat(sample.name().endsWith("_bucket")).as(sample.name()).isEqualTo(labels.remove("le"));
            assertThat(labels).as(sample.name()).isEqualTo(Set.copyOf(meter.labels()));
            assertThat(sample.value()).as("%s", sample).isNotNaN();
        }
        bucketsRise(scrape);
    }

    private static void bucketsRise(Scrape scrape) {
        Catalogue.meters().stream()
                .filter(meter -> meter.kind() == MetricKind.HISTOGRAM)
                .forEach(meter -> {
                    double before = 0;
                    String series = "";
                    for (Scrape.Sample sample : scrape.samples) {
                        if (sample.name().equals(meter.name() + "_bucket")) {
                            Map<String, String> labels = new TreeMap<>(sample.labels());
                            labels.remove("le");
                            before = labels.toString().equals(series) ? before : 0;
                            series = labels.toString();
                            assertThat(sample.value()).as("%s", sample).isGreaterThanOrEqualTo(before);
                            before = sample.value();
                        } else if (sample.name().equals(meter.name() + "_count")) {
                            assertThat(sample.value()).as("%s", sample).isEqualTo(before);
                        }
                    }
                });
    }

    /** All but those for which nothing happened yet. */
    private static void nothingIsMissing(Scrape scrape) {
        Set<String> missing =
                new TreeSet<>(Catalogue.meters().stream().map(Meter::name).toList());
        missing.removeAll(scrape.type.keySet());
        missing.removeAll(Set.of(
                "ttquant_win_ratio",
                "ttquant_average_win",
                "ttquant_average_loss",
                "ttquant_sharpe_ratio",
                "ttquant_strategy_sharpe_ratio",
                "ttquant_sortino_ratio",
                "ttquant_calmar_ratio",
                "ttquant_volatility_ratio",
                "ttquant_value_at_risk_ratio",
                "ttquant_conditional_value_at_risk_ratio"));
        assertThat(missing).isEmpty();
    }

    /** One for both, and each shows it. */
    private static void theStoreThatTheyHaveIsShown(Scrape scrape) {
        for (String venue : List.of("binance", "okx")) {
            Map<String, String> store = Map.of("engine", venue, "store", "sqlite");
            assertThat(scrape.sum("ttquant_store_up", store)).isEqualTo(1);
            assertThat(scrape.sum("ttquant_store_rows_total", store)).isPositive();
            assertThat(scrape.sum("ttquant_store_batches_total", store)).isPositive();
            assertThat(scrape.sum("ttquant_store_write_seconds_count", store)).isPositive();
            assertThat(scrape.sum("ttquant_store_write_seconds_sum", store)).isPositive();
            assertThat(scrape.sum("ttquant_store_queue_capacity", store)).isGreaterThan(50_000);
            assertThat(scrape.sum("ttquant_store_queue_ratio", store)).isBetween(0.0, 0.5);
            assertThat(scrape.sum("ttquant_store_refused_rows_total", store)).isZero();
            assertThat(scrape.sum("ttquant_store_spool_capacity_bytes", store)).isGreaterThan(1e9);
            assertThat(scrape.sum("ttquant_store_spool_age_seconds", store)).isLessThan(60);
        }
    }

    private void countersRiseAndAreThoseOfTheLog(
            Scrape first, Scrape second, Map<String, Long> before, Map<String, Long> after) {
        for (Scrape.Sample sample : first.samples) {
            if (sample.name().endsWith("_total")) {
                assertThat(second.sum(sample.name(), sample.labels()))
                        .as("%s", sample)
                        .isGreaterThanOrEqualTo(sample.value());
            }
        }
        before.forEach((name, least) ->
                assertThat(second.sum(name, Map.of())).as(name).isBetween((double) least, (double) after.get(name)));
        for (String venue : List.of("binance", "okx")) {
            Map<String, String> engine = Map.of("engine", venue);
            assertThat(second.sum("ttquant_market_events_total", engine))
                    .as(venue)
                    .isPositive();
            assertThat(second.sum("ttquant_session_messages_total", engine))
                    .as(venue)
                    .isPositive();
            assertThat(second.sum("ttquant_session_connections", engine))
                    .as(venue)
                    .isBetween(1.0, 5.0);
            assertThat(second.sum("ttquant_session_trading", engine)).as(venue).isEqualTo(1);
            assertThat(second.sum("ttquant_engine_running", engine)).as(venue).isEqualTo(1);
            assertThat(second.sum("ttquant_loop_tasks_total", engine)).as(venue).isPositive();
            assertThat(second.sum("ttquant_loop_task_failures_total", engine))
                    .as(venue)
                    .isZero();
            assertThat(second.sum("ttquant_session_parse_errors_total", engine))
                    .as(venue)
                    .isZero();
            assertThat(second.sum("ttquant_callback_seconds_count", engine))
                    .as(venue)
                    .isPositive();
            assertThat(second.sum("ttquant_order_round_trip_seconds_count", engine))
                    .as(venue)
                    .isPositive();
            assertThat(second.sum("ttquant_rest_requests_total", Map.of("engine", venue, "outcome", "answered")))
                    .as(venue)
                    .isPositive();
            assertThat(Math.abs(second.sum("ttquant_clock_offset_seconds", engine)))
                    .as(venue)
                    .isLessThan(1);
            assertThat(second.sum("ttquant_equity", engine)).as(venue).isPositive();
            assertThat(second.sum("ttquant_risk_limit", Map.of("engine", venue, "rule", "daily_loss")))
                    .as(venue)
                    .isEqualTo(1000);
            assertThat(second.sum("ttquant_metrics_sample_age_seconds", engine))
                    .as(venue)
                    .isLessThan(5);
        }
    }

    private void noSecretIsShown(Scrape scrape) {
        LocalAccount account = local.account();
        assertThat(scrape.text)
                .doesNotContain(account.key(), account.secret(), account.passphrase())
                .doesNotContain(state.toString());
    }

    private static void promtoolAgrees(Scrape scrape) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Program.PROMTOOL.need().toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(scrape.text.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private static Map<String, Double> running(Scrape scrape) {
        return scrape.samples.stream()
                .filter(sample -> sample.name().equals("ttquant_engine_running"))
                .collect(Collectors.toMap(sample -> sample.labels().get("engine"), Scrape.Sample::value));
    }

    /** The third is at a port where nobody listens. */
    @Test
    void anEngineThatWasRefusedAndOneThatCannotBeginAreShownAsNotRunning() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        LocalAccount account = local.account();
        Map<String, String> keys = Map.of(
                "BINANCE_API_KEY", account.key(),
                "BINANCE_API_SECRET", account.secret(),
                "OKX_API_KEY", account.key(),
                "OKX_SECRET_KEY", "not" + account.secret(),
                "OKX_PASSPHRASE", account.passphrase());
        world.start(
                "[global]\ntrading_mode = \"live\"\n" + METRICS + world.reached()
                        + "[exchange.binance-usdm]\nenvironment = \"local\"\nrest = \"http://127.0.0.1:" + nobody
                        + "\"\nsocket = \"ws://127.0.0.1:" + nobody + "\"\n" + RISK + grid("a", "binance:BTCUSDT")
                        + grid("b", "okx:BTC-USDT") + grid("c", "binance-usdm:BTCUSDT"),
                CredentialSource.of("the test", keys::get),
                "--confirm-live");
        world.await("the refusal", 1, line -> line.contains("  okx  ") && line.contains("FAILED"));
        world.await("the first engine", 1, line -> line.contains("  binance  running: "));
        int port = port();
        Scrape scrape = until(port, each -> each.sum("ttquant_engine_running", Map.of()) == 1);

        assertThat(running(scrape)).isEqualTo(Map.of("binance", 1.0, "okx", 0.0, "binance-usdm", 0.0));
        for (String venue : List.of("okx", "binance-usdm")) {
            assertThat(scrape.samples)
                    .filteredOn(sample -> venue.equals(sample.labels().get("engine")))
                    .extracting(Scrape.Sample::name)
                    .containsExactly("ttquant_engine_running");
        }
        world.interrupt();
        assertThatThrownBy(() -> Scrape.of(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortThatIsTakenRefusesTheRunBeforeItBegins() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            world.start(
                    "[global]\ntrading_mode = \"paper\"\n" + world.reached() + grid("a", "binance:BTCUSDT"),
                    "--metrics",
                    Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(world::end)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(RunRefusedException.class)
                    .hasMessageContaining("choose another port");
        }
        assertThat(world.lines).isEmpty();
    }

    @Test
    void anAddressThatOthersReachIsRefusedUnlessItIsAskedFor() {
        world.start(
                "[global]\ntrading_mode = \"paper\"\n[metrics]\nprovider = \"prometheus\"\nhost = \"0.0.0.0\"\nport = 0\n"
                        + world.reached() + grid("a", "binance:BTCUSDT"));
        assertThatThrownBy(world::end).hasMessageContaining("expose = true");
    }

    @Test
    void aProviderThatThereIsNotIsRefusedByName() {
        world.start("[global]\ntrading_mode = \"paper\"\n[metrics]\nprovider = \"graphite\"\n" + world.reached()
                + grid("a", "binance:BTCUSDT"));
        assertThatThrownBy(world::end).hasMessageContaining("graphite").hasMessageContaining("micrometer, prometheus");
    }
}
