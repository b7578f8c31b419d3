package io.ttquant.core.engine;

import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Part;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Children that the session did not send, because it sent no orders then: what fills while the news do not come is heard of
 * before orders may leave. Until they may, such a child counts as one that stands, so that nobody sends another in vain.
 * Then those are sent again that close what is held.
 */
final class UnsentChildren {
    private record Unsent(TrackedOrder child, OrderFamily family) {}

    private final Engine engine;
    private final List<Unsent> all = new ArrayList<>();
    /** The last order that was made before the session began to send orders again. */
    private long lastSequence = Long.MIN_VALUE;

    UnsentChildren(Engine engine) {
        this.engine = engine;
    }

    /** Something happened to a member of a family, whose branches are looked after next. */
    void heard(TrackedOrder order, OrderFamily family, OrderEvent event) {
        if (event instanceof OrderEvent.Rejected rejected && rejected.reason() == RejectReason.NOT_RUNNING) {
            all.add(new Unsent(order, family));
        }
        if (!all.isEmpty()) {
            standDown(family);
        }
    }

    /**
     * The session sends orders again.
     *
     * @param sequence the number of the last order that was made before
     * @return the families whose branches are to be looked after
     */
    Set<OrderFamily> mayLeave(long sequence) {
        lastSequence = sequence;
        Set<OrderFamily> families = new LinkedHashSet<>();
        all.forEach(each -> families.add(each.family));
        families.forEach(this::standDown);
        return families;
    }

    void forget(OrderGroup group) {
        all.removeIf(each -> each.family == group);
    }

    /**
     * What was made before the session sent orders again does not stand any more; what it did not send since waits for the
     * next time.
     */
    private void standDown(OrderFamily family) {
        boolean isTrading = engine.reports() instanceof LiveAccount live && live.isTrading();
        if (isTrading) {
            all.removeIf(each ->
                    each.family == family && each.child.sequence() <= lastSequence && standDown(each.child, family));
        }
    }

    /** True if nothing is to be awaited any more; while another child of its part is open, it is. */
    private boolean standDown(TrackedOrder child, OrderFamily family) {
        Branch branch = family.branchOf(child);
        Part part = branch == null ? null : branch.partOf(child);
        if (branch == null || part == null || branch.isOver()) {
            return true;
        }
        if (part.isLive()) {
            return false;
        }
        if (closesHeld(child) && !isBeingClosed(child)) {
            part.standDown();
        }
        return true;
    }

    private static boolean closesHeld(TrackedOrder child) {
        return child.position().rawQuantity() * -child.side().sign() > 0;
    }

    private boolean isBeingClosed(TrackedOrder child) {
        return engine.risk()
                .exits()
                .isActive(
                        engine.slot(child.owner()),
                        engine.channel(child.instrument().id()),
                        child.position().side());
    }
}
