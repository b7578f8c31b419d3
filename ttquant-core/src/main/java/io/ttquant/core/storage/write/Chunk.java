package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.spool.SpoolPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Entries on their way into the database together: in memory, in the spool, or both. Guarded by the {@link Backlog}. */
final class Chunk {
    private final long sinceMillis;
    /** By the clock that no step of the time of the machine moves. */
    private final long madeNanos = StoreClock.nanos();

    private final int entries;
    private final long bytes;
    private final List<CountDownLatch> waiting = new ArrayList<>();
    private @Nullable Batch batch;
    private @Nullable SpoolPlace place;
    private boolean isDone;

    private Chunk(long sinceMillis, int entries, @Nullable Batch batch, @Nullable SpoolPlace place) {
        this.sinceMillis = sinceMillis;
        this.entries = entries;
        this.batch = batch;
        this.place = place;
        bytes = batch == null ? 0 : batch.bytes();
    }

    static Chunk inMemory(Batch batch, int entries, long sinceMillis) {
        return new Chunk(sinceMillis, entries, batch, null);
    }

    static Chunk inSpool(SpoolPlace place) {
        return new Chunk(place.sinceMillis(), place.entries(), null, place);
    }

    /** Since when the oldest entry waits, epoch milliseconds. */
    long sinceMillis() {
        return sinceMillis;
    }

    /** For how long it is here, nanoseconds; at most as long as its oldest entry waits. */
    long hereNanos() {
        return StoreClock.nanos() - madeNanos;
    }

    int entries() {
        return entries;
    }

    /** How much memory it takes at present, bytes, about; what is read back out of the spool does not count. */
    long bytesInMemory() {
        return batch == null ? 0 : bytes;
    }

    @Nullable
    Batch batch() {
        return batch;
    }

    @Nullable
    SpoolPlace place() {
        return place;
    }

    /** It is safe at a place in the spool. */
    void spooled(SpoolPlace where, boolean keepInMemory) {
        place = where;
        if (!keepInMemory) {
            batch = null;
        }
    }

    void await(CountDownLatch latch) {
        waiting.add(latch);
    }

    void done() {
        isDone = true;
        waiting.forEach(CountDownLatch::countDown);
    }

    boolean isDone() {
        return isDone;
    }
}
