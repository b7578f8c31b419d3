package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.OrderEmulator;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.List;

/**
 * Keeps exclusive groups. A venue with {@link Capability#OCO} does so itself, at the moment of a fill. For others, and where the engine holds
 * a member of which the venue knows nothing yet, this cancels or reduces the siblings as soon as the fill is reported; until that has arrived
 * there, they can fill too.
 */
final class SiblingKeeper {
    private final OrderDesk desk;
    private final Engine engine;
    private final VenueRules venue;

    SiblingKeeper(Engine engine, OrderDesk desk, VenueRules venue) {
        this.venue = venue;
        this.engine = engine;
        this.desk = desk;
    }

    /** True if the venue itself lets one or the other of some orders fill: it knows groups, and all of the orders go there as they are. */
    boolean isExclusiveAtVenue(List<TrackedOrder> orders) {
        return venue.knowsGroups()
                && !(engine.send() instanceof OrderEmulator emulator
                        && orders.stream().anyMatch(order -> emulator.emulates(order.request())));
    }

    void heard(TrackedOrder order, Siblings group, OrderEvent event) {
        if (event instanceof OrderEvent.Filled) {
            group.shrinkReservations(order);
            shrinkMargin(order, group);
        }
        if (group.isKeptByVenue()) {
            return;
        }
        if (event instanceof OrderEvent.Filled && (group.kind() == GroupKind.OCO || order.rawLeaves() == 0)) {
            if (order.family() != null) {
                // An amendment that lets it grow may have been taken before it filled: then there is more to do.
                group.members().stream()
                        .filter(other -> other != order && other.isOpen())
                        .forEach(group::dismiss);
            }
            cancelOthers(order, group, "filled");
        } else if (event instanceof OrderEvent.Filled) {
            if (order.family() == null) {
                // Children are kept to what their parent filled, of which there may be several parts.
                reduceOthers(order, group);
            }
        } else if (order.isClosed() && order.status() != OrderStatus.DENIED && !group.isCovered(order)) {
            cancelOthers(order, group, "ended");
        }
    }

    private void shrinkMargin(TrackedOrder order, Siblings group) {
        MarginFunds margin = engine.account().margin();
        if (margin != null && group.isCountedOnce()) {
            for (TrackedOrder other : group.members()) {
                if (other != order && MarginFunds.concerns(other)) {
                    margin.shrinkTo(other, group.rawLeftAfter(order));
                }
            }
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
        if (group.isKeptByVenue()) {
            for (TrackedOrder other : group.members()) {
                if (other != order && other.status() == OrderStatus.PENDING_CANCEL) {
                    return false;
                }
            }
        }
        return true;
    }
}
