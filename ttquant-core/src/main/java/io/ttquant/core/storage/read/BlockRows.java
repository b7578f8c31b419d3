package io.ttquant.core.storage.read;

import io.ttquant.api.storage.Rows;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Database;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/** Chunks of columns as lists that make their elements when they are asked for. */
final class BlockRows<T> implements Rows<T> {
    /** Makes an element of a row. */
    interface Row<T> {
        T of(Block block, int row);
    }

    private final Database database;
    private final Chunks chunks;
    private final Row<T> row;

    BlockRows(Database database, Chunks chunks, Row<T> row) {
        this.database = database;
        this.chunks = chunks;
        this.row = row;
    }

    @Override
    public List<T> next() {
        try {
            return new Elements<>(chunks.next(), row);
        } catch (SQLException e) {
            throw Unreadable.of(database, e);
        }
    }

    @Override
    public void close() {
        chunks.close();
    }

    private static final class Elements<T> extends AbstractList<T> {
        private final Block block;
        private final Row<T> row;

        Elements(Block block, Row<T> row) {
            this.block = block;
            this.row = row;
        }

        @Override
        public T get(int index) {
            return row.of(block, Objects.checkIndex(index, block.rows()));
        }

        @Override
        public int size() {
            return block.rows();
        }
    }
}
