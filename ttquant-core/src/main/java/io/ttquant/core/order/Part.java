package io.ttquant.core.order;

import io.ttquant.api.order.OrderStatus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Children of a branch that were released together, for one part of what the parent filled: at most one in each place. What one of them fills, the others
 * need not. Where an exchange lets all children grow there is one part; where it does not, each further part of the parent's fills gets its own.
 */
public final class Part {
    private record Tried(int place, long rawQuantity) {}

    private final @Nullable TrackedOrder[] children;
    private final @Nullable Siblings siblings;
    /** What each child and the others of this part are to fill together. */
    private final long[] rawSizes;

    private final long[] rawSizesBefore;
    private final long[] rawTold;
    private final long[] rawReplaced;
    private final Set<Tried> refused = new HashSet<>();
    private boolean isLeaving;

    Part(List<? extends @Nullable TrackedOrder> children) {
        this.children = children.toArray(TrackedOrder[]::new);
        this.siblings = children().get(0).siblings();
        this.rawSizes = new long[children.size()];
        this.rawSizesBefore = new long[children.size()];
        this.rawTold = new long[children.size()];
        this.rawReplaced = new long[children.size()];
        Arrays.fill(rawSizesBefore, -1);
    }

    /** The child in a place; null if nothing was due there. */
    public @Nullable TrackedOrder child(int place) {
        return children[place];
    }

    /** All of them, without those that were replaced. */
    public List<TrackedOrder> children() {
        return Arrays.stream(children).filter(Objects::nonNull).toList();
    }

    /** What ties them; null if there is one alone. */
    public @Nullable Siblings siblings() {
        return siblings;
    }

    /** The place of a child, or of one that was replaced; -1 if it is none of this part. */
    public int placeOf(TrackedOrder order) {
        int at = Arrays.asList(children).indexOf(order);
        if (at < 0 && siblings != null) {
            for (Replacement each : siblings.replacements()) {
                at = each.old() == order ? placeOf(each.fresh()) : at;
            }
        }
        return at;
    }

    /** Another order takes a place, or the one before takes it back. */
    public void put(int place, TrackedOrder order) {
        children[place] = order;
        rawTold[place] = 0;
    }

    /** One of them leaves at once: it is for what the parent filled so far, and this part does not grow any more. */
    public void leave() {
        isLeaving = true;
    }

    /** True if one of them leaves at once. */
    public boolean isLeaving() {
        return isLeaving;
    }

    /** What failed to take a place leaves it to what was there before; its part is what that one has open. */
    public void putBack(Replacement failed) {
        int at = Arrays.asList(children).indexOf(failed.fresh());
        if (at >= 0) {
            put(at, failed.old());
            rawSizes[at] = Math.min(
                    rawSizes[at], Math.addExact(rawFilled(), failed.old().rawLeaves()));
        }
    }

    /** The exchange took what takes a place, so that it may be replaced for the same quantity once more. */
    public void tookPlace(Replacement taken) {
        int at = Arrays.asList(children).indexOf(taken.fresh());
        if (at >= 0) {
            rawReplaced[at] = 0;
        }
    }

    /** What its orders have filled together, replaced ones too. */
    public long rawFilled() {
        if (siblings != null) {
            return siblings.rawFilled();
        }
        return children().get(0).rawFilled();
    }

    /** True if it has done what it is for: one of them was filled completely, or together they filled all of it. */
    public boolean isFilled() {
        if (rawFilled() == 0) {
            return false;
        }
        List<TrackedOrder> all = siblings == null ? children() : siblings.members();
        return all.stream().anyMatch(each -> each.status() == OrderStatus.FILLED) || isAllFilled();
    }

    private boolean isAllFilled() {
        for (int place = 0; place < rawSizes.length; place++) {
            if (rawLeft(place) > 0) {
                return false;
            }
        }
        return true;
    }

    /** True while one of them is open or held. */
    public boolean isLive() {
        return children().stream().anyMatch(each -> !each.isClosed());
    }

    /** True while a child was sent and neither its exchange has answered nor its outcome is said to be unknown. */
    public boolean isUnderWay() {
        return children().stream().anyMatch(each -> each.status() == OrderStatus.SUBMITTED && !each.isOutcomeUnknown());
    }

    /** Sets what the child in a place and the others of this part are to fill together from now on. */
    public void size(int place, long rawQuantity) {
        rawSizes[place] = rawQuantity;
    }

    /** Stands for nothing more than what it filled. */
    public void standDown() {
        Arrays.fill(rawSizes, rawFilled());
    }

    /** The strategy asked for a child's size, and may be refused. */
    void ask(int place, long rawQuantity) {
        rawSizesBefore[place] = rawSizes[place];
        rawSizes[place] = rawQuantity;
    }

    /** True while the strategy's wish for a size waits for its answer. */
    boolean isAsked(int place) {
        return rawSizesBefore[place] >= 0;
    }

    void answer(int place, boolean isTaken) {
        if (!isTaken && rawSizesBefore[place] >= 0) {
            rawSizes[place] = rawSizesBefore[place];
        }
        rawSizesBefore[place] = -1;
    }

    /** What a child of this part has left to do. */
    public long rawLeft(int place) {
        return Math.max(0, rawSizes[place] - rawFilled());
    }

    /**
     * What of a branch's quantity this part stands for in a place. What ended without a fill counts on, so that nobody sends it again: it was refused, or
     * somebody did not want it.
     */
    public long rawStanding(int place) {
        TrackedOrder child = children[place];
        if (child == null) {
            return 0;
        }
        if (child.isClosed()) {
            return isFilled() || (siblings != null && siblings.isDismissed(child)) ? 0 : rawLeft(place);
        }
        return Math.min(child.rawMayFill(), rawLeft(place));
    }

    /** Notes to which quantity a child is told to change; false if it was told the same before, and refused that. */
    public boolean tells(int place, long rawQuantity) {
        boolean isNew = rawTold[place] != rawQuantity;
        rawTold[place] = rawQuantity;
        return isNew;
    }

    /** True if a child was told this last. */
    public boolean wasTold(int place, long rawQuantity) {
        return rawTold[place] == rawQuantity;
    }

    /** True if a replacement for this quantity was tried last, or refused since something filled. */
    public boolean wasReplaced(int place, long rawQuantity) {
        return rawReplaced[place] == rawQuantity || refused.contains(new Tried(place, rawQuantity));
    }

    /** Notes for which quantity a replacement is tried; false if it was tried before. */
    public boolean replaces(int place, long rawQuantity) {
        boolean isNew = !wasReplaced(place, rawQuantity);
        rawReplaced[place] = rawQuantity;
        return isNew;
    }

    /** A replacement was refused before it was sent: it would be again while nothing fills. */
    public void refuse(int place, long rawQuantity) {
        refused.add(new Tried(place, rawQuantity));
    }

    void filled() {
        refused.clear();
    }
}
