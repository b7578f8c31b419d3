package io.ttquant.core.engine;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges orders that stand or fall together: if one is refused, all are, and nothing leaves. */
final class GroupAdmission {
    private final Engine engine;
    private final OrderDesk desk;
    private final OrderChecks checks;

    GroupAdmission(Engine engine, OrderDesk desk, OrderChecks checks) {
        this.engine = engine;
        this.desk = desk;
        this.checks = checks;
    }

    /**
     * Checks a group. Orders that leave now hold their funds back and are listed afterwards; held ones are judged by their own
     * rules alone.
     *
     * @param shape why the group as such is refused; null if it is not
     * @return false if all of it was denied
     */
    boolean admit(StrategySlot slot, List<TrackedOrder> leaving, List<TrackedOrder> held, @Nullable Refusal shape) {
        List<@Nullable Refusal> refusals = new ArrayList<>();
        TrackedOrder culprit = null;
        for (TrackedOrder order : leaving) {
            InstrumentChannel channel = engine.channel(order.instrument().id());
            Refusal refusal = shape != null ? shape : checks.check(slot, channel, order, Sender.STRATEGY);
            if (refusal == null) {
                desk.list(slot, channel, order);
            }
            culprit = culprit == null && refusal != null ? order : culprit;
            refusals.add(refusal);
        }
        long rawParent = leaving.get(0).rawQuantity();
        for (TrackedOrder order : held) {
            Refusal refusal = shape != null ? shape : checks.checkHeld(order, rawParent);
            culprit = culprit == null && refusal != null ? order : culprit;
            refusals.add(refusal);
        }
        if (culprit == null) {
            return true;
        }
        List<TrackedOrder> all = new ArrayList<>(leaving);
        all.addAll(held);
        denyAll(all, refusals, culprit);
        return false;
    }

    private void denyAll(List<TrackedOrder> orders, List<@Nullable Refusal> refusals, TrackedOrder culprit) {
        // All are closed before the first word on one of them, so that nobody takes the others for held or open.
        for (TrackedOrder order : orders) {
            desk.closed(order);
            order.become(OrderStatus.DENIED);
        }
        for (int i = 0; i < orders.size(); i++) {
            Refusal own = refusals.get(i);
            desk.sayDenied(orders.get(i), own != null ? own : because(culprit, refusals.get(orders.indexOf(culprit))));
        }
    }

    private static Refusal because(TrackedOrder culprit, @Nullable Refusal why) {
        return new Refusal(
                RejectReason.GROUP_DENIED,
                "order " + culprit.clientId() + " of the same group was denied"
                        + (why == null ? "" : " (" + why.reason() + ": " + why.message() + ")")
                        + "; nothing of the group was sent");
    }
}
