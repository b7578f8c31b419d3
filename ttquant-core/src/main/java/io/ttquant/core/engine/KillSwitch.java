package io.ttquant.core.engine;

import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the kill switch is tripped, here and in what outlives a restart. */
final class KillSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(RiskControl.class);

    private final KillSwitchStore store;
    private @Nullable KillLatch latch;
    private boolean isKept;
    /** Somebody tripped it, and that could not be kept. */
    private boolean isOwed;

    /** As it was kept. */
    KillSwitch(KillSwitchStore store) {
        this.store = store;
        try {
            latch = store.load();
            isKept = true;
        } catch (RuntimeException e) {
            // What cannot be told counts as tripped.
            LOG.error("the kill switch cannot be read and counts as tripped", e);
            latch = new KillLatch("its state cannot be read: " + e.getMessage(), "the engine", 0);
        }
    }

    /** Why it is tripped; null if it is not. */
    @Nullable
    KillLatch latch() {
        return latch;
    }

    /** The same as a sentence; empty if it is not tripped. */
    String text() {
        return latch == null ? "" : text(latch);
    }

    static String text(KillLatch latch) {
        return latch.reason() + "; tripped by " + latch.who() + " " + latch.when();
    }

    /**
     * Trips it here; false if it is tripped already. What follows from it does not wait for a disk: {@link #keep} is for
     * afterwards.
     */
    boolean trip(KillLatch tripped) {
        if (latch != null) {
            return false;
        }
        latch = tripped;
        isKept = false;
        return true;
    }

    /**
     * Keeps that it was tripped, if that is not kept yet.
     *
     * @return what went wrong, for a message; empty if nothing did
     */
    String keep() {
        if (latch == null || isKept) {
            return "";
        }
        try {
            write(latch);
            return "";
        } catch (RuntimeException e) {
            isOwed = true;
            LOG.error("that the kill switch was tripped could not be kept; a restart would not know it", e);
            return "; this could not be kept, so that a restart would not know it: " + e.getMessage();
        }
    }

    /** Tries again what could not be kept, without a word for each time that it cannot. */
    void keepAgain() {
        if (latch == null || !isOwed) {
            return;
        }
        try {
            write(latch);
            LOG.info("that the kill switch was tripped is kept now");
        } catch (RuntimeException e) {
            LOG.debug("that the kill switch was tripped can still not be kept", e);
        }
    }

    private void write(KillLatch tripped) {
        store.trip(tripped);
        isKept = true;
        isOwed = false;
    }

    /**
     * Resets it.
     *
     * @throws IllegalStateException if it is not tripped, or if the reset cannot be kept: it stays tripped then
     */
    void reset(String who, String why, long nowNanos) {
        if (latch == null) {
            throw new IllegalStateException("the kill switch is not tripped, so " + who + " cannot reset it");
        }
        try {
            store.reset(who, why, nowNanos);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the reset of the kill switch could not be kept, so it stays tripped: " + e.getMessage(), e);
        }
        latch = null;
    }
}
