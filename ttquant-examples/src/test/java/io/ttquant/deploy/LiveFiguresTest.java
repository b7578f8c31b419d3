package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.deploy.Dashboards.Panel;
import io.ttquant.deploy.PrometheusServer.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every rule and every panel, put to a real Prometheus that reads a real engine, which trades. */
class LiveFiguresTest {
    /** Metrics of services that have no program for this machine to be read from: the names are the services' own. */
    private static final Set<String> NOT_HERE =
            Set.of("alertmanager_notifications_failed_total", "alertmanager_config_last_reload_successful");
    /** There after enough periods and round trips; that they are meters is asked of the page of meters. */
    private static final Pattern LATER =
            Pattern.compile("ttquant_(conditional_)?value_at_risk_ratio|ttquant_average_(win|loss)");
    /** Silent in a run without trouble: nothing was denied, refused, tripped or closed by guards. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "Refused by the exchange",
            "Guards that acted",
            "Exits sent by the engine",
            "Quotas",
            "Database: connections");

    /** Rules whose condition is true in this test, and why. */
    private static final Map<String, String> HOLDS_HERE = Map.of(
            "NoAlertmanager", "there is none in this test",
            "OrdersDenied", "the watcher asks for more than it may",
            "WinRateLow", "the watcher buys and sells at market, and loses what lies between");

    /** A rule about how long something takes: what it compares, and with what. */
    private static final Pattern SPEED = Pattern.compile("(histogram_quantile\\(.+\\)) > [0-9.]+");

    private static final Pattern SERIES = Pattern.compile("(\\w+)\\{(.*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private static final Path METERS = Path.of("..", "docs", "metrics.md");

    @TempDir
    static Path folder;

    private static TradingEngine engine;
    private static Server nodes;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void start() {
        Program.PROMETHEUS.need();
        engine = TradingEngine.start(folder);
        Map<String, String> jobs = new LinkedHashMap<>(Map.of("ttquant", engine.target()));
        Program.NODE_EXPORTER.find().ifPresent(program -> {
            String address = "127.0.0.1:" + Server.freePort();
            nodes = Server.start(
                    folder,
                    "http://" + address + "/metrics",
                    Map.of(),
                    List.of(program.toString(), "--web.listen-address=" + address));
            jobs.put("node", address);
        });
        prometheus = PrometheusServer.start(folder, jobs);
        prometheus.awaitSome("sum(ttquant_fills_total) > 3 and on () ttquant_win_ratio");
        prometheus.awaitSome(
                "rate(ttquant_market_events_total[5s]) > 0 and on () count_over_time(up{job=\"ttquant\"}[1m]) > 12");
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {prometheus, nodes, engine}) {
            if (each != null) {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static Set<String> unknown(String expression) {
        Set<String> names = new TreeSet<>(Selectors.of(expression).keySet());
        names.removeAll(prometheus.values("__name__"));
        names.removeAll(NOT_HERE);
        names.removeIf(name -> (LATER.matcher(name).matches() && isMeter(name))
                || (name.startsWith("pg_"))
                || (nodes == null && name.startsWith("node_")));
        return names;
    }

    private static boolean isMeter(String name) {
        return Deployment.text(METERS).contains("| `" + name.replaceAll("_(bucket|sum|count)$", "") + "` |");
    }

    /** Labels of the series that there are, by metric. */
    private static Set<String> labels(String metric) {
        Set<String> all = new TreeSet<>();
        prometheus
                .query("{__name__=\"" + metric + "\"}")
                .forEach(sample -> all.addAll(sample.labels().keySet()));
        return all;
    }

    @Test
    void everyRuleAsksForWhatThereIs() {
        assertThat(AlertRules.all()).allSatisfy(rule -> {
            prometheus.query(rule.expression());
            assertThat(unknown(rule.expression()))
                    .as(rule.name() + " names what is not there")
                    .isEmpty();
            Selectors.of(rule.expression()).forEach((metric, labels) -> {
                if (prometheus.values("__name__").contains(metric)) {
                    assertThat(labels(metric))
                            .as(rule.name() + ": labels of " + metric)
                            .containsAll(labels);
                }
            });
        });
    }

    /** Each expression is asked for, also of rules that wait until it has held for some time; but for how busy, full or fast this machine is. */
    @Test
    void noRuleButTheWatchdogFiresWhileAllIsWell() {
        List<String> firing = AlertRules.all().stream()
                .filter(rule -> !HOLDS_HERE.containsKey(rule.name()))
                .filter(rule ->
                        !rule.label("area").equals("host") || !rule.tree().has("for"))
                .filter(rule -> !SPEED.matcher(rule.expression()).matches())
                .filter(LiveFiguresTest::holds)
                .map(AlertRules.Rule::name)
                .toList();

        assertThat(firing).containsExactly("Watchdog");
    }

    /** How fast all is depends on what else this machine does; a rule in another unit, or of another meter, would be off by far more than that. */
    @Test
    void whatRulesSayOfSpeedIsInSecondsAndKnownOfARunningEngine() {
        List<String> asked = new ArrayList<>();
        for (AlertRules.Rule rule : AlertRules.all()) {
            Matcher speed = SPEED.matcher(rule.expression());
            // The local exchange sends a bar at its close, and such are taken for history: they have no latency.
            if (speed.matches() && !rule.name().equals("MarketDataBarsLate")) {
                asked.add(rule.name());
                assertThat(prometheus.query(speed.group(1)))
                        .as(rule.name())
                        .isNotEmpty()
                        .allSatisfy(sample ->
                                assertThat(sample.value()).as(sample + "").isNotEqualTo("+Inf"))
                        .anySatisfy(sample -> assertThat(sample.number()).isBetween(1e-6, 60.0));
            }
        }
        assertThat(asked)
                .contains("MarketDataLate", "MarketDataVeryLate", "OrdersSlow", "OrdersVerySlow", "TimersLate");
    }

    /** What a rule waits out, a machine that is busy for a moment may show; the shortest of them wait for half a minute. */
    private static boolean holds(AlertRules.Rule rule) {
        BooleanSupplier isQuiet = () -> prometheus.query(rule.expression()).isEmpty();
        return rule.tree().has("for") ? !Waiting.within(Duration.ofSeconds(20), isQuiet) : !isQuiet.getAsBoolean();
    }

    @Test
    void theSeriesOfTheRuleTestsAreThoseOfARealEngine() {
        Map<String, Set<String>> real = new HashMap<>();
        for (Path file : Deployment.files(Deployment.RULE_TESTS, ".yml")) {
            for (Tree test : Deployment.tree(file).list("tests")) {
                for (Tree series : test.list("input_series")) {
                    Matcher parts = SERIES.matcher(series.text("series"));
                    assertThat(parts.matches()).as(series.text("series")).isTrue();
                    String metric = parts.group(1);
                    Set<String> labels = new TreeSet<>();
                    Matcher label = LABEL.matcher(parts.group(2));
                    while (label.find()) {
                        labels.add(label.group(1));
                    }
                    Set<String> there = real.computeIfAbsent(metric, LiveFiguresTest::labels);
                    if (!there.isEmpty()) {
                        assertThat(there).as(test.text("name") + ": " + metric).containsAll(labels);
                    }
                }
            }
        }
        assertThat(real.get("ttquant_profit")).contains("engine", "strategy");
    }

    @Test
    void whatAlertsAreGroupedByIsALabelOfSeriesThatThereAre() {
        Tree alertmanager = Deployment.tree(Deployment.ROOT.resolve("alertmanager/alertmanager.yml"));
        Set<String> asked = new TreeSet<>(alertmanager.at("route").texts("group_by"));
        alertmanager.list("inhibit_rules").forEach(rule -> asked.addAll(rule.texts("equal")));
        if (nodes == null) {
            asked.remove("mountpoint");
        }

        prometheus.awaitSome("ALERTS{alertname=\"Watchdog\"}");
        assertThat(asked)
                .contains("engine", "alertname")
                .allSatisfy(
                        label -> assertThat(prometheus.values(label)).as(label).isNotEmpty());
    }

    @Test
    void everyPanelShowsSomethingOfARunningEngine() {
        List<String> empty = new ArrayList<>();
        for (Panel panel : Dashboards.panels()) {
            if (panel.isSql()) {
                continue;
            }
            for (Tree target : panel.targets()) {
                String query = Dashboards.filled(target.text("expr"));
                List<Sample> found = prometheus.query(query);
                assertThat(unknown(query))
                        .as(panel + " names what is not there")
                        .isEmpty();
                if (found.isEmpty() && !MAY_BE_EMPTY.contains(panel.title()) && !isLater(query)) {
                    empty.add(panel + ": " + query);
                }
                found.forEach(sample -> legendIsMadeOfLabels(panel, target, sample));
            }
        }

        assertThat(empty).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
    void theVerificationSeesWhatIsWellAndWhatIsNot() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not here");
        prometheus.awaitSome("ALERTS{alertname=\"Watchdog\"}");
        try (Answering others = Answering.with("ok")) {
            String there = "http://127.0.0.1:" + others.port();
            assertThat(verify("http://" + engine.target(), there).text().lines())
                    .contains(
                            "ok     the engine answers",
                            "ok     Grafana is ready",
                            "ok     Prometheus reads the engine",
                            "ok     all targets are up",
                            "ok     the rules are loaded",
                            "ok     the engine runs",
                            "ok     market data come");
        }
        Ended gone = verify("http://127.0.0.1:1", "http://127.0.0.1:1");
        assertThat(gone.status()).isOne();
        assertThat(gone.text())
                .contains("WRONG  the engine answers", "WRONG  Grafana is ready", "ok     the rules are loaded");
    }

    private static Ended verify(String engineAddress, String others) {
        return Ended.run(
                folder,
                List.of(
                        "env",
                        "TTQUANT_PROMETHEUS=" + prometheus.address(),
                        "TTQUANT_ENGINE=" + engineAddress,
                        "TTQUANT_GRAFANA=" + others,
                        "TTQUANT_ALERTMANAGER=" + others,
                        "sh",
                        Deployment.ROOT.resolve("bin/verify.sh").toString(),
                        "--no-docker"));
    }

    @Test
    void whatPanelsOverTimeAskForIsThereOverTime() {
        List<String> empty = new ArrayList<>();
        for (Tree board : Dashboards.all()) {
            if (!board.text("uid").equals("ttquant-backtest")) {
                Rendering.write(board, panel -> Rendering.lines(panel, lines(panel, empty)));
            }
        }

        assertThat(empty).isEmpty();
    }

    private static List<Rendering.Line> lines(Panel panel, List<String> empty) {
        List<Rendering.Line> lines = new ArrayList<>();
        for (Tree target : panel.targets()) {
            String query = Dashboards.filled(target.text("expr"));
            List<PrometheusServer.Series> found = prometheus.range(query, 30);
            found.forEach(series -> lines.add(new Rendering.Line(
                    Rendering.legend(target.text("legendFormat"), series.labels()), series.values())));
            if (found.isEmpty() && !MAY_BE_EMPTY.contains(panel.title()) && !isLater(query)) {
                empty.add(panel + ": " + query);
            }
        }
        return lines;
    }

    private static boolean isLater(String query) {
        return Selectors.of(query).keySet().stream()
                .anyMatch(name -> LATER.matcher(name).matches());
    }

    private static void legendIsMadeOfLabels(Panel panel, Tree target, Sample sample) {
        Matcher named = Pattern.compile("\\{\\{(\\w+)}}").matcher(target.text("legendFormat"));
        while (named.find()) {
            assertThat(sample.labels()).as(panel + ": legend").containsKey(named.group(1));
        }
    }

    @Test
    void shownSharesAreShares() {
        Map<String, Double> wrong = new TreeMap<>();
        for (Panel panel : Dashboards.panels()) {
            Tree defaults = panel.tree().at("fieldConfig").at("defaults");
            if (!panel.isSql() && defaults.text("unit").equals("percentunit") && defaults.has("max")) {
                for (Tree target : panel.targets()) {
                    prometheus.query(Dashboards.filled(target.text("expr"))).stream()
                            .filter(sample -> sample.number() < 0 || sample.number() > 2)
                            .forEach(sample -> wrong.put(panel + " " + sample.labels(), sample.number()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
