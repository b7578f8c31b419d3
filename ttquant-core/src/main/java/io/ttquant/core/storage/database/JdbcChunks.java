package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chunks through JDBC. */
public final class JdbcChunks implements Chunks {
    private final @Nullable Connection connection;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final Table table;
    private final int rows;
    private final int[] kinds;

    private JdbcChunks(
            @Nullable Connection connection, PreparedStatement statement, ResultSet result, Table table, int rows) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.table = table;
        this.rows = rows;
        kinds = table.columns().stream().mapToInt(JdbcChunks::kind).toArray();
    }

    /** Asks; the connection is closed with the chunks, or when asking fails. */
    static JdbcChunks open(Connection connection, Question question, Dialect dialect, int rows) throws SQLException {
        try {
            return ask(connection, question, dialect, rows, connection);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    /** Asks on a connection that stays the caller's, and may have other questions open. */
    public static JdbcChunks share(Connection connection, Question question, Dialect dialect, int rows)
            throws SQLException {
        return ask(connection, question, dialect, rows, null);
    }

    private static JdbcChunks ask(
            Connection connection, Question question, Dialect dialect, int rows, @Nullable Connection own)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                question.sql(dialect), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        try {
            statement.setFetchSize(rows);
            List<Object> parameters = question.parameters(dialect);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return new JdbcChunks(own, statement, statement.executeQuery(), question.table(), rows);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(statement);
            throw e;
        }
    }

    @Override
    public Block next() throws SQLException {
        Block block = new Block(table);
        while (block.rows() < rows && result.next()) {
            for (int i = 0; i < kinds.length; i++) {
                read(block, i);
            }
            block.endRow();
        }
        return block;
    }

    private void read(Block block, int column) throws SQLException {
        switch (kinds[column]) {
            case 0 -> block.word(column, result.getLong(column + 1));
            case 1 -> block.word(column, Double.doubleToRawLongBits(real(column + 1)));
            default -> block.text(column, text(column));
        }
    }

    private double real(int column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? Double.NaN : value;
    }

    private @Nullable String text(int column) throws SQLException {
        return result.getString(column + 1);
    }

    private static int kind(Column column) {
        if (column.type() == ColumnType.REAL) {
            return 1;
        }
        return column.type().isWord() ? 0 : 2;
    }

    @Override
    public void close() {
        Quietly.close(result, statement, connection);
    }
}
