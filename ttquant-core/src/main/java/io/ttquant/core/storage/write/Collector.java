package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.rows.MarketRows;
import io.ttquant.core.storage.rows.RunRows;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes entries from the queues into a batch. For one thread. */
final class Collector {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Block[] NONE = {};
    private static final int BYTES_OF_A_TICK = Meter.WORDS_OF_A_TICK * Long.BYTES;

    private final Intake intake;
    private final int most;
    private final long mostBytes;
    private Batch batch = new Batch(Schema.CURRENT);
    private Block[] ticks = NONE;
    private int entries;

    /**
     * Empty.
     *
     * @param most how many entries a batch has at most
     * @param mostBytes how much memory they take at most, bytes, but for the last
     */
    Collector(Intake intake, int most, long mostBytes) {
        this.intake = intake;
        this.most = most;
        this.mostBytes = mostBytes;
        start();
    }

    private void start() {
        batch = new Batch(Schema.CURRENT);
        ticks = new Block[Schema.CURRENT.tables().size()];
        for (int table : new int[] {MarketLane.TRADES, MarketLane.QUOTES}) {
            ticks[table] = batch.block(table);
        }
        entries = 0;
    }

    /** Takes what waits, until the batch is full; how many that were. */
    int collect() {
        int before = entries;
        // An instrument stands before its first tick, so what is read first must have been written first.
        WordRing ring = intake.ticks();
        boolean waits = ring.hasNext();
        others();
        if (waits) {
            ticks(ring);
        }
        return entries - before;
    }

    private void ticks(WordRing ring) {
        long fit = (mostBytes - batch.bytes()) / BYTES_OF_A_TICK;
        long last = Math.min(most, entries + Math.max(0, fit));
        while (entries < last && ring.hasSeen()) {
            Block block = ticks[(int) ring.take()];
            int columns = block.table().columns().size();
            for (int i = 0; i < columns; i++) {
                block.word(i, ring.take());
            }
            block.endRow();
            entries++;
        }
        ring.release();
    }

    /** What registers may have been given after some of the others, but never after those that refer to it. */
    private void others() {
        EntryLine others = intake.others();
        long last = others.given();
        for (Collected next = intake.pollRegister(); next != null; next = intake.pollRegister()) {
            tryToAdd(next);
            entries++;
        }
        while (!isFull() && others.taken() < last) {
            Collected next = others.poll();
            if (next == null) {
                return;
            }
            tryToAdd(next);
            intake.taken(next);
            entries++;
        }
    }

    /** What cannot be a row, such as a text that is null, must not stop what can. */
    private void tryToAdd(Collected next) {
        try {
            add(next);
        } catch (RuntimeException | Error e) {
            // An error of the caller's own code too: this thread must not end of it.
            intake.refuse();
            LOG.error("{} cannot be kept", next, e);
        }
    }

    private void add(Collected next) {
        if (next instanceof Collected.AnEntry entry) {
            RunRows.entry(entry.run(), entry.entry().get(), batch);
        } else if (next instanceof Collected.ABar bar) {
            MarketRows.bar(bar.bar(), bar.number(), block(MarketTables.BARS));
        } else if (next instanceof Collected.ABook book) {
            MarketRows.book(book.book(), book.number(), block(MarketTables.BOOKS));
        } else if (next instanceof Collected.AFundingRate rate) {
            MarketRows.funding(rate.rate(), rate.number(), block(MarketTables.FUNDING_RATES));
        } else if (next instanceof Collected.AnInstrument instrument) {
            MarketRows.instrument(instrument.id(), block(MarketTables.INSTRUMENTS));
        } else if (next instanceof Collected.ARun run) {
            RunRows.run(run.run(), batch);
        }
    }

    private Block block(Table table) {
        return batch.block(Schema.CURRENT.indexOf(table));
    }

    int entries() {
        return entries;
    }

    boolean isFull() {
        return entries >= most || batch.bytes() > mostBytes - BYTES_OF_A_TICK;
    }

    /** Gives the batch away, and begins another. */
    Chunk take(long sinceMillis) {
        Chunk chunk = Chunk.inMemory(batch, entries, sinceMillis);
        start();
        return chunk;
    }
}
