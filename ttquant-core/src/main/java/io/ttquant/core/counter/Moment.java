package io.ttquant.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** When something happened last. One thread writes it, any other may read it. */
public final class Moment {
    /** What stands for never. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final VarHandle NANOS = Handles.of(MethodHandles.lookup(), Moment.class, "nanos", long.class);

    @SuppressWarnings({"unused", "FieldMayBeFinal"}) // through NANOS
    private long nanos = NEVER;

    /** Never. */
    public Moment() {}

    /** Sets it, epoch nanoseconds. On the writer's thread. */
    public void set(long epochNanos) {
        NANOS.setOpaque(this, epochNanos);
    }

    /** When, epoch nanoseconds, from any thread; {@link #NEVER} if it did not happen. */
    public long get() {
        return (long) NANOS.getOpaque(this);
    }
}
