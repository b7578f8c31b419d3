package io.ttquant.core.risk;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the kill switch over restarts. Whatever goes wrong in {@link #load} counts as tripped, and a reset that cannot be written does not happen.
 * Called on the engine's thread.
 */
public interface KillSwitchStore {
    /**
     * What was kept.
     *
     * @return null only if it is certain that the switch is not tripped
     * @throws RuntimeException if that cannot be told
     */
    @Nullable
    KillLatch load();

    /**
     * Keeps that the switch was tripped.
     *
     * @throws RuntimeException if it cannot; the engine stays tripped all the same
     */
    void trip(KillLatch latch);

    /**
     * Keeps that the switch was reset.
     *
     * @throws RuntimeException if it cannot; the switch stays tripped then
     */
    void reset(String who, String why, long tsEvent);

    /**
     * Keeps it to one engine, until it is {@linkplain #letGo() let go} or the process ends: an engine that trades real money does not see what another one writes.
     *
     * @throws IllegalStateException if another engine holds it
     * @throws RuntimeException if that cannot be told
     */
    default void hold() {}

    /** Lets other engines hold it; no error if it is not held. */
    default void letGo() {}

    /** Keeps it as long as this object lives, for backtests and tests. */
    static KillSwitchStore inMemory() {
        return new KillSwitchStore() {
            private @Nullable KillLatch latch;

            @Override
            public @Nullable KillLatch load() {
                return latch;
            }

            @Override
            public void trip(KillLatch tripped) {
                latch = tripped;
            }

            @Override
            public void reset(String who, String why, long tsEvent) {
                latch = null;
            }
        };
    }
}
