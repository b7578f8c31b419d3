package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest key of each series of a table (an instrument, a run), where keys end in a time or a number. What comes after it is certainly new, which nearly all
 * rows are; for the others one must look.
 */
final class NewestKeys {
    private static final List<String> RISING = List.of("ts_event", "number");

    private final Table table;
    private final int[] series;
    private final int[] rising;
    private final Map<List<Object>, long[]> newest = new HashMap<>();
    private boolean isLoaded;

    NewestKeys(Table table) {
        this.table = table;
        this.series = places(false);
        this.rising = places(true);
    }

    private int[] places(boolean areRising) {
        return table.key().stream()
                .filter(column -> RISING.contains(column) == areRising)
                .mapToInt(table::indexOf)
                .toArray();
    }

    /** Which rows are certainly new; their keys are then the newest. */
    boolean[] take(Block block, Connection connection) throws SQLException {
        boolean[] isNew = new boolean[block.rows()];
        if (rising.length == 0) {
            return isNew;
        }
        load(connection);
        long[] mark = null;
        for (int row = 0; row < isNew.length; row++) {
            if (mark == null || !isSameSeries(block, row)) {
                mark = newest.computeIfAbsent(series(block, row), unknown -> nothing());
            }
            isNew[row] = isAfter(block, row, mark);
            if (isNew[row]) {
                for (int i = 0; i < rising.length; i++) {
                    mark[i] = block.words(rising[i])[row];
                }
                mark[rising.length] = 0;
            }
        }
        return isNew;
    }

    /** Forgets all, because what was taken may not have been written. */
    void forget() {
        newest.clear();
        isLoaded = false;
    }

    /** The last element says that nothing was there, before which even the smallest key comes. */
    private long[] nothing() {
        long[] mark = new long[rising.length + 1];
        mark[rising.length] = 1;
        return mark;
    }

    private boolean isAfter(Block block, int row, long[] mark) {
        if (mark[rising.length] != 0) {
            return true;
        }
        for (int i = 0; i < rising.length; i++) {
            long value = block.words(rising[i])[row];
            if (value != mark[i]) {
                return value > mark[i];
            }
        }
        return false;
    }

    private boolean isSameSeries(Block block, int row) {
        for (int column : series) {
            boolean isSame = isWord(column)
                    ? block.words(column)[row] == block.words(column)[row - 1]
                    : block.text(column, row).equals(block.text(column, row - 1));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    private List<Object> series(Block block, int row) {
        List<Object> values = new ArrayList<>(series.length);
        for (int column : series) {
            values.add(isWord(column) ? (Object) block.words(column)[row] : block.text(column, row));
        }
        return values;
    }

    private boolean isWord(int column) {
        return table.columns().get(column).type().isWord();
    }

    /** Of the newest time any number may be there, so that only later times are certainly new. */
    private void load(Connection connection) throws SQLException {
        if (isLoaded) {
            return;
        }
        StringBuilder columns = new StringBuilder();
        for (int column : series) {
            columns.append(quoted(column)).append(", ");
        }
        String sql = "select " + columns + "max(" + quoted(rising[0]) + ") from \"" + table.name() + "\" group by "
                + (series.length == 0 ? "()" : columns.substring(0, columns.length() - 2));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                add(found);
            }
        }
        isLoaded = true;
    }

    private void add(ResultSet found) throws SQLException {
        List<Object> values = new ArrayList<>(series.length);
        for (int i = 0; i < series.length; i++) {
            @Nullable Object value = isWord(series[i]) ? (Object) found.getLong(i + 1) : found.getString(i + 1);
            values.add(value == null ? "" : value);
        }
        long[] mark = new long[rising.length + 1];
        java.util.Arrays.fill(mark, Long.MAX_VALUE);
        mark[0] = found.getLong(series.length + 1);
        mark[rising.length] = 0;
        newest.put(values, mark);
    }

    private String quoted(int column) {
        Column shown = table.columns().get(column);
        return '"' + shown.name() + '"';
    }
}
