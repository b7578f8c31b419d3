package io.ttquant.core.engine;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.order.Branch;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Releases children as their parent fills, lets them grow with it, and ends them with it. */
final class FamilyKeeper {
    private final Engine engine;
    private final OrderDesk desk;
    private final OrderChecks checks;
    private final OrderGroups groups;

    FamilyKeeper(Engine engine, OrderDesk desk, OrderChecks checks, OrderGroups groups) {
        this.engine = engine;
        this.desk = desk;
        this.checks = checks;
        this.groups = groups;
    }

    /** Something happened to a member. */
    void heard(OrderFamily family) {
        if (family.mayKeepNow()) {
            do {
                family.branches().forEach(branch -> keep(branch, family));
            } while (family.mustKeepAgain());
        }
    }

    private void keep(Branch branch, OrderFamily family) {
        TrackedOrder parent = family.parent();
        if (family.kind() == GroupKind.BRACKET && branch.isFilled() && parent.isOpen()) {
            desk.cancelFor(parent, "an exit of its bracket filled");
        }
        if (branch.isOver()) {
            return;
        }
        if (branch.present().get(0).isHeld()) {
            keepHeld(branch, family);
        } else if (!branch.isClosed()) {
            grow(branch, family);
        } else if (!branch.isRenewable()) {
            branch.end();
        } else if (isReady(branch, family)) {
            renew(branch, family);
        }
    }

    private void keepHeld(Branch branch, OrderFamily family) {
        TrackedOrder parent = family.parent();
        if (isReady(branch, family)) {
            release(branch, family);
        } else if (parent.isClosed()) {
            String why = "parent " + parent.clientId() + " is " + parent.status() + " and released nothing";
            branch.present().forEach(child -> groups.cancelHeld(child, why));
            branch.park();
        }
    }

    /** True if enough of the parent has filled for a child that its instrument takes; once the parent has ended, whatever it has filled. */
    private boolean isReady(Branch branch, OrderFamily family) {
        for (int i = 0; i < branch.present().size(); i++) {
            long due = branch.rawDue(i, family.rawReleasing());
            if (due > 0 && family.parent().isClosed()) {
                return true;
            }
            OrderRequest request = branch.asked().get(i).withQuantity(rawReleased(branch, i, family));
            if (due > 0 && checks.keepsRules(request)) {
                return true;
            }
        }
        return false;
    }

    /** What a child is released with; of one that only reduces at most the position, of which fees may have taken a part. */
    private long rawReleased(Branch branch, int child, OrderFamily family) {
        long due = branch.rawDue(child, family.rawReleasing());
        OrderRequest asked = branch.asked().get(child);
        if (asked.isReducing()) {
            long held = branch.present().get(child).position().rawQuantity();
            long reducible = Math.max(0, -asked.side().sign() * held);
            due = reducible == 0 ? due : Math.min(due, reducible);
        }
        return due / asked.instrument().rawLot() * asked.instrument().rawLot();
    }

    private void release(Branch branch, OrderFamily family) {
        StrategySlot slot = engine.slot(family.parent().owner());
        List<TrackedOrder> sent = new ArrayList<>();
        for (int i = 0; i < branch.present().size(); i++) {
            TrackedOrder child = branch.present().get(i);
            groups.leave(child);
            child.revise(branch.asked().get(i).withQuantity(rawReleased(branch, i, family)));
            InstrumentChannel channel = engine.channel(child.instrument().id());
            Refusal refusal = checks.check(slot, channel, child, Sender.GROUP);
            if (refusal == null) {
                desk.list(slot, channel, child);
                sent.add(child);
            } else {
                desk.deny(child, refusal);
            }
        }
        if (sent.isEmpty()) {
            branch.end();
        } else {
            desk.send(sent);
        }
    }

    private void renew(Branch branch, OrderFamily family) {
        StrategySlot slot = engine.slot(family.parent().owner());
        List<TrackedOrder> children = groups.create(slot, branch.asked());
        if (children.size() > 1) {
            groups.tie(GroupKind.OUO, children);
        }
        family.renew(branch, children);
        release(branch, family);
    }

    /** Lets working children grow to what the parent has filled, one amendment at a time. */
    private void grow(Branch branch, OrderFamily family) {
        for (int i = 0; i < branch.present().size(); i++) {
            TrackedOrder child = branch.present().get(i);
            long wanted = rawWanted(branch, i, family);
            if (isQuiet(child) && wanted > child.rawQuantity() && branch.growsTo(i, wanted)) {
                desk.amendFor(child, Amendment.ofQuantity(wanted));
            }
        }
    }

    private long rawWanted(Branch branch, int child, OrderFamily family) {
        return Math.addExact(branch.present().get(child).rawFilled(), rawReleased(branch, child, family));
    }

    private static boolean isQuiet(TrackedOrder child) {
        OrderStatus status = child.status();
        return status == OrderStatus.ACCEPTED
                || status == OrderStatus.TRIGGERED
                || status == OrderStatus.PARTIALLY_FILLED;
    }

    /** The strategy cancels a parent, and its children with it while they are held, or a child, and what lives together with it. */
    void cancelAsked(TrackedOrder order, OrderFamily family) {
        Branch branch = branchOf(order, family);
        if (branch != null) {
            branch.end();
        }
    }

    void amendHeld(TrackedOrder child, OrderFamily family, Amendment amendment) {
        OrderRequest revised = child.request().with(amendment);
        Refusal refusal = checks.checkHeldAmendment(
                child, amendment, revised, family.parent().rawQuantity());
        Branch branch = branchOf(child, family);
        if (refusal != null) {
            desk.sayUpdateRejected(child, refusal);
        } else if (branch != null) {
            branch.ask(child, revised);
            child.revise(revised);
            desk.sayUpdated(child);
        }
    }

    void quantityAsked(TrackedOrder order, OrderFamily family, long rawQuantity) {
        Branch branch = branchOf(order, family);
        if (branch != null) {
            branch.askQuantity(order, rawQuantity);
        }
    }

    private static @Nullable Branch branchOf(TrackedOrder order, OrderFamily family) {
        for (Branch branch : family.branches()) {
            if (branch.present().contains(order)) {
                return branch;
            }
        }
        return null;
    }
}
