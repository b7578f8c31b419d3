package io.ttquant.core.storage.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What was given and not yet taken: ticks as words, everything else as the immutable objects that the engine has anyway. Giving never waits: a queue that is full
 * refuses, and counts that.
 */
final class Intake {
    private static final VarHandle GIVEN;

    static {
        try {
            GIVEN = MethodHandles.lookup().findVarHandle(Intake.class, "ticksGiven", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final WordRing ticks;
    private final EntryLine others;
    private final Queue<Collected> registers = new ConcurrentLinkedQueue<>();
    private final AtomicLong registersGiven = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong largeBytes = new AtomicLong();
    private final long mostLargeBytes;

    @SuppressWarnings("UnusedVariable")
    private long ticksGiven;

    private volatile boolean closed;

    /**
     * Empty.
     *
     * @param tickWords room for ticks, in words
     * @param most how many other entries may wait
     * @param mostLargeBytes how much memory the large ones among them may take, bytes, but for the last
     */
    Intake(int tickWords, int most, long mostLargeBytes) {
        this.mostLargeBytes = mostLargeBytes;
        ticks = new WordRing(tickWords);
        others = new EntryLine(most);
    }

    WordRing ticks() {
        return ticks;
    }

    /** Counts a tick that was put into the ring; for its producer. */
    void tickGiven() {
        GIVEN.setRelease(this, (long) GIVEN.get(this) + 1);
    }

    /** Gives something else. */
    boolean offer(Collected entry) {
        open();
        long bytes = entry.bytes();
        if (bytes == 0) {
            return others.offer(entry) || refused(0);
        }
        boolean fits = largeBytes.getAndAdd(bytes) < mostLargeBytes;
        return (fits && others.offer(entry)) || refused(bytes);
    }

    private boolean refused(long bytes) {
        largeBytes.addAndGet(-bytes);
        refuse();
        return false;
    }

    /** An entry that was taken is a row. */
    void taken(Collected entry) {
        long bytes = entry.bytes();
        if (bytes > 0) {
            largeBytes.addAndGet(-bytes);
        }
    }

    /** Gives a row to which others will refer, full or not: there are few. */
    void register(Collected entry) {
        open();
        registersGiven.incrementAndGet();
        registers.add(entry);
    }

    /** The next row to which others refer. Whoever takes others takes all of these before, after he looked at how many others there are. */
    @Nullable
    Collected pollRegister() {
        return registers.poll();
    }

    EntryLine others() {
        return others;
    }

    void refuse() {
        refused.incrementAndGet();
    }

    /** How much was refused. */
    long refused() {
        return refused.get();
    }

    /** How much was given and not refused. */
    long given() {
        return others.given() + registersGiven.get() + (long) GIVEN.getAcquire(this);
    }

    /** How many entries may wait, of which not all may be ticks and not all others. */
    long capacity() {
        return ticks.capacity() / Meter.WORDS_OF_A_TICK + (long) others.capacity();
    }

    /** How full it is, 0 to 1. */
    double fill() {
        double fill = Math.max((double) ticks.used() / ticks.capacity(), (double) others.waiting() / others.capacity());
        return Math.max(fill, Math.min(1, (double) largeBytes.get() / mostLargeBytes));
    }

    /** Refuses everything from now on. */
    void close() {
        closed = true;
    }

    /**
     * Checks that it is open.
     *
     * @throws IllegalStateException if not
     */
    void open() {
        if (closed) {
            throw new IllegalStateException(
                    "the storage is closed and keeps nothing more; open it again, or close it after the last entry");
        }
    }
}
