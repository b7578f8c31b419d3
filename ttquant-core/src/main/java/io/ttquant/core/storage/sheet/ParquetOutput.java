package io.ttquant.core.storage.sheet;

import io.ttquant.core.storage.database.Quietly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Writes a Parquet file: decimals as decimals, times to the nanosecond. Rows are collected in a DuckDB file beside it, so that many need no memory. */
final class ParquetOutput implements SheetOutput {
    private static final String ROWS = "sheet";

    private final Path file;
    private final Path collected;
    private final SheetKind kind;
    private final SheetScales scales;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    ParquetOutput(Path file, SheetKind kind, SheetScales scales) {
        this.file = file.toAbsolutePath();
        this.collected = file.resolveSibling(file.getFileName() + ".rows");
        this.kind = kind;
        this.scales = scales;
        try {
            Files.deleteIfExists(collected);
            connection = open(collected.toString());
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table " + ROWS + " ("
                        + kind.columns().stream()
                                .map(column -> quoted(column) + " bigint not null")
                                .collect(Collectors.joining(", "))
                        + ")");
            }
            appender = connection.createAppender(ROWS);
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    /** In a file, or in memory if its name is empty. */
    static DuckDBConnection open(String file) throws SQLException {
        return new DuckDBDriver()
                .connect("jdbc:duckdb:" + file, new Properties())
                .unwrap(DuckDBConnection.class);
    }

    @Override
    public void row(long... values) {
        try {
            appender.beginRow();
            for (long value : values) {
                appender.append(value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void finish() {
        try (Statement statement = connection.createStatement()) {
            appender.close();
            statement.execute("copy (select "
                    + kind.columns().stream().map(this::shown).collect(Collectors.joining(", ")) + " from " + ROWS
                    + ") to '" + file.toString().replace("'", "''") + "' (format parquet, compression zstd)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A product of two decimals is exact. */
    private String shown(SheetColumn column) {
        String name = quoted(column);
        int scale = column.scale(scales);
        String value = switch (column.kind()) {
            case TIME -> "make_timestamp_ns(" + name + ")";
            case NUMBER -> name;
            case SIDE ->
                "case " + name + " when 1 then '" + CsvOutput.BUY + "' when 2 then '" + CsvOutput.SELL
                        + "' else '' end";
            case PRICE, QUANTITY ->
                scale == 0
                        ? name + "::decimal(19, 0)"
                        : name + "::decimal(19, 0) * '0." + "0".repeat(scale - 1) + "1'::decimal(" + (scale + 1) + ", "
                                + scale + ")";
        };
        return value + " as " + name;
    }

    static String quoted(SheetColumn column) {
        return '"' + column.name() + '"';
    }

    @Override
    public void close() {
        Quietly.close(appender, connection);
        try {
            Files.deleteIfExists(collected);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(Exception e) {
        return new UncheckedIOException(new IOException("the Parquet file " + file + " cannot be written: " + e, e));
    }
}
