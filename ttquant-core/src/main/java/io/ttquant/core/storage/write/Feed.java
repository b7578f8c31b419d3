package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.spool.Spool;
import io.ttquant.core.storage.spool.SpoolPlace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that brings the backlog into the database, chunk by chunk. What fails, or whose outcome is not known, is tried again until the database has it. */
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final long SHORTEST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 2_000;

    private final Database database;
    private final Backlog backlog;
    private final Spool spool;
    private final Counters counters;
    private final Trouble trouble;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean lastTry;
    private @Nullable Session session;

    Feed(Database database, Backlog backlog, Spool spool, Counters counters, Trouble trouble) {
        this.database = database;
        this.backlog = backlog;
        this.spool = spool;
        this.counters = counters;
        this.trouble = trouble;
        thread = new Thread(this::run, "ttquant-store-writer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (Chunk chunk = backlog.first(); chunk != null && stop.getCount() > 0; chunk = backlog.first()) {
                if (!bring(chunk)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the writer was told to end", e);
        } finally {
            closeSession();
            ended.countDown();
        }
    }

    /** Tries until the database has the chunk; false if the writer must end before. */
    private boolean bring(Chunk chunk) throws InterruptedException {
        long pause = SHORTEST_MILLIS;
        boolean again = false;
        while (!tried(chunk, again)) {
            again = true;
            if (lastTry || stop.await(pause, TimeUnit.MILLISECONDS)) {
                return false;
            }
            pause = Math.min(LONGEST_MILLIS, pause * 2);
        }
        return true;
    }

    private boolean tried(Chunk chunk, boolean again) {
        long from = StoreClock.nanos();
        counters.writingSinceNanos = from;
        counters.writing = true;
        try {
            Batch batch = load(chunk);
            Session open = session();
            Batch registers = batch.registers();
            if (registers.rows() > 0) {
                registered(open.apply(registers));
            }
            count(open.apply(batch.entries()), again);
            done(chunk, StoreClock.nanos() - from);
            return true;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            // Also when memory was short: without this thread nothing would be written until the next start.
            failed(e);
            return false;
        } finally {
            counters.writing = false;
        }
    }

    private Batch load(Chunk chunk) throws IOException {
        Batch batch = backlog.batch(chunk);
        SpoolPlace place = backlog.place(chunk);
        if (batch != null) {
            return batch;
        }
        if (place == null) {
            throw new IllegalStateException("a chunk must be in memory or in the spool");
        }
        return spool.read(place);
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null) {
            open = database.connect();
            session = open;
            counters.connections.incrementAndGet();
        }
        return open;
    }

    /** A run that is given with other parameters keeps its first ones; two instruments under one number would be a mishap. */
    private void registered(Applied applied) {
        if (applied.conflicts() > 0) {
            LOG.warn(
                    "{} runs or instruments are known in {} with another content; they are left as they were",
                    applied.conflicts(),
                    database.name());
        }
    }

    /** Of a batch given again because its outcome was not known, what is known is what was stored the first time. */
    private void count(Applied applied, boolean again) {
        boolean wasStored = again && applied.stored() == 0 && applied.conflicts() == 0;
        counters.stored.addAndGet(wasStored ? applied.repeated() : applied.stored());
        counters.repeated.addAndGet(wasStored ? 0 : applied.repeated());
        counters.conflicts.addAndGet(applied.conflicts());
        if (applied.conflicts() > 0) {
            LOG.warn(
                    "{} entries were given under keys that {} has with another content; they are left as they were",
                    applied.conflicts(),
                    database.name());
        }
    }

    private void done(Chunk chunk, long nanos) {
        counters.batches.incrementAndGet();
        counters.lastBatch.set(chunk.entries());
        counters.writeNanos.addAndGet(nanos);
        counters.writeTimes.record(nanos);
        counters.longestNanos.accumulateAndGet(nanos, Math::max);
        trouble.database("");
        SpoolPlace place = backlog.removeFirst(counters);
        if (place != null) {
            spool.release(place);
        }
    }

    private void failed(Throwable e) {
        String sentence = database.name() + " does not take what is written: " + Trouble.of(e);
        counters.errors.incrementAndGet();
        Session open = session;
        if (open != null && open.isCommitting()) {
            counters.unknown.incrementAndGet();
        }
        if (trouble.isNew(sentence)) {
            LOG.warn("{}; it is tried again", sentence, e);
        }
        trouble.database(sentence);
        closeSession();
    }

    private void closeSession() {
        Session open = session;
        session = null;
        Quietly.close(open);
    }

    /** Lets it write what there is, but not beyond a time; then it ends, or is left to itself if the database keeps it. */
    void finish(CountDownLatch written, long millis) {
        lastTry = true;
        backlog.close();
        try {
            if (!ended.await(written.getCount() == 0 ? LONGEST_MILLIS : millis, TimeUnit.MILLISECONDS)) {
                stop.countDown();
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
