package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, column by column: words ({@link ColumnType#isWord}) as {@code long}, of which {@link ColumnType#REAL} as the bits of the double with NaN for
 * null; texts and decimals as text. For one thread.
 */
public final class Block {
    private static final int FIRST = 64;
    /** What a text takes in memory besides its characters; about. */
    private static final int TEXT_BYTES = 48;

    private static final long[] NO_WORDS = {};
    private static final @Nullable String[] NO_TEXTS = {};

    private final Table table;
    private final long[][] words;
    private final @Nullable String[][] texts;
    private int rows;
    private int room;
    private long textBytes;

    /** Empty. */
    public Block(Table table) {
        this.table = table;
        int columns = table.columns().size();
        words = new long[columns][];
        texts = new String[columns][];
        for (int i = 0; i < columns; i++) {
            words[i] = NO_WORDS;
            texts[i] = NO_TEXTS;
        }
    }

    /** Of which table. */
    public Table table() {
        return table;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** The words of a column, by row; of which the first {@link #rows()} count. Not a copy. */
    public long[] words(int column) {
        return words[column];
    }

    /** The texts of a column, by row; of which the first {@link #rows()} count. Not a copy. */
    public @Nullable String[] texts(int column) {
        return texts[column];
    }

    /** The text of a column that is not optional. */
    public String text(int column, int row) {
        String text = texts[column][row];
        if (text == null) {
            throw new IllegalStateException(
                    "column " + table.columns().get(column).name() + " of " + table + " is null, which it cannot be");
        }
        return text;
    }

    /** The double of a column of {@link ColumnType#REAL}; NaN for null. */
    public double real(int column, int row) {
        return Double.longBitsToDouble(words[column][row]);
    }

    /** Sets a word of the row that is being made. */
    public void word(int column, long value) {
        room();
        words[column][rows] = value;
    }

    /** Sets a text of the row that is being made. */
    public void text(int column, @Nullable String value) {
        room();
        texts[column][rows] = value;
        textBytes += value == null ? 0 : TEXT_BYTES + value.length();
    }

    /** About how much memory the rows take that were made by {@link #word} and {@link #text}, bytes. */
    public long bytes() {
        return (long) rows * table.columns().size() * Long.BYTES + textBytes;
    }

    /** Ends the row that was made. All its columns must have been set. */
    public void endRow() {
        rows++;
    }

    /** Makes room for so many rows in all; their words are 0 and their texts null until they are set. */
    public void reserve(int size) {
        if (size > room) {
            grow(size);
        }
    }

    /** Ends rows that were set in the arrays themselves; there must be room for them. */
    public void endRows(int more) {
        rows += more;
    }

    /**
     * Adds rows whose values are set afterwards, in the arrays of {@link #words} and {@link #texts}.
     *
     * @return the place of the first one
     */
    public int extend(int count) {
        if (rows + count > room) {
            grow(Math.max(FIRST, Math.max(room * 2, rows + count)));
        }
        rows += count;
        return rows - count;
    }

    /** Forgets all rows. */
    public void clear() {
        for (String[] column : texts) {
            Arrays.fill(column, 0, Math.min(rows, column.length), null);
        }
        rows = 0;
        textBytes = 0;
    }

    private void room() {
        if (rows == room) {
            grow(Math.max(FIRST, room * 2));
        }
    }

    private void grow(int size) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().isWord()) {
                words[i] = Arrays.copyOf(words[i], size);
            } else {
                texts[i] = Arrays.copyOf(texts[i], size);
            }
        }
        room = size;
    }
}
