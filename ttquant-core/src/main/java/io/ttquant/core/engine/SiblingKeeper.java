package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;

/**
 * Keeps exclusive groups. A venue with {@link Capability#OCO} does so itself, at the moment of a fill. For others this cancels or
 * reduces the siblings as soon as the fill is reported; until that has arrived there, they can fill too.
 */
final class SiblingKeeper {
    private final OrderDesk desk;
    private final Engine engine;

    SiblingKeeper(Engine engine, OrderDesk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    private boolean isNative() {
        return engine.send().capabilities().contains(Capability.OCO);
    }

    void heard(TrackedOrder order, Siblings group, OrderEvent event) {
        if (event instanceof OrderEvent.Filled) {
            group.shrinkReservations(order);
        }
        if (isNative()) {
            return;
        }
        if (event instanceof OrderEvent.Filled && (group.kind() == GroupKind.OCO || order.rawLeaves() == 0)) {
            cancelOthers(order, group, "filled");
        } else if (event instanceof OrderEvent.Filled) {
            reduceOthers(order, group);
        } else if (order.isClosed() && order.status() != OrderStatus.DENIED) {
            cancelOthers(order, group, "ended");
        }
    }

    private void cancelOthers(TrackedOrder order, Siblings group, String what) {
        for (TrackedOrder other : group.members()) {
            if (other != order && other.isOpen()) {
                desk.cancelFor(other, group.kind() + " sibling " + order.clientId() + " " + what);
            }
        }
    }

    private void reduceOthers(TrackedOrder order, Siblings group) {
        for (TrackedOrder other : group.members()) {
            if (other != order && other.isOpen() && other.rawLeaves() > order.rawLeaves()) {
                desk.amendFor(other, Amendment.ofQuantity(other.rawFilled() + order.rawLeaves()));
            }
        }
    }

    /** True unless the cancel of another member, which is under way, ends this one too. */
    boolean mustCancel(TrackedOrder order, Siblings group) {
        if (isNative()) {
            for (TrackedOrder other : group.members()) {
                if (other != order && other.status() == OrderStatus.PENDING_CANCEL) {
                    return false;
                }
            }
        }
        return true;
    }
}
