package io.ttquant.core.storage.write;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.spool.SpoolPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The chunks that the database does not have yet, the oldest first. Safe from several threads; only the two of the writer wait for each other here. */
final class Backlog {
    /** How many of the oldest chunks stay in memory though the spool has them, so that writing goes on at once. */
    private static final int KEPT = 2;

    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final long mostBytesKept;
    private boolean closed;
    private long entries;
    private long unspooled;
    private long bytes;

    /**
     * Empty.
     *
     * @param mostBytesKept how much memory those chunks take at most, bytes: what the spool has must not leave what comes without room
     */
    Backlog(long mostBytesKept) {
        this.mostBytesKept = mostBytesKept;
    }

    synchronized void add(Chunk chunk) {
        chunks.addLast(chunk);
        entries += chunk.entries();
        unspooled += chunk.place() == null ? chunk.entries() : 0;
        bytes += chunk.bytesInMemory();
        notifyAll();
    }

    /** The oldest chunk, as soon as there is one; null once there is none and the backlog is closed. */
    synchronized @Nullable Chunk first() throws InterruptedException {
        while (chunks.isEmpty() && !closed) {
            wait();
        }
        return chunks.peekFirst();
    }

    /** The oldest chunk is in the database. Returns where it is in the spool, if it is. */
    synchronized @Nullable SpoolPlace removeFirst(Counters counters) {
        Chunk chunk = chunks.removeFirst();
        entries -= chunk.entries();
        unspooled -= chunk.place() == null ? chunk.entries() : 0;
        bytes -= chunk.bytesInMemory();
        counters.done.addAndGet(chunk.entries());
        chunk.done();
        return chunk.place();
    }

    synchronized boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many entries wait in it. */
    synchronized long entries() {
        return entries;
    }

    /** Since when its oldest entry waits, epoch milliseconds; {@link Long#MAX_VALUE} if none does. */
    synchronized long sinceMillis() {
        Chunk first = chunks.peekFirst();
        return first == null ? Long.MAX_VALUE : first.sinceMillis();
    }

    /** For how long its oldest chunk is here, whatever becomes of the time of the machine, nanoseconds; 0 if there is none. */
    synchronized long hereNanos() {
        Chunk first = chunks.peekFirst();
        return first == null ? 0 : first.hereNanos();
    }

    /** Lets a latch go down when the last chunk there is now is in the database; at once if there is none. */
    synchronized void await(CountDownLatch latch) {
        if (chunks.isEmpty()) {
            latch.countDown();
        } else {
            chunks.getLast().await(latch);
        }
    }

    /** How many entries the spool does not have. */
    synchronized long unspooled() {
        return unspooled;
    }

    /** How much memory it takes, bytes, about. */
    synchronized long bytes() {
        return bytes;
    }

    /** The chunks that the spool does not have, the oldest first; they are the youngest of all. */
    synchronized List<Chunk> notInSpool() {
        List<Chunk> found = new ArrayList<>();
        Iterator<Chunk> youngestFirst = chunks.descendingIterator();
        while (youngestFirst.hasNext()) {
            Chunk chunk = youngestFirst.next();
            if (chunk.place() != null) {
                break;
            }
            found.add(chunk);
        }
        Collections.reverse(found);
        return found;
    }

    /** Says that a chunk is safe at a place in the spool; false if the database has it meanwhile, so that the place is not needed. */
    synchronized boolean spooled(Chunk chunk, SpoolPlace place) {
        if (chunk.isDone()) {
            return false;
        }
        bytes -= chunk.bytesInMemory();
        chunk.spooled(place, staysInMemory(chunk));
        bytes += chunk.bytesInMemory();
        unspooled -= chunk.entries();
        return true;
    }

    /** Whether it is among the first, and small enough with those before it. */
    private boolean staysInMemory(Chunk chunk) {
        Iterator<Chunk> oldestFirst = chunks.iterator();
        long kept = 0;
        for (int i = 0; i < KEPT && oldestFirst.hasNext(); i++) {
            Chunk next = oldestFirst.next();
            kept += next.bytesInMemory();
            if (next == chunk) {
                return kept <= mostBytesKept;
            }
        }
        return false;
    }

    /** The batch of a chunk if it is in memory. */
    synchronized @Nullable Batch batch(Chunk chunk) {
        return chunk.batch();
    }

    /** Where a chunk is in the spool, if it is. */
    synchronized @Nullable SpoolPlace place(Chunk chunk) {
        return chunk.place();
    }

    /** Wakes whoever waits for the first chunk; no more will come. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
