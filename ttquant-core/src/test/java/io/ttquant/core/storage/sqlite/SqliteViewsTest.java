package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.schema.View;
import io.ttquant.core.storage.schema.Views;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteViewsTest {
    private static final long SEED = 11;
    private static final int ROWS = 500;

    @TempDir
    Path folder;

    private final Map<String, String> orders = new TreeMap<>();
    private final Map<String, String> positions = new TreeMap<>();

    private String file() {
        return folder.resolve("v.db").toString();
    }

    /** Rows of two runs, and beside them which is the last of each order and position. */
    @BeforeEach
    void fill() throws SQLException {
        Storage storage = new SqliteStorage().open(Map.of("file", file()));
        storage.close();
        SplittableRandom random = new SplittableRandom(SEED);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int number = 0; number < ROWS; number++) {
                String run = "r" + random.nextInt(2);
                String id = "c" + random.nextInt(40);
                String strategy = "s" + random.nextInt(3);
                statement.execute(
                        "insert into order_events (run, number, ts_event, ts_init, client_id, strategy, instrument, side,"
                                + " order_type, time_in_force, status, quantity, filled, event, message) values ('"
                                + run + "', " + number + ", 0, 0, '" + id
                                + "', 's', 'sim:A', 'BUY', 'LIMIT', 'GTC', 'ACCEPTED',"
                                + " '1', '" + number + "', 'Accepted', '')");
                statement.execute(
                        "insert into position_states (run, number, ts_event, strategy, instrument, side, quantity,"
                                + " realized, currency, currency_scale) values ('" + run + "', " + number + ", 0, '"
                                + strategy
                                + "', 'sim:A', 'NET', '" + number + "', '0', 'USD', 2)");
                orders.put(run + "|" + id, Integer.toString(number));
                positions.put(run + "|" + strategy, Integer.toString(number));
            }
            connection.commit();
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static List<String> lines(Map<String, String> last) {
        return last.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    @Test
    void eachOrderStandsAsItsLastEventSays() throws SQLException {
        List<String> expected = lines(orders);
        assertThat(rows("select run || '|' || client_id || '=' || filled from orders_now order by 1"))
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows("select run || '|' || order_id || '=' || filled from orders"))
                .as("seed %d, under its old name", SEED)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void eachPositionStandsAsItsLastStateSays() throws SQLException {
        List<String> expected = lines(positions);
        assertThat(rows("select run || '|' || strategy || '=' || quantity from positions_now"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows("select run || '|' || strategy_id || '=' || position from latest_positions"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows("select position from positions")).hasSize(ROWS);
    }

    @Test
    void noViewAsksAQuestionForEachRow() throws SQLException {
        for (View view : Views.of(new SqliteDialect())) {
            assertThat(rows("select 1 from (select * from " + view.name() + ") limit 1"))
                    .as(view.name())
                    .hasSizeLessThan(2);
            assertThat(plan(view.name())).as(view.name()).isNotEmpty().noneMatch(step -> step.contains("CORRELATED"));
        }
    }

    private List<String> plan(String view) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("explain query plan select * from " + view)) {
            while (found.next()) {
                steps.add(found.getString("detail"));
            }
        }
        return steps;
    }
}
