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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Compares a row that was given again with the one that is kept. */
final class Repeats implements AutoCloseable {
    private final Table table;
    private final List<Column> content;
    private final List<PreparedStatement> byKey;
    private final List<List<String>> keys;

    private Repeats(Table table, List<List<String>> keys, List<PreparedStatement> byKey) {
        this.table = table;
        this.keys = keys;
        this.byKey = byKey;
        content = table.content();
    }

    /** The second key is asked first: it says what a thing is, the first one under which number it was heard of. */
    static Repeats of(Connection connection, Dialect dialect, Table table) throws SQLException {
        List<List<String>> keys =
                table.alsoUnique().isEmpty() ? List.of(table.key()) : List.of(table.alsoUnique(), table.key());
        PreparedStatement[] byKey = new PreparedStatement[keys.size()];
        for (int i = 0; i < byKey.length; i++) {
            byKey[i] = connection.prepareStatement(sql(dialect, table, keys.get(i)));
        }
        return new Repeats(table, keys, List.of(byKey));
    }

    private static String sql(Dialect dialect, Table table, List<String> key) {
        Condition same = DSL.noCondition();
        for (String column : key) {
            same = same.and(field(name(column), Object.class).eq(field("?", Object.class)));
        }
        List<Column> content = table.content();
        return dialect.sql()
                .render(dialect.sql()
                        .select(
                                content.isEmpty()
                                        ? List.of(DSL.inline(1))
                                        : content.stream()
                                                .map(column -> field(name(column.name())))
                                                .toList())
                        .from(DSL.table(name(table.name())))
                        .where(same));
    }

    /** Whether what is kept under the key of a row has another content. */
    boolean isConflict(Block block, int row) throws SQLException {
        for (int i = 0; i < byKey.size(); i++) {
            bind(byKey.get(i), keys.get(i), block, row);
            try (ResultSet kept = byKey.get(i).executeQuery()) {
                if (kept.next()) {
                    return !isSame(kept, block, row);
                }
            }
        }
        return true;
    }

    private void bind(PreparedStatement question, List<String> key, Block block, int row) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            int column = table.indexOf(key.get(i));
            if (table.columns().get(column).type().isWord()) {
                question.setLong(i + 1, block.words(column)[row]);
            } else {
                question.setString(i + 1, block.texts(column)[row]);
            }
        }
    }

    private boolean isSame(ResultSet kept, Block block, int row) throws SQLException {
        for (int i = 0; i < content.size(); i++) {
            Column column = content.get(i);
            if (!isSame(kept, i + 1, column.type(), block, table.indexOf(column.name()), row)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(ResultSet kept, int at, ColumnType type, Block block, int column, int row)
            throws SQLException {
        if (type == ColumnType.REAL) {
            double value = kept.getDouble(at);
            return Double.compare(kept.wasNull() ? Double.NaN : value, block.real(column, row)) == 0;
        }
        return type.isWord()
                ? kept.getLong(at) == block.words(column)[row]
                : isSameText(type, kept.getString(at), block.texts(column)[row]);
    }

    static boolean isSameText(ColumnType type, @Nullable String kept, @Nullable String given) {
        if (kept == null || given == null) {
            return kept == null && given == null;
        }
        return kept.equals(given)
                || (type == ColumnType.DECIMAL && new BigDecimal(kept).compareTo(new BigDecimal(given)) == 0);
    }

    @Override
    public void close() {
        byKey.forEach(Quietly::close);
    }
}
