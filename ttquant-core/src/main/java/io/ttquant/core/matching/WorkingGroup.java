package io.ttquant.core.matching;

import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * An exclusive group as the exchange has it. The moment a member fills, the others are cancelled or reduced, before anything else is matched. When a
 * member ends in another way, the others end with it, and a member that arrives after that ends at once.
 */
final class WorkingGroup {
    final OrderGroup group;
    private final GroupKind kind;
    private final List<WorkingOrder> working = new ArrayList<>(2);
    private String ended = "";
    private long rawLeft = Long.MAX_VALUE;

    WorkingGroup(OrderGroup group) {
        this.group = group;
        this.kind = group.kind();
    }

    /** Why its members may not work any more; empty while they may. */
    String ended() {
        return ended;
    }

    /** The most that a member may still fill. */
    long rawLeft() {
        return rawLeft;
    }

    void add(WorkingOrder order) {
        order.group = this;
        working.add(order);
    }

    /** True if a member filled, so that an amendment that was sent before that was known could undo the reduction. */
    boolean isReduced() {
        return rawLeft != Long.MAX_VALUE;
    }

    /** What its members have filled; right until it has ended. */
    long rawFilled() {
        long sum = 0;
        for (WorkingOrder order : working) {
            sum += order.rawFilled;
        }
        return sum;
    }

    /** A member filled, in part or whole. */
    void filled(WorkingOrder order) {
        rawLeft = order.rawLeaves();
        if (kind == GroupKind.OCO || rawLeft == 0) {
            end(order, "filled");
            return;
        }
        for (WorkingOrder other : working) {
            if (other != order && other.rawLeaves() > rawLeft) {
                other.market.reduce(other, rawLeft);
            }
        }
    }

    /** A member is not open any more. */
    void left(WorkingOrder order) {
        working.remove(order);
        end(order, "ended");
    }

    private void end(WorkingOrder order, String what) {
        if (!ended.isEmpty()) {
            return;
        }
        ended = kind + " sibling " + order.order.clientId() + " " + what;
        for (WorkingOrder other : List.copyOf(working)) {
            if (other != order) {
                other.market.end(other, ended);
            }
        }
    }
}
