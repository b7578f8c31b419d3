package io.ttquant.core.storage.write;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.storage.StorageMeter;
import io.ttquant.api.storage.StorageState;
import io.ttquant.core.storage.spool.Spool;
import java.util.function.LongSupplier;

/** Reads the counters. Safe from any thread. */
final class Meter implements StorageMeter {
    static final int WORDS_OF_A_TICK = 11;
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    /** A batch that is written for so long is worth a word. */
    private static final long LONG_NANOS = 25 * NANOS_OF_A_MILLI;
    /** A database that is at one batch for so long is as good as gone, though it has not failed. */
    private static final long HUNG_NANOS = 10_000 * NANOS_OF_A_MILLI;

    private final Intake intake;
    private final Backlog backlog;
    private final Spool spool;
    private final Counters counters;
    private final Trouble trouble;
    private final LongSupplier stalledNanos;

    /** With how long nothing was taken out of queues that hold something. */
    Meter(Intake intake, Backlog backlog, Spool spool, Counters counters, Trouble trouble, LongSupplier stalledNanos) {
        this.intake = intake;
        this.backlog = backlog;
        this.spool = spool;
        this.counters = counters;
        this.trouble = trouble;
        this.stalledNanos = stalledNanos;
    }

    @Override
    public StorageState state() {
        long queued = queued();
        return new StorageState(
                queued,
                queued == 0 ? 0 : Math.max(1, oldestNanos()),
                counters.stored.get(),
                counters.repeated.get(),
                counters.conflicts.get(),
                sentence(queued));
    }

    private String sentence(long queued) {
        long stalled = stalledNanos.getAsLong();
        String known = stalled == 0
                ? trouble.sentence()
                : Trouble.both(
                        trouble.sentence(),
                        "nothing was taken out of the queue for " + stalled / NANOS_OF_A_MILLI
                                + " ms; is the disk of the spool hung?");
        long nanos = writingNanos();
        if (!known.isEmpty() || queued == 0) {
            return known;
        }
        return nanos < LONG_NANOS ? "" : "the database has been at one batch for " + nanos / NANOS_OF_A_MILLI + " ms";
    }

    /** For how long it has been at one batch; 0 if it is at none. */
    private long writingNanos() {
        return counters.writing ? Math.max(0, StoreClock.nanos() - counters.writingSinceNanos) : 0;
    }

    @Override
    public boolean isUp() {
        return !trouble.isOfDatabase() && writingNanos() < HUNG_NANOS;
    }

    @Override
    public long queued() {
        return Math.max(0, intake.given() + counters.recovered.get() - counters.done.get());
    }

    @Override
    public long oldestNanos() {
        long since = Math.min(backlog.sinceMillis(), counters.collectingSinceMillis);
        long waits = since == Long.MAX_VALUE ? 0 : Math.max(0, StoreClock.millis() - since) * NANOS_OF_A_MILLI;
        // What stands in the queues is not known to be old until it is taken out, and must not look young meanwhile;
        // nor
        // must what waits when the time of the machine is put back.
        return Math.max(waits, Math.max(stalledNanos.getAsLong(), backlog.hereNanos()));
    }

    @Override
    public double queueFill() {
        return intake.fill();
    }

    @Override
    public long refused() {
        return intake.refused();
    }

    @Override
    public long stored() {
        return counters.stored.get();
    }

    @Override
    public long repeated() {
        return counters.repeated.get();
    }

    @Override
    public long conflicts() {
        return counters.conflicts.get();
    }

    @Override
    public long batches() {
        return counters.batches.get();
    }

    @Override
    public long lastBatch() {
        return counters.lastBatch.get();
    }

    @Override
    public long writeNanos() {
        return counters.writeNanos.get();
    }

    @Override
    public Distribution writeTimes() {
        return counters.writeTimes.distribution();
    }

    @Override
    public long longestWriteNanos() {
        return counters.longestNanos.get();
    }

    @Override
    public long errors() {
        return counters.errors.get();
    }

    @Override
    public long unknownOutcomes() {
        return counters.unknown.get();
    }

    @Override
    public long queueCapacity() {
        return intake.capacity();
    }

    @Override
    public long connections() {
        return counters.connections.get();
    }

    @Override
    public long spoolBytes() {
        return spool.bytes();
    }

    @Override
    public long spoolLimitBytes() {
        return spool.limitBytes();
    }

    @Override
    public long spooled() {
        return counters.spooled.get();
    }

    @Override
    public long spoolErrors() {
        return counters.spoolErrors.get();
    }
}
