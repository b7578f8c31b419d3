package io.ttquant.core.storage.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Entries of any threads on their way to one, which never wait for each other. To give one costs a compare-and-set of an end that only those who give write: nothing that the
 * other side writes is read before the line looks full, since that would cost a thread that trades a look into the memory of another processor. Entries hang on each other and
 * do not lie in a ring, because a ring is old when they are young, and the garbage collector wants to be told of each young thing in an old one.
 */
final class EntryLine {
    private static final VarHandle ENDS = MethodHandles.arrayElementVarHandle(Link[].class);
    private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(long[].class);
    /** Places so far from each other and from the ends of their arrays that no two of both sides share a line of a cache, nor references a card of G1 (512 bytes). */
    private static final int LAST = 32;

    private static final int FIRST = 192;
    private static final int ENDS_IN_ALL = 224;
    private static final int SEEN = 32;
    private static final int TAKEN = 64;
    private static final int PLACES_IN_ALL = 96;

    private final Link[] ends = new Link[ENDS_IN_ALL];
    private final long[] places = new long[PLACES_IN_ALL];
    private final int most;

    /** Empty, with room for so many. */
    EntryLine(int most) {
        this.most = most;
        Link none = new Link(null);
        ends[LAST] = none;
        ends[FIRST] = none;
    }

    int capacity() {
        return most;
    }

    /** Gives one; false if there is no room. From any thread. */
    boolean offer(Collected entry) {
        Link link = new Link(entry);
        Link last = last();
        do {
            long mine = last.number;
            if (mine - (long) PLACES.getAcquire(places, SEEN) >= most && mine - lookAtTaken() >= most) {
                return false;
            }
            link.number = mine + 1;
            Link seen = (Link) ENDS.compareAndExchange(ends, LAST, last, link);
            if (seen == last) {
                Link.NEXT.setRelease(last, link);
                return true;
            }
            last = seen;
        } while (true);
    }

    private Link last() {
        return (Link) ENDS.getAcquire(ends, LAST);
    }

    private long lookAtTaken() {
        long taken = taken();
        PLACES.setRelease(places, SEEN, taken);
        return taken;
    }

    /** The next one; null if there is none, or it is being put down at this moment. For the one that takes. */
    @Nullable
    Collected poll() {
        Link before = ends[FIRST];
        Link next = (Link) Link.NEXT.getAcquire(before);
        if (next == null) {
            return null;
        }
        Collected entry = next.entry;
        next.entry = null;
        // What was taken must not hold on to what comes after it: an old link would keep all those behind it alive.
        before.next = null;
        ends[FIRST] = next;
        PLACES.setRelease(places, TAKEN, next.number);
        return entry;
    }

    /** How many were given. From any thread. */
    long given() {
        return last().number;
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

    /** An entry, how many were given with it, and the one behind it. */
    private static final class Link {
        private static final VarHandle NEXT;

        static {
            try {
                NEXT = MethodHandles.lookup().findVarHandle(Link.class, "next", Link.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private @Nullable Collected entry;
        private long number;

        @SuppressWarnings("UnusedVariable")
        private @Nullable Link next;

        private Link(@Nullable Collected entry) {
            this.entry = entry;
        }
    }
}
