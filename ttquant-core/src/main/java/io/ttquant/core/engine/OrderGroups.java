package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.GroupRequest;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes groups of orders, and does with each report what their ties ask for, before the strategy hears of it. */
final class OrderGroups {
    private final OrderDesk desk;
    private final GroupAdmission admission;
    private final FamilyKeeper families;
    private final SiblingKeeper siblings;
    private final Set<TrackedOrder> held = new LinkedHashSet<>();

    OrderGroups(Engine engine, OrderDesk desk, OrderChecks checks, VenueRules venue) {
        this.desk = desk;
        this.admission = new GroupAdmission(engine, desk, checks);
        this.siblings = new SiblingKeeper(engine, desk, venue);
        this.families = new FamilyKeeper(engine, desk, checks, this, venue);
    }

    OrderGroup submit(StrategySlot slot, GroupRequest request) {
        return request.kind().isExclusive() ? submitSiblings(slot, request) : submitFamily(slot, request);
    }

    private OrderGroup submitSiblings(StrategySlot slot, GroupRequest request) {
        List<TrackedOrder> orders = create(slot, request.orders());
        Siblings group = tie(request.kind(), orders);
        if (admission.admit(slot, orders, List.of(), GroupShape.refusal(request))) {
            desk.send(orders);
        }
        return group;
    }

    private OrderGroup submitFamily(StrategySlot slot, GroupRequest asked) {
        GroupRequest request = GroupShape.withSides(asked);
        List<TrackedOrder> orders = create(slot, request.orders());
        TrackedOrder parent = orders.get(0);
        List<TrackedOrder> children = orders.subList(1, orders.size());
        OrderFamily family = new OrderFamily(request.kind(), request.trigger(), parent, this::cancel);
        if (request.kind() == GroupKind.BRACKET) {
            tie(GroupKind.OUO, children);
            family.addBranch(children);
        } else {
            children.forEach(child -> family.addBranch(List.of(child)));
        }
        if (admission.admit(slot, List.of(parent), children, GroupShape.refusal(request))) {
            held.addAll(children);
            desk.send(List.of(parent));
        }
        return family;
    }

    List<TrackedOrder> create(StrategySlot slot, List<OrderRequest> requests) {
        List<TrackedOrder> orders = new ArrayList<>(requests.size());
        for (OrderRequest request : requests) {
            orders.add(desk.create(slot, request));
        }
        return orders;
    }

    Siblings tie(GroupKind kind, List<TrackedOrder> orders) {
        Siblings group = new Siblings(kind, siblings.isExclusiveAtVenue(orders), this::cancel);
        orders.forEach(group::add);
        return group;
    }

    /** True if the venue itself lets one or the other of some orders fill. */
    boolean areExclusiveAtVenue(List<TrackedOrder> orders) {
        return siblings.isExclusiveAtVenue(orders);
    }

    /** A report on a linked order was booked, or a word of our own on it is about to be told. */
    void heard(TrackedOrder order, OrderEvent event) {
        if (order.siblings() != null) {
            siblings.heard(order, order.siblings(), event);
        }
        if (order.family() != null) {
            families.heard(order, order.family(), event);
        }
    }

    /** A held order is released, or ends without that. */
    void leave(TrackedOrder order) {
        held.remove(order);
    }

    /** The strategy does not want a linked order any more; true if a cancel needs to be sent. */
    boolean cancelAsked(TrackedOrder order) {
        if (order.family() != null) {
            families.cancelAsked(order, order.family());
        }
        if (order.isHeld()) {
            cancelHeld(order, "");
            return false;
        }
        return order.siblings() == null || siblings.mustCancel(order, order.siblings());
    }

    /** Ends a held order, and those that are held with it. */
    void cancelHeld(TrackedOrder order, String why) {
        if (!order.isHeld()) {
            return;
        }
        leave(order);
        order.become(OrderStatus.CANCELED);
        desk.sayCanceled(order, why);
        if (order.siblings() != null) {
            for (TrackedOrder sibling : order.siblings().members()) {
                cancelHeld(sibling, why.isEmpty() ? "its sibling " + order.clientId() + " was cancelled" : why);
            }
        }
    }

    /** The strategy wants a linked order otherwise; true if an amendment needs to be sent. */
    boolean amendAsked(TrackedOrder order, Amendment amendment) {
        if (order.family() != null && order.isHeld()) {
            families.amendHeld(order, order.family(), amendment);
            return false;
        }
        return true;
    }

    /** What the strategy wants of a linked order passed the checks and is to be sent. */
    void amending(TrackedOrder order, Amendment amendment) {
        if (order.family() != null && amendment.rawQuantity() > 0) {
            families.quantityAsked(order, order.family(), amendment.rawQuantity());
        }
    }

    /** The session sends orders again; the number of the last one of before. */
    void sendUnsent(long lastSequence) {
        families.sendUnsent(lastSequence);
    }

    /** Asks to cancel all of a group. */
    private void cancel(OrderGroup group) {
        families.forget(group);
        for (Order order : group.orders()) {
            desk.cancelOwn((TrackedOrder) order);
        }
    }

    List<Order> held(StrategySlot slot, InstrumentId instrument) {
        List<Order> orders = new ArrayList<>();
        for (TrackedOrder order : held) {
            if (order.owner() == slot.index && order.instrument().id().equals(instrument)) {
                orders.add(order);
            }
        }
        return orders;
    }

    void cancelHeld(StrategySlot slot) {
        for (TrackedOrder order : List.copyOf(held)) {
            if (order.owner() == slot.index) {
                desk.cancelOwn(order);
            }
        }
    }
}
