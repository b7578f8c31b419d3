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
    private final int entries;
    private final List<CountDownLatch> waiting = new ArrayList<>();
    private @Nullable Batch batch;
    private @Nullable SpoolPlace place;
    private boolean isDone;

    private Chunk(long sinceMillis, int entries, @Nullable Batch batch, @Nullable SpoolPlace place) {
        this.sinceMillis = sinceMillis;
        this.entries = entries;
        this.batch = batch;
        this.place = place;
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

    int entries() {
        return entries;
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
