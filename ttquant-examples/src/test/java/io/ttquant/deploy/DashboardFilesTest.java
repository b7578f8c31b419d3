package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.deploy.Dashboards.Panel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Grafana wants of a dashboard, and what a reader may expect of one. */
class DashboardFilesTest {
    /** Of the formats that Grafana has, those that are used here. */
    private static final Set<String> UNITS =
            Set.of("none", "short", "percentunit", "s", "bytes", "ops", "reqps", "rowsps");

    private static final Set<String> TYPES =
            Set.of("row", "stat", "timeseries", "table", "gauge", "bargauge", "piechart", "state-timeline");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)(?::\\w+)?}?");
    private static final Set<String> BUILT_IN = Set.of("__rate_interval", "__range", "__all", "__data");
    private static final List<String> ORIGINAL = List.of(
            "Performance summary",
            "Trade history",
            "Positions",
            "Profit and loss",
            "Order status",
            "Trade volume",
            "Win rate");

    @Test
    void theFiveBoardsAreThereAndHaveIdsOfTheirOwn() {
        assertThat(Dashboards.all())
                .extracting(board -> board.text("uid"))
                .containsExactlyInAnyOrder(
                        "ttquant-backtest", "ttquant-market-data", "ttquant-risk", "ttquant-system", "ttquant-trading");
        assertThat(Dashboards.all()).extracting(board -> board.text("title")).doesNotHaveDuplicates();
        assertThat(Dashboards.all()).allSatisfy(board -> {
            assertThat(board.list("panels"))
                    .extracting(panel -> panel.number("id"))
                    .doesNotHaveDuplicates();
            assertThat(board.text("description")).endsWith(".");
            assertThat(board.number("schemaVersion")).isPositive();
            assertThat(board.keys())
                    .as("an id of its own would be another one's in another Grafana")
                    .doesNotContain("id");
        });
    }

    @Test
    void noPanelLiesOverAnotherOneOrOutside() {
        for (Tree board : Dashboards.all()) {
            Set<String> taken = new HashSet<>();
            for (Tree panel : board.list("panels")) {
                Tree at = panel.at("gridPos");
                assertThat(at.number("x") + at.number("w")).isLessThanOrEqualTo(24);
                for (int x = at.number("x"); x < at.number("x") + at.number("w"); x++) {
                    for (int y = at.number("y"); y < at.number("y") + at.number("h"); y++) {
                        assertThat(taken.add(x + "," + y))
                                .as(board.where() + ": " + panel.text("title") + " lies over another one")
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void panelsHaveATitleOfTheirOwnAUnitAndQueriesToASourceThatIsProvisioned() {
        List<String> sources = new ArrayList<>();
        Deployment.tree(Deployment.ROOT.resolve("grafana/provisioning/datasources/ttquant.yml"))
                .list("datasources")
                .forEach(source -> sources.add(source.text("type") + " " + source.text("uid")));
        for (Panel panel : Dashboards.panels()) {
            assertThat(TYPES).as(panel + "").contains(panel.type());
            assertThat(panel.title()).isNotBlank();
            assertThat(UNITS)
                    .as(panel + "")
                    .contains(panel.tree().at("fieldConfig").at("defaults").text("unit"));
            assertThat(panel.targets()).as(panel + "").isNotEmpty();
            Set<String> references = new HashSet<>();
            for (Tree target : panel.targets()) {
                Tree source = target.at("datasource");
                assertThat(sources).contains(source.text("type") + " " + source.text("uid"));
                assertThat(references.add(target.text("refId"))).isTrue();
                assertThat(target.text(panel.isSql() ? "rawSql" : "expr")).isNotBlank();
                if (panel.isSql()) {
                    assertThat(target.text("format"))
                            .isEqualTo(panel.type().equals("timeseries") ? "time_series" : "table");
                } else {
                    boolean isOverTime = Set.of("timeseries", "state-timeline").contains(panel.type());
                    assertThat(target.text("range")).as(panel + "").isEqualTo("" + isOverTime);
                    assertThat(target.text("instant")).as(panel + "").isEqualTo("" + !isOverTime);
                }
            }
        }
        for (Tree board : Dashboards.all()) {
            assertThat(board.list("panels"))
                    .extracting(panel -> panel.text("title"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void variablesThatAreUsedAreDeclaredAndThoseThatAreDeclaredAreUsed() {
        for (Tree board : Dashboards.all()) {
            Set<String> declared = new HashSet<>();
            board.at("templating").list("list").forEach(variable -> declared.add(variable.text("name")));
            Set<String> used = new HashSet<>();
            for (Tree panel : board.list("panels")) {
                for (Tree target : panel.list("targets")) {
                    VARIABLE.matcher(target.text(target.has("expr") ? "expr" : "rawSql"))
                            .results()
                            .map(found -> found.group(1))
                            .filter(name -> !BUILT_IN.contains(name))
                            .forEach(used::add);
                }
            }
            assertThat(used).as(board.where()).isEqualTo(declared);
        }
    }

    @Test
    void theSevenPanelsOfTheOriginalBacktestAreThere() {
        assertThat(Dashboards.panels().stream()
                        .filter(panel -> panel.dashboard().equals("backtest")))
                .extracting(Panel::title)
                .containsAll(ORIGINAL);
    }

    @Test
    void whatGrafanaProvisionsIsWhereComposeMountsIt() {
        Tree provider = Deployment.tree(Deployment.ROOT.resolve("grafana/provisioning/dashboards/ttquant.yml"))
                .list("providers")
                .get(0);
        Tree grafana = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                .at("services")
                .at("grafana");

        assertThat(grafana.texts("volumes"))
                .contains("./grafana/dashboards:" + provider.at("options").text("path") + ":ro");
        String home = grafana.at("environment").text("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");
        assertThat(Deployment.DASHBOARDS.resolve(home.substring(home.lastIndexOf('/') + 1)))
                .exists();
    }
}
