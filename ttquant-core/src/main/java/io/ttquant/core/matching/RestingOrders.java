package io.ttquant.core.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders that rest in a market: limits and untriggered stops of both sides. */
final class RestingOrders {
    final Ladder buyLimits = new Ladder(false, false);
    final Ladder sellLimits = new Ladder(true, false);
    final Ladder buyStops = new Ladder(true, true);
    final Ladder sellStops = new Ladder(false, true);

    private Ladder ladder(WorkingOrder order) {
        if (order.type.hasTrigger()) {
            return order.isBuy ? buyStops : sellStops;
        }
        return order.isBuy ? buyLimits : sellLimits;
    }

    void add(WorkingOrder order) {
        ladder(order).add(order);
    }

    void remove(WorkingOrder order) {
        ladder(order).remove(order);
    }

    boolean isEmpty() {
        return buyLimits.size() + sellLimits.size() + buyStops.size() + sellStops.size() == 0;
    }

    /** Takes out the orders that arrived after a time. */
    List<WorkingOrder> removeArrivedAfter(long nanos) {
        List<WorkingOrder> removed = new ArrayList<>();
        for (Ladder ladder : List.of(buyLimits, sellLimits, buyStops, sellStops)) {
            for (int i = ladder.size() - 1; i >= 0; i--) {
                WorkingOrder order = ladder.at(i);
                if (order.arrivalNanos > nanos) {
                    ladder.remove(order);
                    removed.add(order);
                }
            }
        }
        return removed;
    }

    /** Adds all of them to a list, in no order to rely on. */
    void addTo(List<WorkingOrder> list) {
        for (Ladder ladder : List.of(buyLimits, sellLimits, buyStops, sellStops)) {
            for (int i = 0; i < ladder.size(); i++) {
                list.add(ladder.at(i));
            }
        }
    }

    /** True if a price between these two could fill or trigger something. */
    boolean isReachedBy(long rawLow, long rawHigh) {
        return buyLimits.rawFirst() >= rawLow
                || sellLimits.rawFirst() <= rawHigh
                || buyStops.rawFirst() <= rawHigh
                || sellStops.rawFirst() >= rawLow;
    }

    /** The first stop that a price triggers, buys before sells; null if none. */
    @Nullable
    WorkingOrder stopTriggeredBy(long rawPrice) {
        if (buyStops.rawFirst() <= rawPrice) {
            return buyStops.first();
        }
        return sellStops.rawFirst() >= rawPrice ? sellStops.first() : null;
    }
}
