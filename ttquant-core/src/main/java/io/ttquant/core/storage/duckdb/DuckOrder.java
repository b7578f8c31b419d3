package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** In which order rows stand in the file. It is that of writing, which the database keeps when it reads without sorting. */
final class DuckOrder {
    private static final String SORTED = "sorted_rows";

    private final DuckDBConnection connection;

    private DuckOrder(DuckDBConnection connection) {
        this.connection = connection;
    }

    static DuckOrder of(DuckDBConnection connection) {
        return new DuckOrder(connection);
    }

    /** Whether the rows that are asked for stand in the order that is asked for; where keys have texts it is not looked at. */
    boolean isSorted(Question question) throws SQLException {
        List<Column> order = question.order();
        if (order.isEmpty() || !order.stream().allMatch(column -> column.type() == ColumnType.LONG)) {
            return false;
        }
        String sql = "select count(*) from (select "
                + order.stream()
                        .map(c -> quoted("", c) + ", lag(" + quoted("", c) + ") over () as " + quoted("before_", c))
                        .collect(Collectors.joining(", "))
                + " from (" + question.unordered(DuckDialect.DUCK) + ")) where " + tuple(order, "before_") + " > "
                + tuple(order, "");
        try (DuckDBPreparedStatement statement = DuckChunks.prepare(connection, question, sql);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1) == 0;
        }
    }

    /** Puts the rows of tables without indexes into the order of their keys, in one transaction each, and gives room back; says how many were not. */
    int put(List<Table> tables) throws SQLException {
        int unsorted = 0;
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                if (!DuckDialect.DUCK.watchesKeys(table) && !isSorted(Question.of(table))) {
                    put(table, statement);
                    unsorted++;
                }
            }
            statement.execute("checkpoint");
        }
        return unsorted;
    }

    private static void put(Table table, Statement statement) throws SQLException {
        String name = '"' + table.name() + '"';
        String keys = table.key().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        statement.execute("begin transaction");
        try {
            statement.execute(
                    "create or replace temporary table " + SORTED + " as select * from " + name + " order by " + keys);
            statement.execute("delete from " + name);
            statement.execute("insert into " + name + " select * from " + SORTED);
            statement.execute("drop table " + SORTED);
            statement.execute("commit");
        } catch (SQLException e) {
            statement.execute("rollback");
            throw e;
        }
    }

    private static String tuple(List<Column> columns, String before) {
        return columns.stream().map(c -> quoted(before, c)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quoted(String before, Column column) {
        return '"' + before + column.name() + '"';
    }
}
