package io.ttquant.backtest;

import java.util.AbstractList;
import java.util.Objects;
import java.util.function.IntFunction;

/** Rows that are made when asked for and not kept, so that a report of millions of orders costs no memory of its own. */
final class MappedList<T> extends AbstractList<T> {
    private final int size;
    private final IntFunction<T> row;

    MappedList(int size, IntFunction<T> row) {
        this.size = size;
        this.row = row;
    }

    @Override
    public T get(int index) {
        return row.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
