package io.ttquant.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number that only rises. One thread writes it; any other may read it, and sees what was written up to a moment ago.
 *
 * <p>Writes are opaque, which is a plain store to the processor and no fence.
 */
public final class Counter {
    private static final VarHandle VALUE = Handles.of(MethodHandles.lookup(), Counter.class, "value", long.class);

    @SuppressWarnings("unused") // through VALUE
    private long value;

    /** Zero. */
    public Counter() {}

    /** Adds one. On the writer's thread. */
    public void increment() {
        VALUE.setOpaque(this, (long) VALUE.getOpaque(this) + 1);
    }

    /**
     * Adds some. On the writer's thread.
     *
     * @param amount not negative
     */
    public void add(long amount) {
        VALUE.setOpaque(this, (long) VALUE.getOpaque(this) + amount);
    }

    /** The number, from any thread. */
    public long get() {
        return (long) VALUE.getOpaque(this);
    }
}
