package io.ttquant.core.order;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Children of one parent that live together. What the parent fills is shared among its {@link Part}s: when the present ones have ended by filling and the
 * parent fills more, or when they cannot grow, a further part with the same instructions is made.
 */
public final class Branch {
    private final OrderRequest[] asked;
    private final List<Part> parts = new ArrayList<>(1);
    private final long[] rawRefused;
    private final long[] rawAskedBefore;
    private final Attempts cancels = new Attempts();
    private boolean isOver;
    private boolean isParked;
    private boolean isUneven;

    Branch(List<TrackedOrder> children) {
        this.parts.add(new Part(children));
        this.asked = children.stream().map(TrackedOrder::request).toArray(OrderRequest[]::new);
        this.rawRefused = new long[asked.length];
        this.rawAskedBefore = new long[asked.length];
    }

    /** Number of children in a whole part. */
    public int places() {
        return asked.length;
    }

    /** What is asked for with a child; a quantity of 0 stands for all that the parent fills. */
    public OrderRequest asked(int place) {
        return asked[place];
    }

    /** What a further child of a place is sent with: as was asked, at the prices that the youngest one that works there has now. */
    public OrderRequest askedNow(int place) {
        OrderRequest request = asked[place];
        Part youngest = youngest();
        TrackedOrder like = youngest == null ? null : youngest.child(place);
        if (like == null || request.type().isTrailing() || request.type() == OrderType.MARKET_TO_LIMIT) {
            return request;
        }
        return request.with(new Amendment(0, like.rawPrice(), like.rawTrigger()));
    }

    /** The strategy wants another total quantity of a child. */
    public void askQuantity(TrackedOrder child, long rawTotal) {
        Part part = partOf(child);
        if (part != null) {
            int place = part.placeOf(child);
            long rawSize = Math.addExact(rawTotal - child.rawFilled(), part.rawFilled());
            long others = 0;
            for (Part other : parts) {
                others += other == part ? 0 : Math.addExact(other.rawFilled(), other.rawStanding(place));
            }
            part.ask(place, rawSize);
            rawAskedBefore[place] = asked[place].rawQuantity();
            asked[place] = asked[place].withQuantity(Math.addExact(others, rawSize));
        }
    }

    /** An amendment of a child was answered, which the strategy may have asked for. */
    public void answered(TrackedOrder child, boolean isTaken) {
        Part part = partOf(child);
        if (part != null) {
            int place = part.placeOf(child);
            boolean wasAsked = part.isAsked(place);
            part.answer(place, isTaken);
            if (wasAsked && !isTaken) {
                asked[place] = asked[place].withQuantity(rawAskedBefore[place]);
            }
        }
    }

    /** The strategy wants a held child otherwise. */
    public void ask(TrackedOrder child, OrderRequest revised) {
        asked[first().placeOf(child)] = revised;
    }

    Part add(List<? extends @Nullable TrackedOrder> children) {
        Part part = new Part(children);
        parts.add(part);
        isParked = false;
        return part;
    }

    /** The first part, which is held until the parent fills. */
    public Part first() {
        return parts.get(0);
    }

    /** All parts, the oldest first. */
    public List<Part> parts() {
        return parts;
    }

    /** The parts that work. */
    public List<Part> working() {
        return parts.stream().filter(part -> part.isLive() && !part.isFilled()).toList();
    }

    /** The youngest part that works and may grow; null if none does. */
    public @Nullable Part youngest() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.isLive() && !part.isFilled() && !part.isLeaving()) {
                return part;
            }
        }
        return null;
    }

    /** The part of a child; null if it is none of this branch. */
    public @Nullable Part partOf(TrackedOrder order) {
        for (Part part : parts) {
            if (part.placeOf(order) >= 0) {
                return part;
            }
        }
        return null;
    }

    /** What all its children have filled, at the quantity scale. */
    public long rawFilled() {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.rawFilled());
        }
        return sum;
    }

    /**
     * What has to be open in a place, in all parts together, at the quantity scale.
     *
     * @param rawReleasing the parent's quantity that releases children
     */
    public long rawDue(int place, long rawReleasing) {
        long own = asked[place].rawQuantity();
        long most = own == 0 ? rawReleasing : Math.min(own, rawReleasing);
        return Math.max(0, most - rawFilled());
    }

    /** What of that the parts stand for. */
    public long rawStanding(int place) {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.rawStanding(place));
        }
        return sum;
    }

    /** A further child for this quantity was refused; it is not tried again before the quantity is another. */
    public void refuse(int place, long rawQuantity) {
        rawRefused[place] = rawQuantity;
    }

    /** True if a further child for this quantity was refused last. */
    public boolean isRefused(int place, long rawQuantity) {
        return rawRefused[place] == rawQuantity;
    }

    /** Something filled: what the others of its part have open does not fit any more, and what was refused may be taken. */
    public void filled() {
        parts.forEach(Part::filled);
        cancels.renew();
        unsettle();
    }

    /** Some may not fit any more, or do not yet. */
    public void unsettle() {
        isUneven = true;
    }

    /** Cancels that are repeated because they were refused. */
    public Attempts repeatedCancels() {
        return cancels;
    }

    /** True if it has to be looked whether all fit. */
    public boolean isUneven() {
        return isUneven;
    }

    /** All fit again. */
    public void settle() {
        isUneven = false;
    }

    /** None of it works: its parent ended without releasing it, or the exchange refused or ended all; fills that come release further children. */
    public void park() {
        isParked = true;
    }

    /** True if further children may take the place of those that ended. */
    public boolean isRenewable() {
        return !isOver && (isParked || parts.stream().anyMatch(Part::isFilled));
    }

    /** No child of it is wanted any more. */
    public void end() {
        isOver = true;
    }

    /** True if no child of it is wanted any more: the strategy cancelled them, or they were refused. */
    public boolean isOver() {
        return isOver;
    }

    /** True if no child is open or held. */
    public boolean isClosed() {
        return parts.stream().noneMatch(Part::isLive);
    }

    /** True if children were filled completely and none that is not works on. */
    public boolean isExited() {
        boolean isAny = false;
        for (Part part : parts) {
            if (part.isLive() && !part.isFilled()) {
                return false;
            }
            isAny |= part.isFilled();
        }
        return isAny;
    }
}
