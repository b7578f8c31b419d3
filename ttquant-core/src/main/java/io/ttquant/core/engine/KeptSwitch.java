package io.ttquant.core.engine;

import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kill switch as it is kept: whatever goes wrong with that, it is tripped rather than not. */
record KeptSwitch(KillSwitchStore store) {
    private static final Logger LOG = LoggerFactory.getLogger(RiskControl.class);

    /** What cannot be told counts as tripped; null if it is not. */
    @Nullable
    KillLatch load() {
        try {
            return store.load();
        } catch (RuntimeException e) {
            LOG.error("the kill switch cannot be read and counts as tripped", e);
            return new KillLatch("its state cannot be read: " + e.getMessage(), "the engine", 0);
        }
    }

    /** Keeps that it was tripped; returns what is to be said if that failed, else nothing. */
    String trip(KillLatch tripped) {
        try {
            store.trip(tripped);
            return "";
        } catch (RuntimeException e) {
            LOG.error("that the kill switch was tripped could not be kept; a restart would not know it", e);
            return "; this could not be kept, so that a restart would not know it: " + e.getMessage();
        }
    }

    /**
     * Keeps that it was reset.
     *
     * @throws IllegalStateException if that cannot be kept
     */
    void reset(String who, String why, long nowNanos) {
        try {
            store.reset(who, why, nowNanos);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the reset of the kill switch could not be kept, so it stays tripped: " + e.getMessage(), e);
        }
    }
}
