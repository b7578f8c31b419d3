package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.core.storage.postgresql.SchemaOnServer;
import io.ttquant.deploy.Dashboards.Panel;
import io.ttquant.storage.RealPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every panel that asks the database, put to a real PostgreSQL with the roles of the deployment, our tables, and the rows of a run. */
class DatabaseFiguresTest {
    @TempDir
    static Path folder;

    private static RealPostgres server;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        server = RealPostgres.start();
        server.freshDatabase("ttquant", server.port());
        url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/ttquant";
        makeRoles();
        SchemaOnServer.make(url, "ttquant");
        try (Connection connection = DriverManager.getConnection(url, "ttquant", "")) {
            SampleRun.write(connection);
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** As the container does when its database is made. */
    private static void makeRoles() throws IOException {
        assumeTrue(
                Program.PSQL.find().isPresent() && Files.isExecutable(Path.of("/bin/bash")),
                "psql or bash is not here");
        for (String name : List.of("database", "reader", "monitor")) {
            Files.writeString(folder.resolve(name + "_password"), "secret of " + name + " 'quoted'");
        }
        Ended ended = Ended.run(
                folder,
                List.of(
                        "env",
                        "PGHOST=127.0.0.1",
                        "PGPORT=" + server.port(),
                        "POSTGRES_USER=tt",
                        "POSTGRES_DB=ttquant",
                        "TTQUANT_SECRETS=" + folder,
                        "PATH=" + Program.PSQL.need().getParent() + ":/usr/bin:/bin",
                        "bash",
                        Deployment.ROOT.resolve("postgres/roles.sh").toString()));
        assertThat(ended.status()).as(ended.text()).isZero();
    }

    @Test
    void aRunIsKeptWithTheSettingsOfTheEngineAndDashboardsMayReadIt() throws SQLException {
        Map<String, String> settings =
                new HashMap<>(EngineFilesTest.store("okx").settings());
        settings.put("url", url);
        settings.put("password_file", folder.resolve("database_password").toString());
        settings.put("spool", folder.resolve("spool").toString());
        try (Storage storage = new PostgresStorage().open(settings)) {
            RunWriter run = storage.run(new RunRecord("live-okx", RunKind.LIVE, 1, Map.of(), ""));
            run.keep(new RunEntry.EquityAt(0, 1, Currency.of("USDT"), BigDecimal.TEN));
            assertThat(storage.flush(Duration.ofMinutes(1)))
                    .as("%s", storage.state())
                    .isTrue();
        }
        try (Connection connection = reader();
                ResultSet found =
                        connection.createStatement().executeQuery("select amount from equity where run = 'live-okx'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getBigDecimal(1)).isEqualByComparingTo("10");
        } finally {
            forget("live-okx");
        }
    }

    private static void forget(String run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "ttquant", "")) {
            connection.createStatement().execute("delete from equity where run = '" + run + "'");
            connection.createStatement().execute("delete from runs where run = '" + run + "'");
        }
    }

    private static Connection reader() throws SQLException {
        return DriverManager.getConnection(url, "ttquant_reader", "");
    }

    private static String filled(String sql) {
        return sql.replace("$run", SampleRun.ID).replace("$kind", "BACKTEST");
    }

    /** The rows of a query of a panel, columns with a bar between them. */
    private static List<String> rows(String title, int target) throws SQLException {
        Panel panel = Dashboards.panels().stream()
                .filter(each -> each.isSql() && each.title().equals(title))
                .findFirst()
                .orElseThrow();
        List<String> rows = new ArrayList<>();
        try (Connection connection = reader();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery(filled(panel.targets().get(target).text("rawSql")))) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Test
    void everyPanelHasRowsForWhoMayOnlyRead() throws SQLException {
        int asked = 0;
        for (Panel panel : Dashboards.panels()) {
            if (panel.isSql()) {
                for (Tree target : panel.targets()) {
                    try (Connection connection = reader();
                            ResultSet found =
                                    connection.createStatement().executeQuery(filled(target.text("rawSql")))) {
                        assertThat(found.next()).as(panel + " has no rows").isTrue();
                        hasWhatItsFormatWants(panel, target, found.getMetaData());
                        asked++;
                    }
                }
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(10);
    }

    /** Grafana draws a line of a column named time and columns that are numbers to it, which a numeric is not everywhere. */
    private static void hasWhatItsFormatWants(Panel panel, Tree target, ResultSetMetaData columns) throws SQLException {
        if (target.text("format").equals("time_series")) {
            assertThat(columns.getColumnName(1)).as(panel + "").isEqualTo("time");
            assertThat(columns.getColumnType(1)).isIn(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);
            assertThat(columns.getColumnType(columns.getColumnCount())).isEqualTo(Types.DOUBLE);
        }
    }

    @Test
    void thePageOfARunIsDrawn() {
        Dashboards.all().stream()
                .filter(board -> board.text("uid").equals("ttquant-backtest"))
                .forEach(board -> Rendering.write(board, panel -> Rendering.table(cells(panel))));
    }

    private static List<List<String>> cells(Panel panel) {
        List<List<String>> all = new ArrayList<>();
        for (Tree target : panel.targets()) {
            try (Connection connection = reader();
                    ResultSet found = connection.createStatement().executeQuery(filled(target.text("rawSql")))) {
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    names.add(found.getMetaData().getColumnLabel(i));
                }
                all.add(names);
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= names.size(); i++) {
                        row.add(found.getString(i));
                    }
                    all.add(row);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(panel + "", e);
            }
        }
        return all;
    }

    @Test
    void theVariableOffersTheBacktestsNewestFirst() throws SQLException {
        String query = Dashboards.all().stream()
                .filter(board -> board.text("uid").equals("ttquant-backtest"))
                .flatMap(board -> board.at("templating").list("list").stream())
                .filter(variable -> variable.text("name").equals("run"))
                .map(variable -> filled(variable.text("query")))
                .findFirst()
                .orElseThrow();
        List<String> runs = new ArrayList<>();
        try (Connection connection = reader();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                runs.add(found.getString(1));
            }
        }

        assertThat(runs).containsExactly(SampleRun.ID);
    }

    @Test
    void theFiguresAreThoseThatOneReckonsByHand() throws SQLException {
        assertThat(rows("Performance summary", 0))
                .containsExactly(
                        "cross|binance:ETHUSDT|2|1|1|220|price x quantity|2|USDT",
                        "grid|binance:BTCUSDT|3|1|2|200.0|price x quantity|3|USDT");
        assertThat(rows("Order status", 0)).containsExactly("FILLED|5", "CANCELED|1");
        assertThat(rows("Trade volume", 0))
                .containsExactly("binance:ETHUSDT, price x quantity|220", "binance:BTCUSDT, price x quantity|200");
        assertThat(rows("Win rate", 0)).containsExactly("cross|1", "grid|0.5");
        assertThat(rows("Profit and loss", 0))
                .extracting(row -> row.substring(row.indexOf('|') + 1))
                .containsExactly(
                        "realised, USDT|0",
                        "realised, USDT|5",
                        "realised, USDT|5",
                        "realised, USDT|0",
                        "realised, USDT|20");
        assertThat(rows("Profit and loss", 1))
                .extracting(row -> row.substring(row.indexOf('|') + 1))
                .containsExactly("equity, change, USDT|0", "equity, change, USDT|-1", "equity, change, USDT|15");
        assertThat(rows("Positions", 0))
                .extracting(row -> row.substring(row.indexOf('|') + 1))
                .containsExactly(
                        "grid binance:BTCUSDT|1",
                        "grid binance:BTCUSDT|0.5",
                        "cross binance:ETHUSDT|2",
                        "grid binance:BTCUSDT|0",
                        "cross binance:ETHUSDT|0",
                        "external binance:BTCUSDT LONG|3",
                        "external binance:BTCUSDT SHORT|-2");
        assertThat(rows("Trade history", 0)).hasSize(5);
        assertThat(rows("Trade history", 0).get(0))
                .contains("|cross|binance:ETHUSDT|SELL|60|2|120|price x quantity|1|USDT|TAKER|");
        assertThat(rows("Statistics", 0)).containsExactly("Sharpe ratio|1.5", "Trades|3");
        assertThat(rows("Runs", 0).get(0)).startsWith("sample|BACKTEST|2023-11-14 ");
    }

    @Test
    void whoReadsCannotWriteAndWhoWatchesSeesNoData() throws SQLException {
        try (Connection connection = reader()) {
            assertThatThrownBy(() -> connection.createStatement().execute("delete from fills"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connection.createStatement().execute("create table mine (x int)"))
                    .isInstanceOf(SQLException.class);
        }
        try (Connection connection = DriverManager.getConnection(url, "ttquant_monitor", "")) {
            assertThatThrownBy(() -> connection.createStatement().executeQuery("select * from fills"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(
                        server.query(
                                "select rolname from pg_roles where rolname like 'ttquant%' and (rolsuper or rolcreaterole or rolcreatedb)"))
                .isEmpty();
    }

    @Test
    void theExporterTellsWhatRulesAndPanelsAskOfTheDatabase() {
        String address = "127.0.0.1:" + Server.freePort();
        try (Server exporter = Server.start(
                folder,
                "http://" + address + "/metrics",
                Map.of(
                        "DATA_SOURCE_NAME",
                        "postgresql://ttquant_monitor@127.0.0.1:" + server.port() + "/ttquant?sslmode=disable"),
                List.of(Program.POSTGRES_EXPORTER.need().toString(), "--web.listen-address=" + address))) {
            Set<String> there = new TreeSet<>();
            String page = Server.get("http://" + address + "/metrics").body();
            page.lines().filter(line -> !line.startsWith("#")).forEach(line -> there.add(line.split("[{ ]")[0]));
            Set<String> asked = new TreeSet<>();
            AlertRules.all()
                    .forEach(
                            rule -> asked.addAll(Selectors.of(rule.expression()).keySet()));
            Dashboards.panels().stream()
                    .filter(panel -> !panel.isSql())
                    .flatMap(panel -> panel.targets().stream())
                    .forEach(target ->
                            asked.addAll(Selectors.of(target.text("expr")).keySet()));
            asked.removeIf(name -> !name.startsWith("pg_"));

            assertThat(page).as(exporter.log()).contains("\npg_up 1");
            assertThat(asked).isNotEmpty();
            assertThat(there).containsAll(asked);
        }
    }
}
