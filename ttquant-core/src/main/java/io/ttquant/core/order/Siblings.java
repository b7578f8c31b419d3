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
    private final boolean isKeptByVenue;
    private final List<Replacement> replacements = new ArrayList<>(0);
    private final List<TrackedOrder> dismissed = new ArrayList<>();
    private boolean isCountedOnce;

    /**
     * A group without members yet.
     *
     * @param kind an exclusive kind
     * @param isExclusiveAtVenue whether the venue ends or reduces the others at the moment of a fill, so that they can never fill together
     * @param canceller asked to cancel the group's orders
     */
    public Siblings(GroupKind kind, boolean isExclusiveAtVenue, Consumer<OrderGroup> canceller) {
        this.kind = kind;
        this.isKeptByVenue = isExclusiveAtVenue;
        this.isCountedOnce = isExclusiveAtVenue;
        this.canceller = canceller;
    }

    /** True if the venue itself ends or reduces the others; otherwise that is for us to do. */
    public boolean isKeptByVenue() {
        return isKeptByVenue;
    }

    /** True if together they can fill no more than the largest of them, so that only that one counts as open and holds margin. */
    public boolean isCountedOnce() {
        return isCountedOnce;
    }

    /**
     * True if an amendment to a quantity ends that they count once: one that lets a member of an OUO grow can reach the exchange after a fill of another
     * that it does not know of, so that both fill.
     */
    boolean isSplitBy(TrackedOrder order, long rawQuantity) {
        return isCountedOnce && kind == GroupKind.OUO && rawQuantity > order.rawQuantity();
    }

    /** Counts each of them from now on. */
    void split() {
        members.forEach(TrackedOrder::uncount);
        isCountedOnce = false;
        recount();
    }

    /** Counts them again, after one filled. */
    void recount() {
        members.forEach(TrackedOrder::recount);
    }

    /** True if a member can fill no more because another one of an OCO did, which ended it at the exchange. */
    boolean isEndedByAnotherThan(TrackedOrder order) {
        if (isCountedOnce && kind == GroupKind.OCO) {
            for (TrackedOrder member : members) {
                if (member != order && member.rawFilled() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds an order that holds nothing back yet. */
    public void add(TrackedOrder order) {
        funds.add(order.reservation());
        fundsAtExchange.add(order.heldAtExchange());
        if (isCountedOnce) {
            shareMargin(order);
        }
        members.add(order);
        order.join(this);
    }

    private void shareMargin(TrackedOrder order) {
        for (TrackedOrder member : members) {
            if (member.instrument().equals(order.instrument())
                    && member.instrument().kind().isDerivative()) {
                order.marginHold().shareWith(member.marginHold(), kind == GroupKind.OCO);
                return;
            }
        }
    }

    /** Adds an order that takes the place of a member. */
    public void replace(TrackedOrder old, TrackedOrder fresh) {
        add(fresh);
        replacements.add(new Replacement(old, fresh));
    }

    /** What took the place of what, oldest first. */
    public List<Replacement> replacements() {
        return replacements;
    }

    /** Nothing is left for a member to do, while something may be for the others: its end is not the group's. */
    public void dismiss(TrackedOrder member) {
        dismissed.add(member);
    }

    /** A member that was dismissed is wanted again: its end is the group's. */
    public void recall(TrackedOrder member) {
        dismissed.remove(member);
    }

    /** True if nothing was left for a member to do. */
    boolean isDismissed(TrackedOrder member) {
        return dismissed.contains(member);
    }

    /** True if another member stands for this one, or nothing was left for it to do, so that its end is not the group's. */
    public boolean isCovered(TrackedOrder order) {
        return isDismissed(order) || replacements.stream().anyMatch(each -> each.covers(order));
    }

    /** What was replaced is to be cancelled once more. */
    public void cancelRefused(TrackedOrder old) {
        replacements.stream().filter(each -> each.old() == old).forEach(Replacement::cancelRefused);
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
        long left = rawLeftAfter(filled);
        for (TrackedOrder member : members) {
            if (member != filled) {
                if (member.holdsFunds()) {
                    member.reservation().shrinkTo(left);
                }
            }
        }
    }

    /** What a member may still need after another one filled, at the quantity scale. */
    public long rawLeftAfter(TrackedOrder filled) {
        return kind == GroupKind.OCO ? 0 : filled.rawLeaves();
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
