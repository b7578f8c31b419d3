package io.ttquant.backtest.data;

import io.ttquant.api.money.FixedPoint;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in columns. A small one is filled, checked and handed on while it is still in the cache; a large one holds a whole file. */
final class RowBlock {
    /** Rows of a small block. */
    static final int CAPACITY = 4096;

    private final long[] @Nullable [] columns = new long[Field.COUNT][];
    private int capacity;
    int size;
    int priceScale;
    int quantityScale;
    /** The line of the first row, or 0 if the rows are in another order than the lines. */
    long firstLine;

    RowBlock(List<Field> fields, int capacity) {
        this.capacity = capacity;
        for (Field field : fields) {
            columns[field.ordinal()] = new long[capacity];
        }
    }

    boolean has(Field field) {
        return columns[field.ordinal()] != null;
    }

    /** A column that the block has. */
    long[] column(Field field) {
        long[] column = columns[field.ordinal()];
        if (column == null) {
            throw new IllegalStateException("no column " + field);
        }
        return column;
    }

    /** The line of a row, or 0 if it is not known. */
    long line(int row) {
        return firstLine == 0 ? 0 : firstLine + row;
    }

    /** The rows of a column without the room behind them. */
    long[] trimmed(Field field) {
        return has(field) ? Arrays.copyOf(column(field), size) : new long[size];
    }

    /**
     * Adds the rows of another block, at the larger scales of the two.
     *
     * @throws ArithmeticException if a value does not fit
     */
    void append(RowBlock other) {
        rescale(other.priceScale, other.quantityScale);
        reserve(size + other.size);
        for (int i = 0; i < Field.COUNT; i++) {
            long[] column = columns[i];
            if (column != null && other.has(Field.of(i))) {
                System.arraycopy(other.column(Field.of(i)), 0, column, size, other.size);
            }
        }
        size += other.size;
    }

    private void reserve(int rows) {
        if (rows <= capacity) {
            return;
        }
        capacity = Math.max(rows, capacity + (capacity >> 1));
        for (int i = 0; i < Field.COUNT; i++) {
            long[] column = columns[i];
            if (column != null) {
                columns[i] = Arrays.copyOf(column, capacity);
            }
        }
    }

    /**
     * Brings the rows to larger scales.
     *
     * @throws ArithmeticException if a value does not fit
     */
    void rescale(int price, int quantity) {
        for (int i = 0; i < Field.COUNT; i++) {
            long[] column = columns[i];
            Field field = Field.of(i);
            if (column != null && field.isPrice()) {
                rescale(column, price - priceScale);
            } else if (column != null && field.isQuantity()) {
                rescale(column, quantity - quantityScale);
            }
        }
        priceScale = price;
        quantityScale = quantity;
    }

    private void rescale(long[] column, int digits) {
        if (digits == 0) {
            return;
        }
        long factor = FixedPoint.pow10(digits);
        for (int i = 0; i < size; i++) {
            column[i] = Math.multiplyExact(column[i], factor);
        }
    }

    /** Puts the rows into another order: row {@code order[i]} becomes row {@code i}. */
    void arrange(int[] order) {
        for (int c = 0; c < Field.COUNT; c++) {
            long[] column = columns[c];
            if (column != null) {
                long[] arranged = new long[column.length];
                for (int i = 0; i < size; i++) {
                    arranged[i] = column[order[i]];
                }
                columns[c] = arranged;
            }
        }
        firstLine = 0;
    }

    /** Moves a row to an earlier place. */
    void move(int from, int to) {
        for (long[] column : columns) {
            if (column != null) {
                column[to] = column[from];
            }
        }
    }
}
