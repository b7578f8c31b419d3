package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes positions with reduce-only market orders, for guards and for the kill switch. The strategy's orders in the instrument are cancelled first,
 * since they may hold back what is to be sold; if they do not end within a second the exit is tried all the same, with as much of the position as
 * can be closed without letting those orders take it past a limit on the other side.
 */
final class Exits {
    private final Engine engine;
    private final NettedExits netted;
    private final List<Exit> active = new ArrayList<>();
    private long nextDue = EpochNanos.NEVER;

    Exits(Engine engine) {
        this.engine = engine;
        this.netted = new NettedExits(engine);
    }

    boolean isActive(StrategySlot slot, InstrumentChannel channel, PositionSide side) {
        return find(slot, channel, side) != null;
    }

    private @Nullable Exit find(StrategySlot slot, InstrumentChannel channel, PositionSide side) {
        for (Exit exit : active) {
            if (exit.isOf(slot, channel, side)) {
                return exit;
            }
        }
        return null;
    }

    /** True if an order is one that closes a position for the engine. */
    boolean isExit(Order order) {
        for (Exit exit : active) {
            if (exit.order == order) {
                return true;
            }
        }
        return false;
    }

    /**
     * Closes a position, unless that is under way; one that is goes on until it is flat if that is asked for.
     *
     * @param isUntilFlat whether what the strategy adds meanwhile is closed too
     */
    void start(
            StrategySlot slot,
            InstrumentChannel channel,
            PositionSide side,
            Guard guard,
            String message,
            boolean isUntilFlat) {
        Exit known = find(slot, channel, side);
        Exit exit = known != null ? known : new Exit(slot, channel, side, guard, message);
        if (isUntilFlat) {
            exit.goOnUntilFlat();
        }
        if (known != null) {
            return;
        }
        active.add(exit);
        OpenOrders open = channel.open(slot);
        open.setExiting(side, true);
        if (open.size(side) > 0) {
            for (Order order : open.toList()) {
                if (((TrackedOrder) order).position().side() == side) {
                    engine.desk().cancel(slot, order);
                }
            }
            exit.dueNanos = Math.addExact(engine.now(), Exit.FIRST_WAIT);
        }
        drive(exit);
        schedule();
    }

    /** Gives up all of them: the orders that are open are left to whoever cancels them. */
    void abandon() {
        List.copyOf(active).forEach(this::end);
        nextDue = EpochNanos.NEVER;
    }

    /** A strategy may open positions again: what it holds now is closed as was said, and what it buys from now on is not. */
    void keepTo(StrategySlot slot) {
        for (Exit exit : active) {
            if (exit.slot == slot) {
                exit.keepToWhatIsHeld();
            }
        }
    }

    private void end(Exit exit) {
        active.remove(exit);
        exit.channel.open(exit.slot).setExiting(exit.side, false);
    }

    /** Something happened to an order, and everybody has heard of it. */
    void after(TrackedOrder order) {
        if (active.isEmpty() || !order.isClosed()) {
            return;
        }
        for (Exit exit : List.copyOf(active)) {
            if (exit.order == order) {
                exit.ended(order, engine.now());
                drive(exit);
            } else if (exit.slot.index == order.owner()
                    && exit.order == null
                    && exit.channel.instrument().equals(order.instrument())) {
                drive(exit);
            }
        }
        schedule();
    }

    /** Orders may be sent again: what was refused meanwhile is tried at once, whatever its wait had grown to. */
    void wake() {
        active.forEach(exit -> exit.wake(engine.now()));
        schedule();
    }

    long nextDueNanos() {
        return nextDue;
    }

    /** Tries again what is due; false if nothing was. */
    boolean fire(long nowNanos) {
        if (nextDue > nowNanos) {
            return false;
        }
        for (Exit exit : List.copyOf(active)) {
            drive(exit);
        }
        schedule();
        return true;
    }

    private void drive(Exit exit) {
        if (exit.order != null) {
            return;
        }
        long quantity = exit.rawTradable();
        if (quantity == 0) {
            end(exit);
            return;
        }
        if (engine.now() < exit.dueNanos && !isClear(exit)) {
            return;
        }
        long most = Math.min(quantity, exit.channel.instrument().filters().rawMaxMarketQuantity());
        long allowed = exit.rawInLots(Math.min(
                engine.desk().risk().rawCloseable(exit.slot, exit.channel, exit.side, exit.closingSide(), most),
                engine.desk().checks().rawCloseable(exit.slot, exit.channel, exit.side, exit.closingSide(), most)));
        if (allowed == 0) {
            exit.waitForRoom(engine.now());
            return;
        }
        if (engine.desk().checks().isDust(request(exit, allowed))) {
            if (allowed == quantity) {
                exit.leaveDust(quantity);
                end(exit);
            } else {
                exit.waitForRoom(engine.now());
            }
            return;
        }
        send(exit, allowed);
    }

    /** True if the exit waits for other orders of its position to end, and none is left; a wait after a refusal is sat out. */
    private static boolean isClear(Exit exit) {
        OpenOrders open = exit.channel.orders().orNull(exit.slot);
        return !exit.wasSent && (open == null || open.size(exit.side) == 0);
    }

    private void send(Exit exit, long rawQuantity) {
        exit.wasSent = true;
        long rawNetted = netted.rawQuantity(exit, rawQuantity);
        OrderRequest request = request(exit, rawNetted > 0 ? rawNetted : rawQuantity);
        TrackedOrder order =
                engine.desk().submitExit(exit.slot, request, rawNetted > 0 ? NettedExits.sent(request) : request);
        exit.order = order;
        engine.taps().risk(new RiskEvent.ExitSent(exit.slot.id, order, exit.guard, exit.message, engine.now()));
        if (order.isClosed()) {
            exit.ended(order, engine.now());
        }
    }

    private static OrderRequest request(Exit exit, long rawQuantity) {
        Instrument instrument = exit.channel.instrument();
        return new OrderRequest(
                instrument,
                exit.closingSide(),
                OrderType.MARKET,
                rawQuantity,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                "risk:" + exit.guard.name().toLowerCase(java.util.Locale.ROOT),
                TriggerSource.DEFAULT,
                null,
                0,
                exit.side);
    }

    private void schedule() {
        nextDue = EpochNanos.NEVER;
        for (Exit exit : active) {
            if (exit.order == null) {
                nextDue = Math.min(nextDue, exit.dueNanos);
            }
        }
        engine.dueAt(nextDue);
    }
}
