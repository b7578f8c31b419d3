package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.Schema;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that are written in one transaction: a block for each table, in the order of the schema. Within a block rows stand in the order in which they were given. */
public final class Batch {
    private final List<Block> blocks;

    /** Empty. */
    public Batch(Schema schema) {
        blocks = schema.tables().stream().map(Block::new).toList();
    }

    /** The block of a table, by the table's place in the schema. */
    public Block block(int table) {
        return blocks.get(table);
    }

    /** The blocks that have rows, in the order of the schema. */
    public List<Block> blocks() {
        return blocks.stream().filter(block -> block.rows() > 0).toList();
    }

    /** How many rows there are in all. */
    public int rows() {
        return IntStream.range(0, blocks.size()).map(i -> blocks.get(i).rows()).sum();
    }

    /** Forgets all rows. */
    public void clear() {
        blocks.forEach(Block::clear);
    }
}
