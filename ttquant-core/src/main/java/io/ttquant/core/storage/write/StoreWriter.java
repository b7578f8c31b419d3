package io.ttquant.core.storage.write;

import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageState;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.spool.Spool;
import io.ttquant.core.storage.spool.SpoolPlace;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes in the background: one thread takes what was given out of the queues and spools what gets old, another brings it into the database. Whoever gives waits for
 * neither.
 */
public final class StoreWriter implements AutoCloseable {
    private static final double HALF = 0.5;
    private static final long LOOK_NANOS = 50_000;

    private final Intake intake;
    private final Backlog backlog;
    private final Counters counters = new Counters();
    private final Trouble trouble = new Trouble();
    private final MarketLane market;
    private final Gather gather;
    private final Feed feed;
    private final Meter meter;
    private boolean closed;

    private StoreWriter(Database database, Spool spool, WriterSettings settings) {
        intake = new Intake(
                settings.queueTicks() * Meter.WORDS_OF_A_TICK, settings.queueEntries(), settings.queueBytes());
        market = new MarketLane(intake);
        backlog = new Backlog(settings.keptBytes());
        for (SpoolPlace place : spool.recovered()) {
            backlog.add(Chunk.inSpool(place));
            counters.recovered.addAndGet(place.entries());
        }
        SpoolKeeper keeper = new SpoolKeeper(spool, backlog, counters, trouble);
        gather = new Gather(intake, backlog, keeper, settings, counters);
        feed = new Feed(database, backlog, spool, counters, trouble);
        meter = new Meter(intake, backlog, spool, counters, trouble, gather::stalledNanos);
    }

    /** Starts writing; first what the spool has from earlier. The spool is closed with the writer, the database is not. */
    public static StoreWriter start(Database database, Spool spool, WriterSettings settings) {
        StoreWriter writer = new StoreWriter(database, spool, settings);
        writer.gather.start();
        writer.feed.start();
        return writer;
    }

    /** Where market data goes; for one thread at a time. */
    public MarketWriter market() {
        intake.open();
        return market;
    }

    /** Where what a run does goes; for one thread at a time. */
    public RunWriter run(RunRecord run) {
        intake.register(new Collected.ARun(run));
        return new RunLane(intake, run.id());
    }

    /** How writing stands. */
    public StorageState state() {
        return meter.state();
    }

    /** The counters behind it. */
    public StorageMeter meter() {
        return meter;
    }

    /** Waits until all that was given before is in the database; false if that did not happen in time. */
    public boolean flush(Duration atMost) {
        CountDownLatch latch = new CountDownLatch(1);
        gather.flush(latch, intake.given());
        return await(latch, atMost.toNanos());
    }

    /** Waits until the queues are at most half full; false if that did not happen in time. */
    public boolean awaitRoom(Duration atMost) {
        long until = StoreClock.nanos() + atMost.toNanos();
        while (intake.fill() > HALF) {
            if (StoreClock.nanos() - until > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    private static boolean await(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes nothing more, writes out what there is, or spools it if the database does not take it in time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        intake.close();
        gather.close(feed);
    }
}
