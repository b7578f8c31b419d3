package io.ttquant.core.storage.write;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that takes what was given out of the queues, puts it into the backlog batch by batch, and spools what gets old there. */
final class Gather {
    private static final Logger LOG = LoggerFactory.getLogger(Gather.class);
    /** So many at once, and more is coming so fast that there is no rest. */
    private static final int RUSH = 1_000;
    /** Each look at the queues takes their ends out of the memory of the processor that trades, so there are few. */
    private static final long REST_NANOS = 1_000_000;

    private static final long IDLE_REST_NANOS = 2_000_000;
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    /** A turn that takes so long stands still. */
    private static final long STALL_NANOS = 1_000_000_000;

    private final Intake intake;
    private final Backlog backlog;
    private final SpoolKeeper spool;
    private final WriterSettings settings;
    private final Counters counters;
    private final Collector collector;
    private final Queue<Flush> flushes = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile long turnedNanos = StoreClock.nanos();
    private long sinceMillis;
    private long sinceNanos;
    private long triedNanos = StoreClock.nanos();

    Gather(Intake intake, Backlog backlog, SpoolKeeper spool, WriterSettings settings, Counters counters) {
        this.intake = intake;
        this.backlog = backlog;
        this.spool = spool;
        this.settings = settings;
        this.counters = counters;
        collector = new Collector(intake, settings.batch(), settings.batchBytes());
        thread = new Thread(this::run, "ttquant-store-queue");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Lets a latch go down when all that was given before is in the database. */
    void flush(CountDownLatch latch, long given) {
        flushes.add(new Flush(latch, given));
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closing) {
            long rest = turn();
            if (rest > 0) {
                LockSupport.parkNanos(rest);
            }
        }
    }

    /** For how long nothing was taken out of queues that hold something, because the spool's disk stands still or the thread is gone; nanoseconds, 0 if it goes on. */
    long stalledNanos() {
        long stalled = StoreClock.nanos() - turnedNanos;
        return stalled > STALL_NANOS && intake.fill() > 0 ? stalled : 0;
    }

    /** Takes what there is; how long to rest after it, nanoseconds. */
    private long turn() {
        turnedNanos = StoreClock.nanos();
        try {
            int worked = hasRoom() ? collect() : 0;
            boolean isMore = flushed() || collector.isFull() || worked >= RUSH;
            if (collector.isFull() || isDue()) {
                seal();
            }
            spoolWhatIsOld();
            if (isMore) {
                return 0;
            }
            return worked > 0 ? REST_NANOS : IDLE_REST_NANOS;
        } catch (RuntimeException | Error e) {
            // Without this thread nothing would be kept any more, and nobody would be told.
            LOG.error("taking entries from the queue failed; it goes on", e);
            return IDLE_REST_NANOS;
        }
    }

    /** Whether all was taken that somebody waits for. */
    private boolean flushed() {
        Flush flush = flushes.peek();
        if (flush == null || taken() < flush.given()) {
            return false;
        }
        flushes.remove();
        seal();
        backlog.await(flush.latch());
        return true;
    }

    private boolean hasRoom() {
        return backlog.unspooled() < settings.memory() && backlog.bytes() < settings.memoryBytes();
    }

    private int collect() {
        boolean wasEmpty = collector.entries() == 0;
        int worked = collector.collect();
        if (wasEmpty && collector.entries() > 0) {
            sinceMillis = StoreClock.millis();
            sinceNanos = StoreClock.nanos();
            counters.collectingSinceMillis = sinceMillis;
        }
        return worked;
    }

    private boolean isDue() {
        return backlog.isEmpty() && StoreClock.nanos() - sinceNanos >= settings.lingerMillis() * NANOS_OF_A_MILLI;
    }

    private void seal() {
        if (collector.entries() == 0) {
            return;
        }
        backlog.add(collector.take(sinceMillis));
        counters.collectingSinceMillis = Long.MAX_VALUE;
    }

    private void spoolWhatIsOld() {
        long since = backlog.sinceMillis();
        if (since == Long.MAX_VALUE) {
            spool.trim();
            return;
        }
        long ageMillis = Math.max(StoreClock.millis() - since, backlog.hereNanos() / NANOS_OF_A_MILLI);
        boolean isOld = ageMillis >= settings.spoolAfterMillis();
        boolean isDue = isOld || isHalfFull();
        long now = StoreClock.nanos();
        if (isDue && now - triedNanos >= pauseMillis() * NANOS_OF_A_MILLI) {
            if (isOld) {
                seal();
            }
            triedNanos = now;
            spool.keep();
        }
    }

    /** The disk is not forced for each entry of an outage, unless the memory fills up. */
    private long pauseMillis() {
        return isHalfFull() ? 10 : Math.min(200, settings.spoolAfterMillis());
    }

    private boolean isHalfFull() {
        return backlog.unspooled() >= settings.memory() / 2 || backlog.bytes() >= settings.memoryBytes() / 2;
    }

    /** How much of what was given was taken out of the queues; never too high. */
    private long taken() {
        long done = counters.done.get();
        return done + backlog.entries() + collector.entries() - counters.recovered.get();
    }

    private void takeAll() {
        while (taken() < intake.given()) {
            collect();
            if (collector.isFull()) {
                seal();
            }
        }
        seal();
        while (true) {
            Flush flush = flushes.poll();
            if (flush == null) {
                return;
            }
            backlog.await(flush.latch());
        }
    }

    /** Ends the thread, takes what is left, and waits until the database or at least the spool has it. */
    void close(Feed feed) {
        closing = true;
        try {
            join();
            takeAll();
            // Before the wait: whoever ends the process during it loses nothing then.
            spool.keep();
            CountDownLatch written = new CountDownLatch(1);
            backlog.await(written);
            feed.finish(written, settings.closeMillis());
            if (!backlog.isEmpty() && !spool.keep()) {
                LOG.error(
                        "{} entries could neither be written to the database nor to the spool, and are lost",
                        backlog.unspooled());
            }
        } finally {
            spool.close();
        }
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Flush(CountDownLatch latch, long given) {}
}
