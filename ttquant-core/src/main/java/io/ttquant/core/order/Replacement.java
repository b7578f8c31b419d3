package io.ttquant.core.order;

import io.ttquant.api.order.OrderStatus;

/**
 * An order that takes the place of one that cannot be amended. The old one is cancelled once the exchange has the new one, so that the position is never
 * without either; both only reduce, so that together they cannot turn it round.
 */
public final class Replacement {
    private final TrackedOrder old;
    private final TrackedOrder fresh;
    private boolean isCancelSent;

    Replacement(TrackedOrder old, TrackedOrder fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /** What is replaced. */
    public TrackedOrder old() {
        return old;
    }

    /** What takes its place. */
    public TrackedOrder fresh() {
        return fresh;
    }

    /** True if the new one never came to be, so that the old one stays. */
    public boolean hasFailed() {
        return fresh.status() == OrderStatus.REJECTED || fresh.status() == OrderStatus.DENIED;
    }

    /** True, once, when the old one has to go. */
    public boolean takesEffect() {
        boolean isDue = !isCancelSent && !hasFailed() && (fresh.wasAccepted() || fresh.rawFilled() > 0);
        isCancelSent |= isDue;
        return isDue;
    }

    void cancelRefused() {
        isCancelSent = false;
    }

    /** True if the end of an order is none of its group: another one stands for it. */
    boolean covers(TrackedOrder order) {
        boolean isOldRefused = old.status() == OrderStatus.REJECTED;
        return (order == old && !hasFailed()) || (order == fresh && hasFailed() && !isOldRefused);
    }
}
