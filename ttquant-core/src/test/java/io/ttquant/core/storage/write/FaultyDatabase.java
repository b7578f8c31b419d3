package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A database in memory that fails as a seed says: refuses connections, forgets a batch, or has it and says that it failed. */
final class FaultyDatabase implements Database {
    private final SplittableRandom random;
    private final int percent;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private volatile boolean gone;
    private final AtomicBoolean failsOnce = new AtomicBoolean();
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    FaultyDatabase(long seed, int percent) {
        random = new SplittableRandom(seed);
        this.percent = percent;
    }

    void gone(boolean isGone) {
        gone = isGone;
    }

    /** It has the next batch, and says that it failed. */
    void failAfterTheNextCommit() {
        failsOnce.set(true);
    }

    /** What is written hangs until the latch goes down. */
    void hang(CountDownLatch until) {
        hanging = until;
    }

    /** The keys of a table, in the order in which they were stored. */
    synchronized List<String> keys(String table) {
        return rows.keySet().stream()
                .filter(key -> key.startsWith(table + ":"))
                .map(key -> key.substring(table.length() + 1))
                .toList();
    }

    @Override
    public String name() {
        return "faulty database";
    }

    @Override
    public Dialect dialect() {
        throw new UnsupportedOperationException("it speaks no SQL");
    }

    @Override
    public void migrate(Schema schema) {}

    @Override
    public void claim(String run) {}

    @Override
    public Session connect() throws SQLException {
        if (gone || happens()) {
            throw new SQLException("connection refused");
        }
        return new Session() {
            private boolean isCommitting;

            @Override
            public Applied apply(Batch batch) throws SQLException {
                write();
                isCommitting = true;
                Applied applied = store(batch);
                if (failsOnce.getAndSet(false) || happens()) {
                    throw new SQLException("connection reset after the commit");
                }
                isCommitting = false;
                return applied;
            }

            @Override
            public boolean isCommitting() {
                return isCommitting;
            }

            @Override
            public void close() {}
        };
    }

    private void write() throws SQLException {
        await();
        if (gone || happens()) {
            throw new SQLException("connection reset before the commit");
        }
    }

    private void await() throws SQLException {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", e);
        }
    }

    private synchronized Applied store(Batch batch) {
        long stored = 0;
        long repeated = 0;
        for (Block block : batch.blocks()) {
            for (int row = 0; row < block.rows(); row++) {
                if (rows.putIfAbsent(block.table() + ":" + key(block, row), "") == null) {
                    stored++;
                } else {
                    repeated++;
                }
            }
        }
        return new Applied(stored, repeated, 0);
    }

    private static String key(Block block, int row) {
        List<String> parts = new ArrayList<>();
        for (String column : block.table().key()) {
            int i = block.table().indexOf(column);
            boolean word = block.table().columns().get(i).type().isWord();
            parts.add(word ? Long.toString(block.words(i)[row]) : block.text(i, row));
        }
        return String.join("/", parts);
    }

    private synchronized boolean happens() {
        return random.nextInt(100) < percent;
    }

    @Override
    public Connection reader() throws SQLException {
        throw new SQLException("it cannot be read");
    }

    @Override
    public void close() {}
}
