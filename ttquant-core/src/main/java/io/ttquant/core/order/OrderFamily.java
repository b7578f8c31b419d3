package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A parent and the branches of children that its fills release. */
public final class OrderFamily implements OrderGroup {
    private final GroupKind kind;
    private final OtoTrigger trigger;
    private final TrackedOrder parent;
    private final Consumer<OrderGroup> canceller;
    private final List<TrackedOrder> members = new ArrayList<>(3);
    private final List<Branch> branches = new ArrayList<>(2);
    private final Attempts parentCancels = new Attempts();
    private boolean isBeingKept;
    private boolean isChanged;
    /** Fees in the base currency, at its scale; below zero for rebates. */
    private long rawPaidInBase;

    /**
     * A parent without children yet.
     *
     * @param canceller asked to cancel the group's orders
     */
    public OrderFamily(GroupKind kind, OtoTrigger trigger, TrackedOrder parent, Consumer<OrderGroup> canceller) {
        this.kind = kind;
        this.trigger = trigger;
        this.parent = parent;
        this.canceller = canceller;
        join(parent);
    }

    /** Adds children that live together: one, or several that are {@link Siblings}. */
    public Branch addBranch(List<TrackedOrder> children) {
        Branch branch = new Branch(children);
        branches.add(branch);
        children.forEach(this::join);
        return branch;
    }

    /**
     * Adds further children to a branch.
     *
     * @param children one for each place of the branch; null where nothing is due, and at least one that is not
     */
    public Part addPart(Branch branch, List<? extends @Nullable TrackedOrder> children) {
        Part part = branch.add(children);
        part.children().forEach(this::join);
        return part;
    }

    /** Adds an order that takes the place of another. */
    public void add(TrackedOrder order) {
        join(order);
    }

    private void join(TrackedOrder order) {
        members.add(order);
        order.join(this);
    }

    /** Begins to look after the branches; false if that is under way already, and will be done once more. */
    public boolean mayKeepNow() {
        isChanged = isBeingKept;
        if (isBeingKept) {
            return false;
        }
        isBeingKept = true;
        return true;
    }

    /** True if something happened while the branches were looked after; else that ends. */
    public boolean mustKeepAgain() {
        boolean again = isChanged;
        isChanged = false;
        isBeingKept = again;
        return again;
    }

    /** Cancels of the parent. One that has filled refuses them until its fill is known here. */
    public Attempts parentCancels() {
        return parentCancels;
    }

    /** The order whose fills release the others. */
    public TrackedOrder parent() {
        return parent;
    }

    /** The branches, in the order in which they were given. */
    public List<Branch> branches() {
        return branches;
    }

    /** The branch of a child, or of one that was replaced; null for the parent. */
    public @Nullable Branch branchOf(TrackedOrder order) {
        for (Branch branch : branches) {
            if (branch.partOf(order) != null) {
                return branch;
            }
        }
        return null;
    }

    /** The quantity of the parent that releases children now. */
    public long rawReleasing() {
        return trigger == OtoTrigger.PARTIAL || parent.status() == OrderStatus.FILLED ? parent.rawFilled() : 0;
    }

    /** Notes the fee of a member's fill. */
    public void paid(Fill fill) {
        if (fill.feeCurrency().equals(parent.instrument().base())) {
            rawPaidInBase = Math.addExact(rawPaidInBase, fill.rawFee());
        }
    }

    /**
     * What is left of the coins that the parent bought on spot: less the fees in them, and less what children sold.
     *
     * @return at the quantity scale, rounded down, not negative
     */
    public long rawUnsold() {
        Instrument i = parent.instrument();
        long rawUnit = FixedPoint.pow10(i.base().scale() - i.quantityScale());
        long left = Math.addExact(parent.rawFilled(), Math.floorDiv(Math.negateExact(rawPaidInBase), rawUnit));
        for (Branch branch : branches) {
            left -= branch.asked(0).side() == Side.SELL ? branch.rawFilled() : 0;
        }
        return Math.max(0, left);
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
