package io.ttquant.core.matching;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Orders whose time was up inside a bar, and that end when its path comes there. They are given in the order of time. */
final class PathExpiries {
    private final SimulatedMarket market;
    private final ArrayDeque<WorkingOrder> expiring = new ArrayDeque<>();

    PathExpiries(SimulatedMarket market) {
        this.market = market;
    }

    boolean isEmpty() {
        return expiring.isEmpty();
    }

    void add(WorkingOrder order) {
        expiring.add(order);
    }

    /** Ends the orders that expire at or before a time. */
    void until(long nanos) {
        WorkingOrder order = next(nanos);
        while (order != null) {
            expiring.remove();
            market.expireNow(order);
            order = next(nanos);
        }
    }

    /** The first that expires at or before a time. */
    @Nullable
    WorkingOrder next(long toNanos) {
        WorkingOrder first = expiring.peek();
        while (first != null && first.isDone) {
            expiring.remove();
            first = expiring.peek();
        }
        return first != null && first.expiryNanos <= toNanos ? first : null;
    }
}
