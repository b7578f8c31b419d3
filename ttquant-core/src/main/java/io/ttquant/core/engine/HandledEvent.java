package io.ttquant.core.engine;

/** When what the engine is handling happened at the source, by which limits on the age of decisions go. */
final class HandledEvent {
    private long nanos = Long.MIN_VALUE;
    private boolean isBar;

    /** Epoch nanoseconds; {@link Long#MIN_VALUE} if it is not known. */
    long nanos() {
        return nanos;
    }

    /** True if it is a bar; its time is that of its close. */
    boolean isBar() {
        return isBar;
    }

    void is(long tsEvent) {
        nanos = tsEvent;
        isBar = false;
    }

    void isBar(long tsClose) {
        nanos = tsClose;
        isBar = true;
    }
}
