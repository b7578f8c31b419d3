package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskScope;
import io.ttquant.core.risk.TradingStage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels what is open and closes what is held, of a strategy or of all. */
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(RiskControl.class);

    private final Engine engine;
    private final RiskControl control;
    private final Exits exits;

    Sweep(Engine engine, RiskControl control, Exits exits) {
        this.engine = engine;
        this.control = control;
        this.exits = exits;
    }

    /**
     * Cancels the orders of a strategy, or of all; exits that are under way go on while positions are closed.
     *
     * @return what went wrong, for a message; empty if nothing did
     */
    String cancelAll(@Nullable StrategySlot only) {
        StringBuilder failures = new StringBuilder();
        for (StrategySlot slot : engine.slots()) {
            if (only == null || only == slot) {
                endWork(slot, failures);
            }
        }
        cancel(only, order -> exits.isExit(order) && !control.isGivingUpExits(), failures);
        return failures.toString();
    }

    /** The same for those that may open or increase a position, and for nothing that would send more later. */
    String cancelIncreasing(@Nullable StrategySlot only) {
        StringBuilder failures = new StringBuilder();
        Set<Order> increasing = Collections.newSetFromMap(new IdentityHashMap<>());
        increasing.addAll(increasing(only));
        cancel(only, order -> !increasing.contains(order), failures);
        return failures.toString();
    }

    /** The open orders of a strategy, or of all, that may open or increase a position. */
    List<Order> increasing(@Nullable StrategySlot only) {
        List<Order> all = new ArrayList<>();
        for (InstrumentChannel channel : engine.channels()) {
            for (StrategySlot slot : owners()) {
                OpenOrders open =
                        only == null || only == slot ? channel.orders().orNull(slot) : null;
                if (open != null && open.size() > 0) {
                    all.addAll(increasing(slot, channel, open));
                }
            }
        }
        return all;
    }

    private List<Order> increasing(StrategySlot slot, InstrumentChannel channel, OpenOrders open) {
        List<Order> orders = open.toList();
        boolean isOwned = channel.instrument().kind() == InstrumentKind.SPOT
                && engine.ledger().policy() != FundsPolicy.BORROW;
        if (isOwned) {
            orders.removeAll(SpotSales.within(channel.positions().of(slot).rawQuantity(), orders));
        }
        orders.removeIf(order -> order.request().isReducing());
        return orders;
    }

    /** The same for what an earlier run left: of its orders on spot no exchange says that they only reduce, and one that sells protects what is held. */
    String cancelIncreasingOfBefore(@Nullable StrategySlot only) {
        StringBuilder failures = new StringBuilder();
        cancel(only, order -> order.request().isReducing() || isSaleOfSpot(order), failures);
        return failures.toString();
    }

    private static boolean isSaleOfSpot(Order order) {
        return order.side() == Side.SELL && !order.instrument().kind().isDerivative();
    }

    private void cancel(@Nullable StrategySlot only, Predicate<Order> isKept, StringBuilder failures) {
        for (InstrumentChannel channel : engine.channels()) {
            for (StrategySlot slot : owners()) {
                OpenOrders open =
                        only == null || only == slot ? channel.orders().orNull(slot) : null;
                if (open != null && open.size() > 0) {
                    open.toList().stream().filter(isKept.negate()).forEach(order -> cancel(slot, order, failures));
                }
            }
        }
    }

    /** Ends what would send orders later: algorithms at work, and orders held until others fill. */
    private void endWork(StrategySlot slot, StringBuilder failures) {
        try {
            slot.executions().cancelAll();
            engine.desk().cancelHeld(slot);
        } catch (RuntimeException e) {
            LOG.error("what strategy {} has at work could not be ended", slot.id, e);
            failures.append("; what strategy ")
                    .append(slot.id)
                    .append(" has at work could not be ended: ")
                    .append(e.getMessage());
        }
    }

    /** Cancels an order again; that it cannot be sent is in the log only. */
    void cancelAgain(StrategySlot slot, Order order) {
        cancel(slot, order, new StringBuilder());
    }

    private void cancel(StrategySlot slot, Order order, StringBuilder failures) {
        try {
            engine.desk().cancel(slot, order);
        } catch (RuntimeException e) {
            LOG.error("order {} could not be cancelled", order.clientId(), e);
            failures.append("; order ")
                    .append(order.clientId())
                    .append(" could not be cancelled: ")
                    .append(e.getMessage());
        }
    }

    /** The strategies, and once the kill switch is tripped, who else has orders and positions on the account. */
    private StrategySlot[] owners() {
        return control.isKilled() && engine.reports() instanceof LiveAccount live
                ? StrategySlot.with(engine.slots(), live.external())
                : engine.slots();
    }

    /** Closes what a strategy holds, again, while something holds it or the account that closes positions. */
    void flattenHeld(StrategySlot slot) {
        flattenHeld(control.desk().account(), slot);
        flattenHeld(control.desk().strategy(slot.index), slot);
    }

    private void flattenHeld(RiskScope scope, StrategySlot slot) {
        if (scope.isFlattening() && !control.isGivingUpExits() && engine.state() == EngineState.RUNNING) {
            scope.holds().stream()
                    .filter(RiskRecord.Held::isFlattening)
                    .forEach(held -> flatten(slot, held.cause(), held.reason()));
        }
    }

    /**
     * Exits that were to go on until a position is flat go no further for those who may open positions again. What no
     * strategy did is closed by the kill switch only.
     */
    void keepExitsToWhatIsHeld() {
        for (StrategySlot slot : engine.slots()) {
            if (control.stage(slot) != TradingStage.HALTED) {
                exits.keepTo(slot);
            }
        }
        if (!control.isKilled() && engine.reports() instanceof LiveAccount live) {
            exits.abandon(live.external());
        }
    }

    /** Closes the positions of a strategy, or of all, until they are flat. */
    void flatten(@Nullable StrategySlot only, Guard guard, String message) {
        for (InstrumentChannel channel : engine.channels()) {
            for (StrategySlot slot : owners()) {
                PositionState whole =
                        only == null || only == slot ? channel.positions().orNull(slot) : null;
                if (whole != null) {
                    for (PositionSide side : PositionSide.values()) {
                        flatten(slot, channel, whole, side, guard, message);
                    }
                }
            }
        }
    }

    private void flatten(
            StrategySlot slot,
            InstrumentChannel channel,
            PositionState whole,
            PositionSide side,
            Guard guard,
            String message) {
        boolean isHeld = engine.ledger().takes(channel.instrument(), side)
                && whole.leg(side).rawQuantity() != 0;
        if (isHeld) {
            exits.start(slot, channel, side, guard, message, true);
        }
    }
}
