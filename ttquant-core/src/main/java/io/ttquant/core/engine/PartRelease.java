package io.ttquant.core.engine;

import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Part;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends children: held ones that their parent releases, those of further parts, and those that take the place of others. */
final class PartRelease {
    private final Engine engine;
    private final OrderDesk desk;
    private final OrderChecks checks;
    private final OrderGroups groups;
    private final VenueRules venue;
    private final BoughtCoins coins;

    PartRelease(Engine engine, OrderDesk desk, OrderChecks checks, OrderGroups groups, VenueRules venue) {
        this.venue = venue;
        this.engine = engine;
        this.desk = desk;
        this.checks = checks;
        this.groups = groups;
        this.coins = new BoughtCoins(engine, checks);
    }

    /** True if enough of the parent has filled for a child that its instrument takes; once the parent has ended, whatever it has filled. */
    boolean isReady(Branch branch, OrderFamily family) {
        for (int place = 0; place < branch.places(); place++) {
            if (branch.rawDue(place, family.rawReleasing()) > 0
                    && family.parent().isClosed()) {
                return true;
            }
            long missing = rawMissing(branch, place, family);
            if (missing > 0 && checks.keepsRules(branch.asked(place).withQuantity(missing))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What nothing stands for yet, in whole lots. Of a child that only reduces, all parts together are for no more than the
     * position; of one that sells on spot what the parent bought, for no more than the family has left of it.
     */
    long rawMissing(Branch branch, int place, OrderFamily family) {
        OrderRequest asked = branch.asked(place);
        boolean isSale = coins.areSold(asked, family.parent());
        long due = branch.rawDue(place, family.rawReleasing());
        due = isSale ? Math.min(due, family.rawUnsold()) : due;
        if (asked.isReducing()) {
            long reducible = Math.max(0, -asked.side().sign() * rawHeld(asked, family));
            due = reducible == 0 ? due : Math.min(due, reducible);
        }
        long standing = branch.rawStanding(place);
        long missing = due - standing;
        if (missing > 0 && isSale && !asked.isReducing()) {
            missing = coins.rawOffered(slot(family), asked, missing, rawHeld(asked, family) - standing);
        }
        return missing <= 0
                ? 0
                : missing / asked.instrument().rawLot() * asked.instrument().rawLot();
    }

    private long rawHeld(OrderRequest asked, OrderFamily family) {
        return engine.channel(asked.instrument().id())
                .positions()
                .of(slot(family), asked.positionSide())
                .rawQuantity();
    }

    /** True if each of some quantities that are missing is one that its instrument takes. */
    boolean keepsRules(Branch branch, long[] missing) {
        for (int place = 0; place < missing.length; place++) {
            if (missing[place] > 0 && !checks.keepsRules(branch.askedNow(place).withQuantity(missing[place]))) {
                return false;
            }
        }
        return true;
    }

    private StrategySlot slot(OrderFamily family) {
        return engine.slot(family.parent().owner());
    }

    /** Sends the children that were held. */
    void first(Branch branch, OrderFamily family) {
        Part part = branch.first();
        List<TrackedOrder> children = part.children();
        for (int place = 0; place < children.size(); place++) {
            TrackedOrder child = children.get(place);
            long missing = rawMissing(branch, place, family);
            groups.leave(child);
            child.revise(branch.asked(place).withQuantity(missing));
        }
        if (!send(branch, part, family, "")) {
            branch.park();
        }
    }

    /** Sends a further part for all that nothing stands for yet. */
    void further(Branch branch, OrderFamily family) {
        List<@Nullable TrackedOrder> children = new ArrayList<>();
        List<TrackedOrder> made = new ArrayList<>();
        for (int place = 0; place < branch.places(); place++) {
            long missing = Math.min(rawMissing(branch, place, family), rawTied(branch, place, family));
            TrackedOrder child = null;
            if (missing > 0 && !branch.isRefused(place, missing)) {
                child = desk.create(slot(family), branch.askedNow(place).withQuantity(missing));
                made.add(child);
            }
            children.add(child);
        }
        if (made.isEmpty()) {
            return;
        }
        if (made.size() > 1 || (branch.places() > 1 && !groups.areExclusiveAtVenue(made))) {
            // One alone may have to be replaced by a smaller one when others fill.
            groups.tie(GroupKind.OUO, made);
        }
        send(
                branch,
                family.addPart(branch, children),
                family,
                "; so much of what " + family.parent().clientId() + " filled is left without it");
    }

    /**
     * The most of a further child beside others that work. Where the exchange keeps groups it is no more than is sent together with it: it would not be tied
     * to those that work, so that both could fill for the same quantity. Where we keep them, that is seen to when one fills.
     */
    private long rawTied(Branch branch, int place, OrderFamily family) {
        if (!venue.knowsGroups() || branch.places() == 1 || branch.isClosed()) {
            return Long.MAX_VALUE;
        }
        long most = 0;
        for (int other = 0; other < branch.places(); other++) {
            most = other == place ? most : Math.max(most, rawMissing(branch, other, family));
        }
        return most;
    }

    private boolean send(Branch branch, Part part, OrderFamily family, String more) {
        List<TrackedOrder> sent = new ArrayList<>();
        for (int place = 0; place < branch.places(); place++) {
            TrackedOrder child = part.child(place);
            if (child == null) {
                continue;
            }
            Refusal refusal = list(child, family);
            if (refusal == null) {
                part.size(place, child.rawQuantity());
                branch.refuse(place, 0);
                sent.add(child);
            } else {
                branch.refuse(place, child.rawQuantity());
                desk.deny(child, new Refusal(refusal.reason(), refusal.message() + more));
            }
        }
        if (!sent.isEmpty()) {
            desk.send(sent);
        }
        return !sent.isEmpty();
    }

    private @Nullable Refusal list(TrackedOrder child, OrderFamily family) {
        InstrumentChannel channel = engine.channel(child.instrument().id());
        Refusal refusal = checks.check(slot(family), channel, child, Sender.GROUP);
        if (refusal == null) {
            desk.list(slot(family), channel, child);
        }
        return refusal;
    }

    /** Sends an order that takes the place of one that cannot be amended; the old one is cancelled when the new one is there. */
    void instead(Branch branch, Part part, int place, long rawQuantity, OrderFamily family) {
        TrackedOrder old = part.child(place);
        Siblings siblings = part.siblings();
        if (old == null || siblings == null) {
            return;
        }
        TrackedOrder fresh = desk.create(slot(family), branch.askedNow(place).withQuantity(rawQuantity));
        family.add(fresh);
        siblings.replace(old, fresh);
        part.put(place, fresh);
        Refusal refusal = list(fresh, family);
        if (refusal == null) {
            desk.send(List.of(fresh));
        } else {
            part.put(place, old);
            part.refuse(place, rawQuantity);
            desk.deny(
                    fresh,
                    new Refusal(
                            refusal.reason(),
                            refusal.message() + "; it was to take the place of " + old.clientId() + ", which stays"));
        }
    }
}
