package io.ttquant.core.engine;

import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.TradingStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cancels again what is open although its cancel was refused, as long as it is to go: while the kill switch is tripped, its strategy has ended, or who
 * holds it wants it cancelled. An exchange that refuses is not helped by more of the same at once, so that each wait is twice the one before.
 */
final class Recancels {
    private static final class Refused {
        final TrackedOrder order;
        private long waitNanos = Exit.FIRST_WAIT;
        private long dueNanos = EpochNanos.NEVER;

        Refused(TrackedOrder order) {
            this.order = order;
        }

        void again(long nowNanos) {
            dueNanos = Math.addExact(nowNanos, waitNanos);
            waitNanos = Math.min(Exit.LONGEST_WAIT, waitNanos * 2);
        }
    }

    private final Engine engine;
    private final RiskControl control;
    private final Sweep sweep;
    private final Map<TrackedOrder, Refused> refused = new LinkedHashMap<>();
    private long nextDue = EpochNanos.NEVER;

    Recancels(Engine engine, RiskControl control, Sweep sweep) {
        this.engine = engine;
        this.control = control;
        this.sweep = sweep;
    }

    void after(TrackedOrder order, OrderEvent event) {
        if (order.isClosed()) {
            if (!refused.isEmpty()) {
                refused.remove(order);
            }
        } else if (event instanceof OrderEvent.CancelRejected && isToGo(order)) {
            refused.computeIfAbsent(order, Refused::new).again(engine.now());
            schedule();
        }
    }

    private boolean isToGo(TrackedOrder order) {
        if (control.exits().isExit(order) && !control.isGivingUpExits()) {
            return false;
        }
        if (control.isKilled()) {
            return true;
        }
        if (order.owner() >= engine.slots().length) {
            return false;
        }
        StrategySlot slot = engine.slots()[order.owner()];
        return slot.state().isOver() || isFlattening(slot) || mayIncreaseThoughHeld(slot, order);
    }

    private boolean isFlattening(StrategySlot slot) {
        return control.desk().account().isFlattening()
                || control.desk().strategy(slot.index).isFlattening();
    }

    private boolean mayIncreaseThoughHeld(StrategySlot slot, TrackedOrder order) {
        return control.stage(slot) != TradingStage.ACTIVE
                && sweep.increasing(slot).contains(order);
    }

    long nextDueNanos() {
        return nextDue;
    }

    /** Sends what is due; false if nothing was. */
    boolean fire(long nowNanos) {
        if (nextDue > nowNanos) {
            return false;
        }
        List<TrackedOrder> due = new ArrayList<>();
        refused.values().stream().filter(each -> each.dueNanos <= nowNanos).forEach(each -> {
            each.dueNanos = EpochNanos.NEVER;
            due.add(each.order);
        });
        schedule();
        due.forEach(this::cancel);
        return true;
    }

    private void cancel(TrackedOrder order) {
        if (!order.isClosed() && isToGo(order) && engine.state() == EngineState.RUNNING) {
            sweep.cancelAgain(engine.slot(order.owner()), order);
        } else {
            refused.remove(order);
        }
    }

    private void schedule() {
        nextDue = EpochNanos.NEVER;
        refused.values().forEach(each -> nextDue = Math.min(nextDue, each.dueNanos));
        engine.dueAt(nextDue);
    }
}
