package io.ttquant.core.order;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import java.util.List;

/**
 * Children of one parent that live together. When the present ones have ended by filling and the parent fills more, further ones with the same
 * instructions take their place.
 */
public final class Branch {
    private final OrderRequest[] asked;
    private List<TrackedOrder> present;
    private long rawFilledBefore;
    private boolean isOver;
    private boolean isParked;
    /** The quantity to which each child was last told to grow. */
    private final long[] rawGrown;

    Branch(List<TrackedOrder> children) {
        this.present = List.copyOf(children);
        this.rawGrown = new long[children.size()];
        this.asked = children.stream().map(TrackedOrder::request).toArray(OrderRequest[]::new);
    }

    /** What is asked for with each child, in its order; a quantity of 0 stands for all that the parent fills. */
    public List<OrderRequest> asked() {
        return List.of(asked);
    }

    /** The strategy wants another total quantity of a present child. */
    public void askQuantity(TrackedOrder child, long rawTotal) {
        int at = present.indexOf(child);
        asked[at] = asked[at].withQuantity(Math.addExact(rawFilledBefore, rawTotal));
    }

    /** The strategy wants a held child otherwise. */
    public void ask(TrackedOrder child, OrderRequest revised) {
        asked[present.indexOf(child)] = revised;
    }

    void renew(List<TrackedOrder> children) {
        rawFilledBefore = Math.addExact(rawFilledBefore, rawFilledNow());
        present = List.copyOf(children);
        isParked = false;
    }

    /** The present children. */
    public List<TrackedOrder> present() {
        return present;
    }

    private long rawFilledNow() {
        long sum = 0;
        for (TrackedOrder child : present) {
            sum = Math.addExact(sum, child.rawFilled());
        }
        return sum;
    }

    /**
     * What a child has to have open, at the quantity scale.
     *
     * @param child its place in the branch
     * @param rawReleasing the parent's quantity that releases children
     */
    public long rawDue(int child, long rawReleasing) {
        long own = asked[child].rawQuantity();
        long most = own == 0 ? rawReleasing : Math.min(own, rawReleasing);
        return Math.max(0, most - rawFilledBefore - rawFilledNow());
    }

    /** Its parent ended without releasing it; a fill that comes late does so still. */
    public void park() {
        isParked = true;
    }

    /** True if further children may take the place of those that ended. */
    public boolean isRenewable() {
        return !isOver && (isParked || isFilled());
    }

    /** No child of it is wanted any more. */
    public void end() {
        isOver = true;
    }

    /** True if no child of it is wanted any more: the strategy cancelled them, or they were refused. */
    public boolean isOver() {
        return isOver;
    }

    /** True if no present child is open or held. */
    public boolean isClosed() {
        return present.stream().allMatch(TrackedOrder::isClosed);
    }

    /** True if a present child was filled completely. */
    public boolean isFilled() {
        return present.stream().anyMatch(child -> child.status() == OrderStatus.FILLED);
    }

    /** Notes to which quantity a child is told to grow; false if it was told the same before, and refused that. */
    public boolean growsTo(int child, long rawQuantity) {
        boolean isNew = rawGrown[child] != rawQuantity;
        rawGrown[child] = rawQuantity;
        return isNew;
    }
}
