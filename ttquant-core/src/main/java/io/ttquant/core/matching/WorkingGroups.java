package io.ttquant.core.matching;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The exclusive groups of which a member was seen here and one may still come. Nothing depends on the order of the map. */
final class WorkingGroups {
    private static final int FIRST_SWEEP = 64;

    private final IdentityHashMap<OrderGroup, WorkingGroup> groups = new IdentityHashMap<>();
    private int sweepAt = FIRST_SWEEP;

    /** The group of an arriving order; null if it stands alone. */
    @Nullable
    WorkingGroup of(Order order) {
        OrderGroup group = order.group();
        if (group == null || !group.kind().isExclusive()) {
            return null;
        }
        if (groups.size() >= sweepAt) {
            groups.keySet().removeIf(OrderGroup::isClosed);
            sweepAt = Math.max(FIRST_SWEEP, 2 * groups.size());
        }
        return groups.computeIfAbsent(group, WorkingGroup::new);
    }
}
