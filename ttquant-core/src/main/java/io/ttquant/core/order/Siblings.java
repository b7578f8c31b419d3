package io.ttquant.core.order;

import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.core.portfolio.SharedFunds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Orders of which one or the other fills: what they have in common, and the funds that they hold back once. */
public final class Siblings implements OrderGroup {
    private final GroupKind kind;
    private final Consumer<OrderGroup> canceller;
    private final List<TrackedOrder> members = new ArrayList<>(2);
    private final SharedFunds funds = new SharedFunds();
    private final SharedFunds fundsAtExchange = new SharedFunds();

    /**
     * A group without members yet.
     *
     * @param kind an exclusive kind
     * @param canceller asked to cancel the group's orders
     */
    public Siblings(GroupKind kind, Consumer<OrderGroup> canceller) {
        this.kind = kind;
        this.canceller = canceller;
    }

    /** Adds an order that holds nothing back yet. */
    public void add(TrackedOrder order) {
        funds.add(order.reservation());
        fundsAtExchange.add(order.heldAtExchange());
        members.add(order);
        order.join(this);
    }

    /** The members, in the order in which they were added. */
    public List<TrackedOrder> members() {
        return members;
    }

    /** What all members together have filled, at the quantity scale. */
    public long rawFilled() {
        long sum = 0;
        for (TrackedOrder member : members) {
            sum = Math.addExact(sum, member.rawFilled());
        }
        return sum;
    }

    /**
     * A member filled: what the others hold back is what they may still need. On an exchange that knows the group they are cancelled or reduced
     * already, and only the news of it is on the way.
     */
    public void shrinkReservations(TrackedOrder filled) {
        long left = kind == GroupKind.OCO ? 0 : filled.rawLeaves();
        for (TrackedOrder member : members) {
            if (member != filled) {
                if (member.holdsFunds()) {
                    member.reservation().shrinkTo(left);
                }
            }
        }
    }

    @Override
    public GroupKind kind() {
        return kind;
    }

    @Override
    public List<Order> orders() {
        return List.copyOf(members);
    }

    @Override
    public void cancel() {
        canceller.accept(this);
    }
}
