package io.ttquant.core.storage.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Records of longs on their way from one thread to another, which never wait for each other. The first word of a record says what it is, so that the consumer knows
 * its length.
 */
final class WordRing {
    private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(long[].class);
    /** Places so far from the ends that what one side writes shares no line of a cache with what the other reads. */
    private static final int POSITION = 32;

    private static final int SHOWN = 33;
    private static final int SEEN = 34;
    private static final int PLACES_IN_ALL = 64;

    private final long[] words;
    private final int mask;
    private final long[] producer = new long[PLACES_IN_ALL];
    private final long[] consumer = new long[PLACES_IN_ALL];

    /** With room for at least so many words. */
    WordRing(int size) {
        int rounded = Integer.highestOneBit(Math.max(2, size - 1)) * 2;
        words = new long[rounded];
        mask = rounded - 1;
    }

    int capacity() {
        return words.length;
    }

    /** Begins a record, of so many words; false if there is no room. For the producer. */
    boolean begin(int length) {
        long end = producer[POSITION] + length;
        if (end - producer[SEEN] > words.length) {
            producer[SEEN] = (long) PLACES.getAcquire(consumer, SHOWN);
            return end - producer[SEEN] <= words.length;
        }
        return true;
    }

    /** The next word of the record. */
    void put(long word) {
        words[(int) producer[POSITION]++ & mask] = word;
    }

    /** Ends the record: the consumer may see it. */
    void end() {
        PLACES.setRelease(producer, SHOWN, producer[POSITION]);
    }

    /** Whether a record waits. For the consumer. */
    boolean hasNext() {
        consumer[SEEN] = (long) PLACES.getAcquire(producer, SHOWN);
        return hasSeen();
    }

    /** Whether a record waits of those that waited when {@link #hasNext} was asked last. */
    boolean hasSeen() {
        return consumer[POSITION] < consumer[SEEN];
    }

    /** Takes the next word. */
    long take() {
        return words[(int) consumer[POSITION]++ & mask];
    }

    /** Gives what was taken back to the producer. */
    void release() {
        PLACES.setRelease(consumer, SHOWN, consumer[POSITION]);
    }

    /** How many words wait. Safe from any thread. */
    long used() {
        long taken = (long) PLACES.getAcquire(consumer, SHOWN);
        return Math.max(0, (long) PLACES.getAcquire(producer, SHOWN) - taken);
    }
}
