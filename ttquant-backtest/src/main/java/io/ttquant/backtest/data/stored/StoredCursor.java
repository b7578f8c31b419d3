package io.ttquant.backtest.data.stored;

import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Replays events of one kind as they come out of a storage, chunk by chunk. */
final class StoredCursor<T> implements EventSource.Cursor {
    private final Rows<Kept<T>> rows;
    private final ToLongFunction<T> time;
    private final Consumer<T> sink;
    private List<Kept<T>> chunk = List.of();
    private int next;
    private @Nullable T event;
    private long nextNanos = EpochNanos.NEVER;

    /**
     * At the first event.
     *
     * @param rows closed with this
     * @param time of an event
     * @param sink takes an event
     */
    StoredCursor(Rows<Kept<T>> rows, ToLongFunction<T> time, Consumer<T> sink) {
        this.rows = rows;
        this.time = time;
        this.sink = sink;
        boolean isOpen = false;
        try {
            chunk = rows.next();
            look();
            isOpen = true;
        } finally {
            if (!isOpen) {
                rows.close();
            }
        }
    }

    /** Makes the next event, once. */
    private void look() {
        if (next == chunk.size() && !chunk.isEmpty()) {
            chunk = rows.next();
            next = 0;
        }
        if (chunk.isEmpty()) {
            event = null;
            nextNanos = EpochNanos.NEVER;
        } else {
            T made = chunk.get(next++).event();
            event = made;
            nextNanos = time.applyAsLong(made);
        }
    }

    @Override
    public long nextNanos() {
        return nextNanos;
    }

    @Override
    public boolean isBeginning() {
        return false;
    }

    @Override
    public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
        // As for events in memory: at the limit's own time one comes before what begins.
        long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
        long count = 0;
        for (T each = event; each != null && nextNanos <= limit; each = event) {
            sink.accept(each);
            count++;
            look();
        }
        return count;
    }

    @Override
    public void close() {
        rows.close();
        chunk = List.of();
        next = 0;
        event = null;
        nextNanos = EpochNanos.NEVER;
    }
}
