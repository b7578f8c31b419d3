package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Table;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads column by column, as the database has them. Sorting takes most of the time, and most files are in the right order already, so that is looked at first; both
 * questions are of one moment.
 */
final class DuckChunks implements Chunks {
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private final Table table;
    private final int most;
    private boolean isMore;
    private int next;

    private DuckChunks(DuckDBConnection connection, DuckDBPreparedStatement statement, Table table, int most)
            throws SQLException {
        this.connection = connection;
        this.statement = statement;
        this.result = statement.query();
        this.table = table;
        this.most = most;
        this.isMore = result.nextChunk();
    }

    /** Asks on a connection in a transaction, which is closed with the chunks, or when asking fails. */
    static DuckChunks open(DuckDBConnection connection, Question question, int most) throws SQLException {
        try {
            boolean isSorted = DuckOrder.of(connection).isSorted(question);
            String sql = isSorted ? question.unordered(DuckDialect.DUCK) : question.sql(DuckDialect.DUCK);
            return new DuckChunks(connection, prepare(connection, question, sql), question.table(), most);
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    static DuckDBPreparedStatement prepare(DuckDBConnection connection, Question question, String sql)
            throws SQLException {
        DuckDBPreparedStatement statement = connection.prepare(sql);
        List<Object> parameters = question.parameters(DuckDialect.DUCK);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    @Override
    public Block next() throws SQLException {
        Block block = new Block(table);
        while (isMore && block.rows() < most) {
            DuckDBDataChunkReader chunk = result.chunk();
            int there = (int) chunk.rowCount();
            int count = Math.min(there - next, most - block.rows());
            int to = block.extend(count);
            for (int i = 0; i < table.columns().size(); i++) {
                read(chunk.vector(i), table.columns().get(i).type(), block, i, to, count);
            }
            next += count;
            if (next == there) {
                next = 0;
                isMore = result.nextChunk();
            }
        }
        return block;
    }

    private void read(DuckDBReadableVector from, ColumnType type, Block block, int column, int to, int count) {
        switch (type) {
            case LONG -> longs(from, block.words(column), to, count);
            case SMALL -> shorts(from, block.words(column), to, count);
            case REAL -> reals(from, block.words(column), to, count);
            case TEXT, DECIMAL -> {
                for (int i = 0; i < count; i++) {
                    block.texts(column)[to + i] = from.isNull(next + i) ? null : from.getString(next + i);
                }
            }
        }
    }

    private void longs(DuckDBReadableVector from, long[] words, int to, int count) {
        for (int i = 0; i < count; i++) {
            words[to + i] = from.getLong(next + i);
        }
    }

    private void shorts(DuckDBReadableVector from, long[] words, int to, int count) {
        for (int i = 0; i < count; i++) {
            words[to + i] = from.getShort(next + i);
        }
    }

    private void reals(DuckDBReadableVector from, long[] words, int to, int count) {
        for (int i = 0; i < count; i++) {
            words[to + i] = Double.doubleToRawLongBits(from.isNull(next + i) ? Double.NaN : from.getDouble(next + i));
        }
    }

    @Override
    public void close() {
        Quietly.close(result, statement, connection);
    }
}
