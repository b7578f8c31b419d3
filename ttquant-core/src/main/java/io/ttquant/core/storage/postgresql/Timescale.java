package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What TimescaleDB, where the database has it, does besides: market data in chunks of a day, old ones compressed and dropped. Nothing else depends on it, so a step
 * that its edition or a role without rights refuses is a warning; each may be done again.
 */
final class Timescale {
    private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);
    private static final List<Table> TABLES =
            List.of(MarketTables.TRADE_TICKS, MarketTables.QUOTE_TICKS, MarketTables.BOOKS, MarketTables.BARS);
    private static final String NOW = "ttquant_now_nanos";
    private static final long CHUNK = Duration.ofDays(1).toNanos();

    private final Statement statement;
    private final String extension;
    private final String own;

    private Timescale(Statement statement, String extension, String own) {
        this.statement = statement;
        this.extension = extension;
        this.own = own;
    }

    /** Sets it up if the extension is there; on a connection that commits each statement. */
    static void setUp(Connection connection, PostgresSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String extension = text(
                    statement,
                    "select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                            + " where e.extname = 'timescaledb'");
            if (!extension.isEmpty()) {
                String own = text(statement, "select current_schema()");
                new Timescale(statement, CopiedBlock.quoted(extension), CopiedBlock.quoted(own)).setUp(settings);
            }
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private void setUp(PostgresSettings settings) throws SQLException {
        run("create or replace function " + own + "." + NOW + "() returns bigint language sql stable as"
                + " $$ select (extract(epoch from now()) * 1000000000)::bigint $$");
        for (Table table : TABLES) {
            for (String sql : statements(table, settings)) {
                run(sql);
            }
        }
    }

    private List<String> statements(Table table, PostgresSettings settings) {
        String name = "'" + own + "." + CopiedBlock.quoted(table.name()) + "'";
        List<String> all = new ArrayList<>();
        all.add("select " + extension + ".create_hypertable(" + name + ", 'ts_event', chunk_time_interval => " + CHUNK
                + "::bigint, if_not_exists => true, migrate_data => true)");
        all.add("select " + extension + ".set_integer_now_func(" + name + ", '" + own + "." + NOW
                + "', replace_if_exists => true)");
        if (!settings.compressAfter().isZero()) {
            String segment = table.equals(MarketTables.BARS) ? "instrument_id, series" : "instrument_id";
            all.add("alter table " + own + "." + CopiedBlock.quoted(table.name())
                    + " set (timescaledb.compress, timescaledb.compress_segmentby = '" + segment
                    + "', timescaledb.compress_orderby = 'ts_event, number')");
            all.add("select " + extension + ".add_compression_policy(" + name + ", compress_after => "
                    + settings.compressAfter().toNanos() + "::bigint, if_not_exists => true)");
        }
        // Bars are few, and what backtests are made of: they stay.
        if (!settings.keepFor().isZero() && !table.equals(MarketTables.BARS)) {
            all.add("select " + extension + ".add_retention_policy(" + name + ", drop_after => "
                    + settings.keepFor().toNanos() + "::bigint, if_not_exists => true)");
        }
        return all;
    }

    private void run(String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (statement.getConnection().isClosed()) {
                throw e;
            }
            LOG.warn("TimescaleDB would not do this, and is used without it: {}; it says: {}", sql, e.getMessage());
        }
    }
}
