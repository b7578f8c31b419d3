package io.ttquant.core.engine;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Part;
import io.ttquant.core.order.Replacement;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.List;

/**
 * Lets the children of a branch together have open what their parent has filled and none of them has closed yet: with amendments where the exchange takes
 * them, else with further parts, and with orders that take the place of others where a part has to become smaller.
 */
final class PartKeeper {
    /** So many parts are made beside each other; after that the youngest is replaced by a larger one, as far as that can be. */
    static final int MOST_PARTS = 8;

    private final OrderDesk desk;
    private final PartRelease release;
    private final VenueRules venue;

    PartKeeper(OrderDesk desk, PartRelease release, VenueRules venue) {
        this.desk = desk;
        this.release = release;
        this.venue = venue;
    }

    /** Goes on with replacements, and makes smaller what is more than its part has left, or than all parts together have. */
    void trim(Branch branch, OrderFamily family) {
        for (Part part : branch.parts()) {
            replaced(part);
        }
        if (branch.isUneven()) {
            branch.settle();
            for (int place = 0; place < branch.places(); place++) {
                trim(branch, place, family);
            }
        }
    }

    private void replaced(Part part) {
        Siblings siblings = part.siblings();
        if (siblings == null) {
            return;
        }
        for (Replacement each : siblings.replacements()) {
            if (each.hasFailed()) {
                part.putBack(each);
            }
            if (each.takesEffect()) {
                part.tookPlace(each);
                desk.cancelFor(each.old(), "replaced by " + each.fresh().clientId());
            }
        }
    }

    private void trim(Branch branch, int place, OrderFamily family) {
        long budget = branch.rawDue(place, family.rawReleasing());
        for (Part part : branch.parts()) {
            TrackedOrder child = part.child(place);
            if (child == null || !child.isOpen()) {
                continue;
            }
            long want = Math.min(part.rawLeft(place), budget);
            budget -= Math.min(want, child.rawLeaves());
            if (isKeptByVenue(part) || child.rawLeaves() <= want) {
                continue;
            }
            part.size(place, Math.addExact(part.rawFilled(), want));
            if (want == 0) {
                dismiss(part, place, child);
            } else if (isQuiet(child)) {
                reduce(branch, part, place, child, want, family);
            } else {
                branch.unsettle();
            }
        }
    }

    /**
     * Nothing is left to do in a place, with what is to be replaced there too. Parts share what is due in one place
     * otherwise than in another, so that the others of the part may be needed on.
     */
    private void dismiss(Part part, int place, TrackedOrder child) {
        String why = "what it was to close is closed";
        Siblings siblings = part.siblings();
        if (siblings == null) {
            desk.cancelFor(child, why);
            return;
        }
        List<TrackedOrder> there = siblings.members().stream()
                .filter(member -> member.isOpen() && part.placeOf(member) == place)
                .toList();
        there.forEach(siblings::dismiss);
        there.forEach(member -> desk.cancelFor(member, why));
    }

    private void reduce(Branch branch, Part part, int place, TrackedOrder child, long rawWanted, OrderFamily family) {
        if (child.type() == OrderType.MARKET) {
            // It leaves at once and only reduces; a smaller one beside it would leave twice.
            return;
        }
        Amendment smaller = Amendment.ofQuantity(Math.addExact(child.rawFilled(), rawWanted));
        if (venue.checkAmendment(child, smaller) == null && part.tells(place, smaller.rawQuantity())) {
            branch.unsettle();
            desk.amendFor(child, smaller);
        } else if (isReplaceable(part, child) && part.replaces(place, rawWanted)) {
            release.instead(branch, part, place, rawWanted, family);
        }
    }

    /** True if an order may stand beside the one that is to take its place: the exchange sees to it that both only reduce, and it does not execute. */
    private boolean isReplaceable(Part part, TrackedOrder child) {
        return part.siblings() != null
                && !isKeptByVenue(part)
                && child.request().isReducing()
                && !venue.reducing().isOurs(child.instrument())
                && (!child.type().hasTrigger() || child.isUntriggered());
    }

    private static boolean isKeptByVenue(Part part) {
        Siblings siblings = part.siblings();
        return siblings != null && siblings.isKeptByVenue();
    }

    /** Covers what nothing stands for yet. */
    void extend(Branch branch, OrderFamily family) {
        long[] missing = new long[branch.places()];
        boolean isAny = false;
        for (int place = 0; place < missing.length; place++) {
            missing[place] = release.rawMissing(branch, place, family);
            isAny |= missing[place] > 0;
        }
        if (!isAny && !branch.isClosed()) {
            return;
        }
        Part youngest = branch.youngest();
        if (youngest != null && mayGrow(youngest, missing)) {
            grow(youngest, missing);
        } else if (branch.parts().stream().noneMatch(this::isLeftToVenue)
                && branch.working().stream().noneMatch(Part::isUnderWay)) {
            if (youngest != null && isBetterReplaced(branch, youngest, missing, family)) {
                enlarge(branch, youngest, missing, family);
            } else if (release.isReady(branch, family)) {
                release.further(branch, family);
            }
        }
    }

    /**
     * True if the exchange keeps a part and lets it grow: what it has filled, changed and refused may be on its way here, so that nothing may be sent beside it
     * that is not tied to it.
     */
    private boolean isLeftToVenue(Part part) {
        return isKeptByVenue(part) && part.isLive() && part.children().stream().allMatch(venue::mayGrow);
    }

    /** True if all children that need to grow can, and did not refuse it; one that has ended cannot. */
    private boolean mayGrow(Part part, long[] missing) {
        boolean isAny = false;
        for (int place = 0; place < missing.length; place++) {
            TrackedOrder child = part.child(place);
            if (missing[place] == 0) {
                continue;
            }
            if (child == null
                    || child.isClosed()
                    || !venue.mayGrow(child)
                    || (isQuiet(child) && part.wasTold(place, rawGrown(part, place, child, missing)))) {
                return false;
            }
            isAny = true;
        }
        return isAny;
    }

    private static long rawGrown(Part part, int place, TrackedOrder child, long[] missing) {
        return Math.addExact(child.rawFilled(), Math.addExact(part.rawStanding(place), missing[place]));
    }

    private void grow(Part part, long[] missing) {
        for (int place = 0; place < missing.length; place++) {
            TrackedOrder child = part.child(place);
            if (child != null && missing[place] > 0 && isQuiet(child)) {
                grow(part, place, child, missing);
            }
        }
    }

    private void grow(Part part, int place, TrackedOrder child, long[] missing) {
        long wanted = rawGrown(part, place, child, missing);
        if (wanted > child.rawQuantity() && part.tells(place, wanted)) {
            part.size(place, Math.addExact(part.rawFilled(), wanted - child.rawFilled()));
            if (part.siblings() != null) {
                part.siblings().recall(child);
            }
            desk.amendFor(child, Amendment.ofQuantity(wanted));
        }
    }

    /** True if there are parts enough, or what is missing cannot stand alone, and the youngest part can be replaced by a larger one. */
    private boolean isBetterReplaced(Branch branch, Part part, long[] missing, OrderFamily family) {
        boolean isEnough = branch.working().size() >= MOST_PARTS;
        if (!isEnough && !(family.parent().isClosed() && !release.keepsRules(branch, missing))) {
            return false;
        }
        for (int place = 0; place < missing.length; place++) {
            TrackedOrder child = part.child(place);
            if (missing[place] > 0
                    && (child == null
                            || !isQuiet(child)
                            || !(growsAnew(part, place, child, missing)
                                    || isReplacedAnew(part, place, child, missing)))) {
                return false;
            }
        }
        return true;
    }

    private boolean growsAnew(Part part, int place, TrackedOrder child, long[] missing) {
        return venue.mayGrow(child) && !part.wasTold(place, rawGrown(part, place, child, missing));
    }

    private boolean isReplacedAnew(Part part, int place, TrackedOrder child, long[] missing) {
        return isReplaceable(part, child)
                && !part.wasReplaced(place, Math.addExact(part.rawStanding(place), missing[place]));
    }

    private void enlarge(Branch branch, Part part, long[] missing, OrderFamily family) {
        for (int place = 0; place < missing.length; place++) {
            TrackedOrder child = part.child(place);
            if (child == null || missing[place] == 0) {
                continue;
            }
            if (growsAnew(part, place, child, missing)) {
                grow(part, place, child, missing);
                continue;
            }
            long wanted = Math.addExact(part.rawStanding(place), missing[place]);
            if (part.replaces(place, wanted)) {
                release.instead(branch, part, place, wanted, family);
                if (part.child(place) != child) {
                    part.size(place, Math.addExact(part.rawFilled(), wanted));
                }
            }
        }
    }

    static boolean isQuiet(TrackedOrder child) {
        OrderStatus status = child.status();
        return status == OrderStatus.ACCEPTED
                || status == OrderStatus.TRIGGERED
                || status == OrderStatus.PARTIALLY_FILLED;
    }
}
