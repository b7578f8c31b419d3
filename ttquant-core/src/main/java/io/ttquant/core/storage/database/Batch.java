package io.ttquant.core.storage.database;

import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import java.util.List;

/** Rows that are written in one transaction: a block for each table, in the order of the schema. Within a block rows stand in the order in which they were given. */
public final class Batch {
    private final List<Block> blocks;

    /** Empty. */
    public Batch(Schema schema) {
        this(schema.tables().stream().map(Block::new).toList());
    }

    private Batch(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** The instruments and runs among its rows, to which the others refer; a view. */
    public Batch registers() {
        return new Batch(blocks.stream().filter(Batch::isRegister).toList());
    }

    /** All rows but the {@link #registers()}; a view. */
    public Batch entries() {
        return new Batch(blocks.stream().filter(block -> !isRegister(block)).toList());
    }

    private static boolean isRegister(Block block) {
        String table = block.table().name();
        return table.equals(MarketTables.INSTRUMENTS.name()) || table.equals(RunTables.RUNS.name());
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
        return blocks.stream().mapToInt(Block::rows).sum();
    }

    /** About how much memory its rows take, bytes; see {@link Block#bytes}. */
    public long bytes() {
        long bytes = 0;
        for (Block block : blocks) {
            bytes += block.bytes();
        }
        return bytes;
    }

    /** Forgets all rows. */
    public void clear() {
        blocks.forEach(Block::clear);
    }
}
