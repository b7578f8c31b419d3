package io.ttquant.core.engine;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Attempts;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Part;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Releases children as their parent fills, lets them grow with it, and ends them with it. */
final class FamilyKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final OrderDesk desk;
    private final OrderChecks checks;
    private final OrderGroups groups;
    private final PartRelease release;
    private final PartKeeper parts;

    private final UnsentChildren unsent;

    FamilyKeeper(Engine engine, OrderDesk desk, OrderChecks checks, OrderGroups groups, VenueRules venue) {
        this.desk = desk;
        this.checks = checks;
        this.groups = groups;
        this.release = new PartRelease(engine, desk, checks, groups, venue);
        this.parts = new PartKeeper(desk, release, venue);
        this.unsent = new UnsentChildren(engine);
    }

    /** Something happened to a member. */
    void heard(TrackedOrder order, OrderFamily family, OrderEvent event) {
        Branch its = family.branchOf(order);
        if (event instanceof OrderEvent.Filled filled) {
            family.paid(filled.fill());
        }
        if (its != null && event instanceof OrderEvent.Filled) {
            its.filled();
        } else if (its != null && (event instanceof OrderEvent.Updated || event instanceof OrderEvent.UpdateRejected)) {
            its.answered(order, event instanceof OrderEvent.Updated);
            its.unsettle();
        } else if (its != null
                && event instanceof OrderEvent.CancelRejected refused
                && refused.reason() != RejectReason.ORDER_NOT_OPEN) {
            // It is there still though it should not be.
            if (order.siblings() != null) {
                order.siblings().cancelRefused(order);
            }
            if (mayAsk(its.repeatedCancels(), order)) {
                its.unsettle();
            }
        }
        unsent.heard(order, family, event);
        keep(family);
    }

    private void keep(OrderFamily family) {
        if (family.mayKeepNow()) {
            do {
                family.branches().forEach(branch -> keep(branch, family));
            } while (family.mustKeepAgain());
        }
    }

    /** The session sends orders again; the number of the last one of before. */
    void sendUnsent(long lastSequence) {
        unsent.mayLeave(lastSequence).forEach(this::keep);
    }

    /** The strategy does not want a group any more. */
    void forget(OrderGroup group) {
        unsent.forget(group);
    }

    private void keep(Branch branch, OrderFamily family) {
        TrackedOrder parent = family.parent();
        parts.trim(branch, family);
        if (family.kind() == GroupKind.BRACKET
                && branch.isExited()
                && mayCancel(parent)
                && mayAsk(family.parentCancels(), parent)) {
            desk.cancelFor(parent, "an exit of its bracket filled");
        }
        if (branch.isOver()) {
            return;
        }
        if (branch.first().children().get(0).isHeld()) {
            keepHeld(branch, family);
        } else {
            if (branch.isClosed()) {
                // The exchange ended or refused them: what the parent fills from now on is to be protected all the
                // same.
                branch.park();
            }
            parts.extend(branch, family);
        }
    }

    private static boolean mayAsk(Attempts cancels, TrackedOrder order) {
        boolean isMore = cancels.begin();
        if (cancels.areJustOver()) {
            LOG.error(
                    "{} is not wanted any more, but its exchange refused {} cancels; no more are sent: look at the exchange,"
                            + " and cancel it there",
                    order,
                    Attempts.MOST);
        }
        return isMore;
    }

    private static boolean mayCancel(TrackedOrder parent) {
        return parent.isOpen() && !parent.isCancelUnderWay();
    }

    private void keepHeld(Branch branch, OrderFamily family) {
        TrackedOrder parent = family.parent();
        if (release.isReady(branch, family)) {
            release.first(branch, family);
        } else if (parent.isClosed()) {
            String why = "parent " + parent.clientId() + " is " + parent.status() + " and released nothing";
            branch.first().children().forEach(child -> groups.cancelHeld(child, why));
            branch.park();
        }
    }

    /** The strategy cancels a parent, and its children with it while they are held, or a child, and what lives together with it. */
    void cancelAsked(TrackedOrder order, OrderFamily family) {
        Branch branch = family.branchOf(order);
        if (branch == null || branch.isOver()) {
            return;
        }
        branch.end();
        Part its = branch.partOf(order);
        for (Part part : branch.parts()) {
            if (part != its || isStoodFor(order)) {
                String why = "its sibling " + order.clientId() + " was cancelled";
                part.children().stream().filter(child -> child != order).forEach(child -> desk.cancelFor(child, why));
            }
        }
    }

    /** True if the end of an order does not end its group, since another takes its place. */
    private static boolean isStoodFor(TrackedOrder order) {
        return order.siblings() != null && order.siblings().isCovered(order);
    }

    void amendHeld(TrackedOrder child, OrderFamily family, Amendment amendment) {
        OrderRequest revised = child.request().with(amendment);
        Refusal refusal = checks.checkHeldAmendment(
                child, amendment, revised, family.parent().rawQuantity());
        Branch branch = family.branchOf(child);
        if (refusal != null) {
            desk.sayUpdateRejected(child, refusal);
        } else if (branch != null) {
            branch.ask(child, revised);
            child.revise(revised);
            desk.sayUpdated(child);
        }
    }

    void quantityAsked(TrackedOrder order, OrderFamily family, long rawQuantity) {
        Branch branch = family.branchOf(order);
        if (branch != null) {
            branch.askQuantity(order, rawQuantity);
        }
    }
}
