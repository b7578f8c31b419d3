package io.ttquant.core.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Migration;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest {
    private static final Table NOTES = new Table(
            "notes",
            "Of tomorrow.",
            List.of(new Column("note", ColumnType.TEXT, false, "what")),
            List.of("note"),
            List.of());

    @TempDir
    Path folder;

    @Test
    void aNewerSchemaIsMadeOfAnOlderOneWithoutLossOfRows() throws SQLException {
        SqliteDatabase database = database();
        database.migrate(Schema.CURRENT);
        run("insert into equity values ('r', 1, 2, 'USDT', 8, '3.5')");

        database.migrate(newer(
                new Migration.NewTable(NOTES),
                new Migration.NewColumn("equity", new Column("note", ColumnType.TEXT, true, "what")),
                new Migration.NewColumn("equity", new Column("weight", ColumnType.LONG, false, "how much"))));

        assertThat(text("select amount || '|' || coalesce(note, 'null') || '|' || weight from equity"))
                .isEqualTo("3.5|null|0");
        assertThat(text("select count(*) from notes")).isEqualTo("0");
        assertThat(text("select max(version) from schema_versions"))
                .isEqualTo(Integer.toString(Schema.CURRENT.version() + 1));
    }

    @Test
    void fillsOfTheFirstVersionAreKeptWithoutANotionalValue() throws SQLException {
        database().migrate(Schema.CURRENT.at(1));
        run(
                "insert into fills (run, number, ts_event, ts_init, client_id, strategy, instrument, trade_id, side, price, quantity,"
                        + " fee, fee_currency, fee_scale, liquidity, reason) values ('r', 0, 1, 1, 'c', 's', 'a:B', 9, 'BUY', '5',"
                        + " '2', '0', 'USDT', 8, 'TAKER', 'EXCHANGE')");

        database().migrate(Schema.CURRENT);

        assertThat(text(
                        "select price || ' ' || coalesce(notional, 'null') || ' ' || coalesce(notional_currency, 'null')"
                                + " || ' ' || notional_scale from fills"))
                .isEqualTo("5 null null 0");
        try (Storage storage = new SqliteStorage().open(Map.of("file", file()))) {
            RunEntry.Filled fill =
                    (RunEntry.Filled) storage.read().entries("r").all().get(0);
            assertThat(fill.notional()).isNull();
            assertThat(fill.notionalCurrency()).isNull();
        }
    }

    @Test
    void migratingAgainDoesNothing() throws SQLException {
        database().migrate(Schema.CURRENT);
        database().migrate(Schema.CURRENT);

        assertThat(text("select count(*) from schema_versions")).isEqualTo(Integer.toString(Schema.CURRENT.version()));
    }

    @Test
    void aDatabaseThatIsNewerIsRefusedAndLeftAsItIs() throws SQLException {
        database().migrate(newer(new Migration.NewTable(NOTES)));

        assertThatThrownBy(() -> new SqliteStorage().open(Map.of("file", file())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has the version " + (Schema.CURRENT.version() + 1))
                .hasMessageContaining("up to " + Schema.CURRENT.version());
        assertThat(text("select count(*) from notes")).isEqualTo("0");
    }

    @Test
    void aMigrationThatFailsHalfwayLeavesWhatWas() throws SQLException {
        database().migrate(Schema.CURRENT);
        run("create table notes (other text)");

        assertThatThrownBy(() -> database()
                        .migrate(newer(
                                new Migration.NewColumn("equity", new Column("note", ColumnType.TEXT, true, "what")),
                                new Migration.NewTable(NOTES))))
                .isInstanceOf(SQLException.class);

        assertThat(text("select max(version) from schema_versions"))
                .isEqualTo(Integer.toString(Schema.CURRENT.version()));
        assertThat(text("select count(*) from pragma_table_info('equity') where name = 'note'"))
                .isEqualTo("0");
    }

    @Test
    void viewsShowExactDecimalsAndTimes() throws SQLException {
        database().migrate(Schema.CURRENT);
        run("insert into instruments values (7, 'binance', 'BTCUSDT')");
        run("insert into trade_ticks values (7, 1704067200000000001, 1, 2, 4611686018427387903, 5, 2, 0, 2)");
        run("insert into trade_ticks values (7, 1704067200000000001, 2, 2, -5, 12, 3, 12, 1)");

        assertThat(text("select group_concat(time || ' ' || venue || ' ' || symbol || ' ' || price || ' ' || quantity"
                        + " || ' ' || aggressor, ';') from (select * from market_trades order by number)"))
                .isEqualTo("2024-01-01T00:00:00.000000001Z binance BTCUSDT 46116860184273879.03 5 SELLER;"
                        + "2024-01-01T00:00:00.000000001Z binance BTCUSDT -0.005 0.000000000012 BUYER");
        assertThat(text("select last_price || ' ' || volume from market_data where volume = '5'"))
                .isEqualTo("46116860184273879.03 5");
    }

    @Test
    void theOldNamesShowWhatThereIsNow() throws SQLException {
        database().migrate(Schema.CURRENT);
        run("insert into position_states values ('r', 1, 10, 's', 'a:B', 'NET', '2', '5', '0', 'USDT', 8)");
        run("insert into position_states values ('r', 4, 20, 's', 'a:B', 'NET', '3', '6', '1', 'USDT', 8)");
        run("insert into balance_states values ('r', 2, 10, 'USDT', 8, '100.5', '0.5')");
        run("insert into fills values ('r', 3, 15, 16, 'c', 's', 'a:B', 9, 'BUY', '5', '2', '0.1', 'USDT', 8, 'TAKER',"
                + " 'EXCHANGE', '10', 'USDT', 8)");
        run(
                "insert into order_events values ('r', 5, 21, 22, 'd', 's', 'a:B', 'BUY', 'LIMIT', 'GTC', 'REJECTED', '1', '0',"
                        + " '4', null, 'Rejected', '')");

        assertThat(text("select group_concat(position) from positions")).isEqualTo("2,3");
        assertThat(text("select position || ' at ' || avg_price from latest_positions"))
                .isEqualTo("3 at 6");
        assertThat(text("select balance || ' ' || frozen || ' ' || available from account_balance"))
                .isEqualTo("100.5 0.5 100.0");
        assertThat(text("select trade_id || ' ' || filled_price || ' ' || commission || ' ' || notional from trades"))
                .isEqualTo("9 5 0.1 10");
        assertThat(text("select total_trades || ' ' || filled_trades || ' ' || rejected_trades || ' ' || avg_fill_price"
                        + " || ' ' || buys || ' ' || sells || ' ' || last_trade from strategy_stats"))
                .isEqualTo("2 1 1 5.0 1 0 1970-01-01T00:00:00.000000015Z");
        assertThat(text("select symbol || ' ' || exchange || ' ' || status from orders"))
                .isEqualTo("B a REJECTED");
        for (String view : List.of("klines", "metrics", "market_data", "market_quotes")) {
            assertThat(text("select count(*) from " + view)).as(view).isEqualTo("0");
        }
    }

    private static Schema newer(Migration.Change... changes) {
        List<Migration> more = new ArrayList<>(Schema.CURRENT.migrations());
        more.add(new Migration(Schema.CURRENT.version() + 1, "of tomorrow", List.of(changes)));
        return Schema.of(more);
    }

    private SqliteDatabase database() {
        return new SqliteDatabase(file(), false);
    }

    private String file() {
        return folder.resolve("t.db").toString();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
