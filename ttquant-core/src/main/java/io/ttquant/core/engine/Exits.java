package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Closes positions with reduce-only market orders, for guards and for the kill switch. The strategy's orders in the instrument are cancelled first,
 * since they may hold back what is to be sold; if they do not end within a second the exit is tried all the same, with as much of the position as
 * can be closed without letting those orders take it past a limit on the other side.
 */
final class Exits {
    private final Engine engine;
    private final ExitCoins coins;
    private final NettedExits netted;
    private final List<Exit> active = new ArrayList<>();
    private long nextDue = EpochNanos.NEVER;

    Exits(Engine engine) {
        this.engine = engine;
        this.coins = new ExitCoins(engine, this);
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
            exit.goOnUntilFlat(isOnlySold(channel.instrument()));
        }
        if (known != null || exit.isNothingToSell()) {
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

    /**
     * The exit beside which a strategy's order could take its position past flat, since the exchange does not hold that exit
     * to what is left; null if there is none.
     */
    @Nullable
    Exit passedBy(StrategySlot slot, InstrumentChannel channel, TrackedOrder order) {
        Exit exit =
                active.isEmpty() ? null : find(slot, channel, order.request().positionSide());
        if (exit == null || !exit.isNetted || order.side() != exit.closingSide()) {
            return null;
        }
        long rawOfExit = exit.order == null ? 0 : exit.order.rawLeaves();
        long rawBeside = channel.open(slot).rawOpen(exit.side, order.side()) - rawOfExit;
        long rawFree = Math.abs(exit.position().rawQuantity()) - exit.rawTradable() - rawBeside;
        return order.rawQuantity() > rawFree ? exit : null;
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

    /** Gives up those of one owner: what is under way of them is left to the exchange. */
    void abandon(StrategySlot slot) {
        for (Exit exit : List.copyOf(active)) {
            if (exit.slot == slot) {
                end(exit);
            }
        }
        schedule();
    }

    /**
     * True if flat means to hold none of it: a cash account owes no coins, so that a position below zero is what was sold
     * of those of the start.
     */
    private boolean isOnlySold(Instrument instrument) {
        return instrument.kind() == InstrumentKind.SPOT && engine.ledger().policy() != FundsPolicy.BORROW;
    }

    /** True if a position is less than the smallest order that closes it. */
    boolean isDust(PositionState position) {
        InstrumentChannel channel = engine.channel(position.instrument().id());
        long lot = channel.instrument().rawLot();
        long rawInLots = Math.abs(position.rawQuantity()) / lot * lot;
        Side side = position.rawQuantity() > 0 ? Side.SELL : Side.BUY;
        return rawInLots == 0
                || engine.desk().checks().isDust(request(channel, side, rawInLots, position.side(), "risk:dust"));
    }

    /** Why closing all leaves a position as it is, a phrase for people; empty if it is being closed, or could be. */
    String whyLeft(StrategySlot slot, PositionState whole) {
        String why = "";
        for (PositionSide side : PositionSide.values()) {
            if (engine.ledger().takes(whole.instrument(), side)
                    && whole.leg(side).rawQuantity() != 0) {
                why = whyLegLeft(slot, whole.leg(side));
                if (why.isEmpty()) {
                    return why;
                }
            }
        }
        return why;
    }

    private String whyLegLeft(StrategySlot slot, PositionState position) {
        InstrumentChannel channel = engine.channel(position.instrument().id());
        if (isActive(slot, channel, position.side())) {
            return "";
        }
        if (position.rawQuantity() < 0 && isOnlySold(channel.instrument())) {
            return "sold of what was there before, and owed to nobody";
        }
        return isDust(position) ? "less than the smallest order" : "";
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
        OrderRequest request = request(exit, allowed);
        if (engine.desk().checks().isDust(request)) {
            if (allowed == quantity) {
                exit.leaveDust(quantity);
                end(exit);
            } else {
                exit.waitForRoom(engine.now());
            }
            return;
        }
        OrderRequest covered = coins.covered(exit, request);
        if (covered == null) {
            exit.waitForCoins(engine.now());
        } else {
            send(exit, covered);
        }
    }

    /** True if the exit waits for other orders of its position to end, and none is left; a wait after a refusal is sat out. */
    private static boolean isClear(Exit exit) {
        OpenOrders open = exit.channel.orders().orNull(exit.slot);
        return !exit.wasSent && (open == null || open.size(exit.side) == 0);
    }

    private void send(Exit exit, OrderRequest asked) {
        exit.wasSent = true;
        NettedExits.Outgoing outgoing = netted.of(exit, asked);
        TrackedOrder order = engine.desk().submitExit(exit.slot, outgoing.request(), outgoing.sent());
        exit.order = order;
        engine.taps().risk(new RiskEvent.ExitSent(exit.slot.id, order, exit.guard, exit.message, engine.now()));
        if (order.isClosed()) {
            exit.ended(order, engine.now());
        }
    }

    private static OrderRequest request(Exit exit, long rawQuantity) {
        String tag = "risk:" + exit.guard.name().toLowerCase(Locale.ROOT);
        return request(exit.channel, exit.closingSide(), rawQuantity, exit.side, tag);
    }

    private static OrderRequest request(
            InstrumentChannel channel, Side side, long rawQuantity, PositionSide leg, String tag) {
        return new OrderRequest(
                channel.instrument(),
                side,
                OrderType.MARKET,
                rawQuantity,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                tag,
                TriggerSource.DEFAULT,
                null,
                0,
                leg);
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
