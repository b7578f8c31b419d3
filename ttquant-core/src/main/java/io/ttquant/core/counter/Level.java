package io.ttquant.core.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number that rises and falls, NaN until it is known. One thread writes it, any other may read it. For display: never part of what is booked. */
public final class Level {
    private static final VarHandle BITS = Handles.of(MethodHandles.lookup(), Level.class, "bits", long.class);

    @SuppressWarnings({"unused", "FieldMayBeFinal"}) // through BITS
    private long bits = Double.doubleToRawLongBits(Double.NaN);

    /** Not known. */
    public Level() {}

    /** Sets it; NaN for not known. On the writer's thread. */
    public void set(double value) {
        BITS.setOpaque(this, Double.doubleToRawLongBits(value));
    }

    /** Adds to it; what is not known counts as 0. On the writer's thread. */
    public void add(double amount) {
        double before = get();
        set(Double.isNaN(before) ? amount : before + amount);
    }

    /** The number, from any thread; NaN while it is not known. */
    public double get() {
        return Double.longBitsToDouble((long) BITS.getOpaque(this));
    }
}
