package io.ttquant.core.storage.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Entries of any threads on their way to one, which never wait for each other. To give one costs a compare-and-set of a number that only those who give write, and a
 * store: nothing that the other side writes is read before the ring looks full, since that would cost a thread that trades a look into the memory of another processor.
 */
final class EntryRing {
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Collected[].class);
    private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(long[].class);
    /** Places so far from each other and from the ends that no two of both sides share a line of a cache. */
    private static final int GIVEN = 32;

    private static final int SEEN = 33;
    private static final int TAKEN = 64;
    private static final int PLACES_IN_ALL = 96;

    private final @Nullable Collected[] slots;
    private final long[] places = new long[PLACES_IN_ALL];
    private final int mask;
    private final int most;

    /** Empty, with room for so many. */
    EntryRing(int most) {
        int rounded = Integer.highestOneBit(Math.max(2, most - 1)) * 2;
        slots = new Collected[rounded];
        mask = rounded - 1;
        this.most = most;
    }

    int capacity() {
        return most;
    }

    /** Gives one; false if there is no room. From any thread. */
    boolean offer(Collected entry) {
        long mine = given();
        do {
            if (mine - (long) PLACES.getAcquire(places, SEEN) >= most && mine - lookAtTaken() >= most) {
                return false;
            }
            long seen = (long) PLACES.compareAndExchange(places, GIVEN, mine, mine + 1);
            if (seen == mine) {
                SLOTS.setRelease(slots, (int) mine & mask, entry);
                return true;
            }
            mine = seen;
        } while (true);
    }

    private long lookAtTaken() {
        long taken = taken();
        PLACES.setRelease(places, SEEN, taken);
        return taken;
    }

    /** The next one; null if there is none, or it is being put down at this moment. For the one that takes. */
    @Nullable
    Collected poll() {
        long next = places[TAKEN];
        int slot = (int) next & mask;
        Collected entry = (Collected) SLOTS.getAcquire(slots, slot);
        if (entry != null) {
            slots[slot] = null;
            PLACES.setRelease(places, TAKEN, next + 1);
        }
        return entry;
    }

    /** How many were given. From any thread. */
    long given() {
        return (long) PLACES.getAcquire(places, GIVEN);
    }

    /** How many were taken. From any thread. */
    long taken() {
        return (long) PLACES.getAcquire(places, TAKEN);
    }

    /** How many wait. From any thread; never too few. */
    long waiting() {
        long taken = taken();
        return given() - taken;
    }
}
