package io.ttquant.core.engine;

import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.Guard;

/** What follows, for the risk rules, once everybody has heard what happened to an order, and what they do later because of it. */
final class FollowUps {
    private final Engine engine;
    private final RiskControl control;
    private final Sweep sweep;
    private final Exits exits;
    private final Recancels recancels;

    FollowUps(Engine engine, RiskControl control, Sweep sweep, Exits exits) {
        this.engine = engine;
        this.control = control;
        this.sweep = sweep;
        this.exits = exits;
        this.recancels = new Recancels(engine, control, sweep);
    }

    /** Something happened to an order, and everybody has heard of it: a fill on the way may have opened a position after all was cancelled. */
    void after(TrackedOrder order, OrderEvent event) {
        if (engine.state() != EngineState.RUNNING) {
            return;
        }
        if (event instanceof OrderEvent.Filled) {
            flatten(order);
        }
        recancels.after(order, event);
        exits.after(order);
        GuardDesk guards = control.guards();
        if (guards != null && event instanceof OrderEvent.Filled filled) {
            guards.filled(engine.channel(order.instrument().id()), order, filled.fill());
        }
    }

    private void flatten(TrackedOrder order) {
        String why = control.flattening();
        if (why != null) {
            sweep.flatten(engine.slot(order.owner()), Guard.KILL_SWITCH, why);
        } else if (order.owner() < engine.slots().length) {
            sweep.flattenHeld(engine.slots()[order.owner()]);
        }
    }

    long nextDueNanos() {
        return Math.min(exits.nextDueNanos(), recancels.nextDueNanos());
    }

    /** Does what is due; false if nothing was. */
    boolean fire(long nowNanos) {
        return exits.fire(nowNanos) || recancels.fire(nowNanos);
    }
}
