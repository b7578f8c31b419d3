package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What TimescaleDB, where the database has it, does besides: market data in chunks, old ones compressed and dropped. Nothing else depends on it, so a step that its
 * edition or a role without rights refuses is a warning; each may be done again.
 */
final class Timescale {
    private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);
    private static final long DAY = Duration.ofDays(1).toNanos();
    /** Bars are few, and imported by the decade: with a chunk for each day one batch would lock more tables than a server allows. */
    private static final long CHUNK_OF_BARS = Duration.ofDays(365).toNanos();

    private static final Map<Table, Long> CHUNKS = new LinkedHashMap<>();

    static {
        CHUNKS.put(MarketTables.TRADE_TICKS, DAY);
        CHUNKS.put(MarketTables.QUOTE_TICKS, DAY);
        CHUNKS.put(MarketTables.BOOKS, DAY);
        CHUNKS.put(MarketTables.BARS, CHUNK_OF_BARS);
    }

    private static final String NOW = "ttquant_now_nanos";
    /** An edition without policies says so. */
    private static final String NOT_SUPPORTED = "0A000";

    private final Statement statement;
    private final String extension;
    private final String schema;
    private final String own;

    private Timescale(Statement statement, String extension, String schema) {
        this.statement = statement;
        this.extension = extension;
        this.schema = schema;
        this.own = CopiedBlock.quoted(schema);
    }

    /** Sets it up if the extension is there; on a connection that commits each statement. */
    static void setUp(Connection connection, PostgresSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String extension = text(
                    statement,
                    "select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                            + " where e.extname = 'timescaledb'");
            if (!extension.isEmpty()) {
                String schema = text(statement, "select current_schema()");
                new Timescale(statement, CopiedBlock.quoted(extension), schema).setUp(settings);
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
        for (Table table : CHUNKS.keySet()) {
            chunks(table);
            if (settings.setsPolicies()) {
                compression(table, settings.compressAfter());
                retention(table, settings.keepFor());
            }
        }
    }

    private void chunks(Table table) throws SQLException {
        call("create_hypertable(" + name(table) + ", 'ts_event', chunk_time_interval => " + CHUNKS.get(table)
                + "::bigint, if_not_exists => true, migrate_data => true)");
        if (table.equals(MarketTables.BARS)) {
            // Made by older code, which had a chunk for each day of them too; what is there stays as it is.
            run("select " + extension + ".set_chunk_time_interval(" + name(table) + ", " + CHUNK_OF_BARS
                    + "::bigint) from timescaledb_information.dimensions where hypertable_schema = '" + schema
                    + "' and hypertable_name = '" + table.name() + "' and integer_interval = " + DAY);
        }
        call("set_integer_now_func(" + name(table) + ", '" + own + "." + NOW + "', replace_if_exists => true)");
    }

    /** A policy that is there is never changed by adding it again, so it goes first, and comes back as it is set now. */
    private void compression(Table table, Duration after) throws SQLException {
        remove("remove_compression_policy(" + name(table) + ", if_exists => true)", "compresses");
        if (!after.isZero()) {
            String segment = table.equals(MarketTables.BARS) ? "instrument_id, series" : "instrument_id";
            run("alter table " + own + "." + CopiedBlock.quoted(table.name())
                    + " set (timescaledb.compress, timescaledb.compress_segmentby = '" + segment
                    + "', timescaledb.compress_orderby = 'ts_event, number')");
            call("add_compression_policy(" + name(table) + ", compress_after => " + after.toNanos()
                    + "::bigint, if_not_exists => true)");
        }
    }

    /** Likewise; but bars are what backtests are made of, and stay. */
    private void retention(Table table, Duration keep) throws SQLException {
        if (table.equals(MarketTables.BARS)) {
            return;
        }
        remove("remove_retention_policy(" + name(table) + ", if_exists => true)", "drops");
        if (!keep.isZero()) {
            call("add_retention_policy(" + name(table) + ", drop_after => " + keep.toNanos()
                    + "::bigint, if_not_exists => true)");
        }
    }

    private String name(Table table) {
        return "'" + own + "." + CopiedBlock.quoted(table.name()) + "'";
    }

    private void remove(String call, String does) throws SQLException {
        try {
            statement.execute("select " + extension + "." + call);
        } catch (SQLException e) {
            if (NOT_SUPPORTED.equals(e.getSQLState())) {
                LOG.debug("this edition of TimescaleDB has no policies: {}", call, e);
                return;
            }
            warn("the server goes on with an older policy if there is one, which " + does + " old rows: " + call, e);
        }
    }

    private void call(String call) throws SQLException {
        run("select " + extension + "." + call);
    }

    private void run(String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            warn("it is used without it: " + sql, e);
        }
    }

    private void warn(String consequence, SQLException e) throws SQLException {
        if (statement.getConnection().isClosed()) {
            throw e;
        }
        LOG.warn("TimescaleDB would not do this, and {}; it says: {}", consequence, e.getMessage());
    }
}
