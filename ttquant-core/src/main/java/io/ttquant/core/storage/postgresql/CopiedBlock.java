package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Table;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Copies blocks of one table, in pieces, so that the server reads one while the next is made. */
final class CopiedBlock {
    /** Bytes of a piece; about what a socket takes at once. */
    private static final int PIECE = 1 << 16;

    private final ColumnType[] types;

    CopiedBlock(Table table) {
        this.types = table.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    }

    /** The names of the columns, with commas between them. */
    static String columns(List<Column> columns) {
        return String.join(
                ", ", columns.stream().map(column -> quoted(column.name())).toList());
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    /**
     * Copies all rows.
     *
     * @param sql the statement; of the table's columns, and, if numbered, of one more for the place of the row
     * @param rows where the bytes are made
     */
    void copy(CopyManager server, String sql, Block block, boolean isNumbered, CopyRows rows) throws SQLException {
        CopyIn copy = server.copyIn(sql);
        try {
            rows.begin();
            for (int row = 0; row < block.rows(); row++) {
                encode(block, row, isNumbered, rows);
                if (rows.size() >= PIECE) {
                    copy.writeToCopy(rows.bytes(), 0, rows.size());
                    rows.clear();
                }
            }
            rows.end();
            copy.writeToCopy(rows.bytes(), 0, rows.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void encode(Block block, int row, boolean isNumbered, CopyRows rows) {
        rows.row(types.length + (isNumbered ? 1 : 0));
        for (int i = 0; i < types.length; i++) {
            switch (types[i]) {
                case SMALL -> rows.small((int) block.words(i)[row]);
                case LONG -> rows.whole(block.words(i)[row]);
                case REAL -> real(block.real(i, row), rows);
                case TEXT -> text(block.texts(i)[row], rows);
                case DECIMAL -> decimal(block.texts(i)[row], rows);
            }
        }
        if (isNumbered) {
            rows.whole(row);
        }
    }

    private static void real(double value, CopyRows rows) {
        if (Double.isNaN(value)) {
            rows.nothing();
        } else {
            rows.real(value);
        }
    }

    private static void text(@Nullable String value, CopyRows rows) {
        if (value == null) {
            rows.nothing();
        } else {
            rows.text(value);
        }
    }

    private static void decimal(@Nullable String value, CopyRows rows) {
        if (value == null) {
            rows.nothing();
        } else {
            rows.decimal(value);
        }
    }
}
