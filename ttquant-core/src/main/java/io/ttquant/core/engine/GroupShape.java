package io.ttquant.core.engine;

import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.GroupRequest;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the members of a group must have in common. Pure functions. */
final class GroupShape {
    private GroupShape() {}

    /** The same group, with the parent's position side for each child that closes the parent's position and names none. */
    static GroupRequest withSides(GroupRequest group) {
        OrderRequest parent = group.orders().get(0);
        if (group.kind().isExclusive() || parent.positionSide() == PositionSide.NET) {
            return group;
        }
        List<OrderRequest> orders = group.orders().stream()
                .map(order -> takesSide(order, parent) ? order.withPositionSide(parent.positionSide()) : order)
                .toList();
        return new GroupRequest(group.kind(), group.trigger(), orders);
    }

    private static boolean takesSide(OrderRequest child, OrderRequest parent) {
        return child.positionSide() == PositionSide.NET
                && child.instrument().id().equals(parent.instrument().id())
                && child.withPositionSide(parent.positionSide()).isClosing();
    }

    /** Why a group cannot be; null if it can. */
    static @Nullable Refusal refusal(GroupRequest group) {
        OrderRequest first = group.orders().get(0);
        List<OrderRequest> others = group.orders().subList(1, group.orders().size());
        if (others.stream().anyMatch(OrderRequest::isByValue) || (group.kind().isExclusive() && first.isByValue())) {
            return refused(
                    group.kind() + " has an order that spends an amount, which no other order can follow or share; give"
                            + " it a quantity");
        }
        if (group.kind() == GroupKind.OCO) {
            return null;
        }
        for (OrderRequest other : others) {
            if (!other.instrument().id().equals(first.instrument().id())) {
                return refused(group.kind() + " has orders of " + first.instrument() + " and " + other.instrument()
                        + ", whose quantities cannot follow each other; give all of it one instrument");
            }
            if (group.kind() == GroupKind.OUO && other.side() != first.side()) {
                return refused("OUO has a " + first.side() + " and a " + other.side()
                        + ", which do not stand for one quantity; use oco for both sides");
            }
            if (group.kind() == GroupKind.BRACKET && other.side() == first.side()) {
                return refused("the " + other.side() + " exit of a bracket does not close its " + first.side()
                        + " entry; give it the other side");
            }
            if (group.kind() == GroupKind.BRACKET && !isExit(other, first)) {
                return refused("the " + other.side() + " exit of a bracket is for position side " + other.positionSide()
                        + " and its " + first.side() + " entry for " + first.positionSide()
                        + "; let the entry open a position and give its exits the same side, or none");
            }
        }
        return null;
    }

    private static boolean isExit(OrderRequest exit, OrderRequest entry) {
        return exit.positionSide() == entry.positionSide()
                && (exit.positionSide() == PositionSide.NET || exit.isClosing());
    }

    private static Refusal refused(String message) {
        return new Refusal(RejectReason.UNSUPPORTED_COMBINATION, message);
    }
}
