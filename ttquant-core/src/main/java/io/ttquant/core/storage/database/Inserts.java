package io.ttquant.core.storage.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of one table by a prepared batch that leaves known keys alone, in a transaction that the caller has begun. For one thread. */
public final class Inserts implements AutoCloseable {
    /** Rows that are given to the driver at once where nothing else says how many. */
    public static final int MANY = 4096;

    private final Table table;
    private final ColumnType[] types;
    private final PreparedStatement insert;
    private final Repeats repeats;
    private final boolean decimalsAreNumbers;
    private final int atOnce;

    private Inserts(Table table, PreparedStatement insert, Repeats repeats, boolean decimalsAreNumbers, int atOnce) {
        this.table = table;
        this.atOnce = atOnce;
        this.insert = insert;
        this.repeats = repeats;
        this.decimalsAreNumbers = decimalsAreNumbers;
        types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    }

    /**
     * For a table, on a connection that stays the caller's.
     *
     * @param atOnce how many rows are given to the driver at once; after each, threads that wait for the processor get it first
     */
    public static Inserts of(Connection connection, Dialect dialect, Table table, int atOnce) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(sql(dialect, table));
        boolean numbers =
                Number.class.isAssignableFrom(dialect.type(ColumnType.DECIMAL).getType());
        return new Inserts(table, insert, Repeats.of(connection, dialect, table), numbers, atOnce);
    }

    private static String sql(Dialect dialect, Table table) {
        List<Field<Object>> columns = table.columns().stream()
                .map(column -> field(name(column.name())))
                .toList();
        return dialect.sql()
                .render(dialect.sql()
                        .insertInto(DSL.table(name(table.name())), columns)
                        .values(columns.stream().map(column -> field("?")).toList())
                        .onConflictDoNothing());
    }

    /** Writes a block, which must be of the table. That it yields is a courtesy, on which nothing relies. */
    @SuppressWarnings("ThreadPriorityCheck")
    public Applied apply(Block block) throws SQLException {
        Applied sum = Applied.NOTHING;
        for (int from = 0; from < block.rows(); from += atOnce) {
            sum = sum.plus(apply(block, from, Math.min(block.rows(), from + atOnce)));
            Thread.yield();
        }
        return sum;
    }

    private Applied apply(Block block, int from, int to) throws SQLException {
        for (int row = from; row < to; row++) {
            bind(block, row);
            insert.addBatch();
        }
        int[] counts = insert.executeBatch();
        long repeated = Arrays.stream(counts).filter(count -> count == 0).count();
        long conflicts = 0;
        for (int i = 0; repeated > 0 && i < counts.length; i++) {
            if (counts[i] == 0 && repeats.isConflict(block, from + i)) {
                conflicts++;
            }
        }
        return new Applied(to - from - repeated, repeated, conflicts);
    }

    private void bind(Block block, int row) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            switch (types[i]) {
                case SMALL -> insert.setInt(i + 1, (int) block.words(i)[row]);
                case LONG -> insert.setLong(i + 1, block.words(i)[row]);
                case REAL -> bindReal(i + 1, block.real(i, row));
                case TEXT -> insert.setString(i + 1, block.texts(i)[row]);
                case DECIMAL -> bindDecimal(i + 1, block.texts(i)[row]);
            }
        }
    }

    private void bindReal(int parameter, double value) throws SQLException {
        if (Double.isNaN(value)) {
            insert.setNull(parameter, Types.DOUBLE);
        } else {
            insert.setDouble(parameter, value);
        }
    }

    private void bindDecimal(int parameter, @Nullable String value) throws SQLException {
        if (decimalsAreNumbers) {
            insert.setBigDecimal(parameter, value == null ? null : new BigDecimal(value));
        } else {
            insert.setString(parameter, value);
        }
    }

    /** The table. */
    public Table table() {
        return table;
    }

    @Override
    public void close() {
        Quietly.close(insert, repeats);
    }
}
