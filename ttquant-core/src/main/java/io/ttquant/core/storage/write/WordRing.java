package io.ttquant.core.storage.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Records of longs on their way from one thread to another, which never wait for each other. The first word of a record says what it is, so that the consumer knows
 * its length.
 */
final class WordRing {
    private static final VarHandle TAIL;
    private static final VarHandle HEAD;

    static {
        try {
            TAIL = MethodHandles.lookup().findVarHandle(WordRing.class, "tail", long.class);
            HEAD = MethodHandles.lookup().findVarHandle(WordRing.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] words;
    private final int mask;

    @SuppressWarnings("UnusedVariable")
    private long tail;

    @SuppressWarnings("UnusedVariable")
    private long head;

    private long writing;
    private long seenHead;
    private long reading;
    private long seenTail;

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
        if (writing + length - seenHead > words.length) {
            seenHead = (long) HEAD.getAcquire(this);
            return writing + length - seenHead <= words.length;
        }
        return true;
    }

    /** The next word of the record. */
    void put(long word) {
        words[(int) writing & mask] = word;
        writing++;
    }

    /** Ends the record: the consumer may see it. */
    void end() {
        TAIL.setRelease(this, writing);
    }

    /** Whether a record waits. For the consumer. */
    boolean hasNext() {
        seenTail = (long) TAIL.getAcquire(this);
        return reading < seenTail;
    }

    /** Whether a record waits of those that waited when {@link #hasNext} was asked last. */
    boolean hasSeen() {
        return reading < seenTail;
    }

    /** Takes the next word. */
    long take() {
        long word = words[(int) reading & mask];
        reading++;
        return word;
    }

    /** Gives what was taken back to the producer. */
    void release() {
        HEAD.setRelease(this, reading);
    }

    /** How many words wait. Safe from any thread. */
    long used() {
        long taken = (long) HEAD.getAcquire(this);
        return Math.max(0, (long) TAIL.getAcquire(this) - taken);
    }
}
