package io.ttquant.core.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Working orders by their owner's sequence number. */
final class OrderIndex {
    private final Map<Long, WorkingOrder> orders = new HashMap<>();

    void put(WorkingOrder order) {
        orders.put(order.order.sequence(), order);
    }

    @Nullable
    WorkingOrder get(long sequence) {
        return orders.get(sequence);
    }

    void remove(WorkingOrder order) {
        orders.remove(order.order.sequence());
    }
}
