package io.ttquant.core.storage.sheet;

import io.ttquant.core.storage.database.Quietly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/** Reads a Parquet file with the columns of a sheet; prices and quantities must be decimals, whose scales count. */
final class ParquetInput implements SheetInput {
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    private final Path file;
    private final String source;
    private final DuckDBConnection connection;
    private final SheetKind kind;
    private final SheetScales scales;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private boolean isMore;
    private int row;

    ParquetInput(Path file) {
        this.file = file;
        this.source = "read_parquet('" + file.toAbsolutePath().toString().replace("'", "''") + "')";
        try {
            connection = ParquetOutput.open("");
        } catch (SQLException e) {
            throw failed(e);
        }
        try {
            Map<String, String> types = types();
            kind = SheetKind.ofHead(List.copyOf(types.keySet()), file.toString());
            scales = new SheetScales(scale(types, SheetColumn.Kind.PRICE), scale(types, SheetColumn.Kind.QUANTITY));
            statement = connection.prepare("select "
                    + kind.columns().stream().map(this::raw).collect(Collectors.joining(", ")) + " from " + source);
            result = statement.query();
            isMore = result.nextChunk();
        } catch (SQLException e) {
            Quietly.close(connection);
            throw failed(e);
        } catch (RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    private Map<String, String> types() throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement question = connection.createStatement();
                ResultSet found = question.executeQuery("describe select * from " + source)) {
            while (found.next()) {
                types.put(found.getString(1), found.getString(2));
            }
        }
        return types;
    }

    private int scale(Map<String, String> types, SheetColumn.Kind wanted) {
        int scale = -1;
        for (SheetColumn column : kind.columns()) {
            if (column.kind() == wanted) {
                Matcher type = DECIMAL.matcher(String.valueOf(types.get(column.name())));
                if (!type.matches() || (scale >= 0 && scale != Integer.parseInt(type.group(2)))) {
                    throw new IllegalArgumentException(file + " has the column " + column.name() + " as "
                            + types.get(column.name())
                            + "; it must be a decimal, of the same scale as others of its kind: cast it when the file is"
                            + " written");
                }
                scale = Integer.parseInt(type.group(2));
            }
        }
        return scale;
    }

    /** A decimal as text has all digits of its scale, so that it is the raw value once its point is gone. */
    private String raw(SheetColumn column) {
        String name = ParquetOutput.quoted(column);
        return switch (column.kind()) {
            case TIME -> "epoch_ns(" + name + "::timestamp_ns)";
            case NUMBER -> name + "::bigint";
            case SIDE ->
                "case " + name + " when '" + CsvOutput.BUY + "' then 1 when '" + CsvOutput.SELL
                        + "' then 2 else 0 end::bigint";
            case PRICE, QUANTITY -> "replace(" + name + "::varchar, '.', '')::bigint";
        };
    }

    @Override
    public SheetKind kind() {
        return kind;
    }

    @Override
    public SheetScales scales() {
        return scales;
    }

    @Override
    public boolean next(long[] values) {
        if (!isMore) {
            return false;
        }
        DuckDBDataChunkReader chunk = result.chunk();
        for (int i = 0; i < kind.columns().size(); i++) {
            values[i] = chunk.vector(i).getLong(row);
        }
        row++;
        if (row == chunk.rowCount()) {
            row = 0;
            isMore = result.nextChunk();
        }
        return true;
    }

    @Override
    public void close() {
        Quietly.close(result, statement, connection);
    }

    private UncheckedIOException failed(SQLException e) {
        return new UncheckedIOException(new IOException("the Parquet file " + file + " cannot be read: " + e, e));
    }
}
