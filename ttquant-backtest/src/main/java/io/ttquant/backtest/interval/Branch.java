package io.ttquant.backtest.interval;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.core.matching.BarMoment;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One course of events: orders, position and cash of a strategy in an instrument, and the exchange that executes its orders. Mutable; what is kept
 * of it is its {@link BranchKey}.
 */
final class Branch {
    final Rules rules;
    LiveOrder[] orders;
    int size;
    long rawPosition;
    long rawCash;
    /** How much more cash than that there may be, for orders whose quantity is not known. */
    long rawSpread;
    /** What those added to the position. */
    Range loose;
    /** Orders that were cancelled before they were released, by id, sorted. */
    int[] killed;

    long rawPrice;
    /** The open of the bar inside which an order arrives; 0 if the exchange knows the price of the moment. */
    long rawShown;

    long nanos;
    /** How many of the commands that are bound to a time are done. */
    int commandsDone;
    /** What arrives inside the bar; null between bars. */
    @Nullable
    InsideBar inside;

    /** Which of the removals inside the bar are done, a bit each. */
    long removed;

    /** True if what arrives meets a price at once; otherwise it waits for the next open. */
    boolean isMatching;

    private final JointPosition joint;
    private final ArrayDeque<Command> agenda = new ArrayDeque<>();

    Branch(Rules rules, BranchKey key, JointPosition joint) {
        this.rules = rules;
        this.joint = joint;
        this.size = key.orders().length;
        this.orders = Arrays.copyOf(key.orders(), size + 2);
        this.rawPosition = key.rawPosition();
        this.loose = key.loose();
        this.killed = key.killed();
        joint.forks.begin();
        hold();
    }

    /** Cash with what was there before. */
    Range plus(Range before) {
        return before.plus(rawCash, Math.addExact(rawCash, rawSpread));
    }

    private void hold() {
        joint.holds(Math.addExact(rawPosition, loose.rawLeast()), Math.addExact(rawPosition, loose.rawMost()));
    }

    BranchKey key() {
        return new BranchKey(Arrays.copyOf(orders, size), rawPosition, loose, killed);
    }

    /** Does what a command asks for, and all that follows from it at this instant. */
    void execute(Command command) {
        agenda.add(command);
        settle();
    }

    /** Does what commands ask for that were given at once: answers to the first come after the last. */
    void execute(List<Command> given) {
        agenda.addAll(given);
        settle();
    }

    /** Takes a command at the exchange, and leaves what follows from it to {@link #settle}. */
    void accept(Command command) {
        apply(command);
        agenda.addAll(command.reactions);
    }

    /** Does all that is still to be done at this instant. */
    void settle() {
        Command next = agenda.poll();
        while (next != null) {
            apply(next);
            agenda.addAll(next.reactions);
            next = agenda.poll();
        }
    }

    private void happened(List<Command> answers) {
        agenda.addAll(answers);
    }

    private void apply(Command command) {
        if (command.kind == Command.Kind.PLACE || command.moment != BarMoment.INSIDE) {
            // Cancels inside a bar may come before orders that were sent earlier.
            commandsDone = Math.max(commandsDone, command.index + 1);
        }
        switch (command.kind) {
            case PLACE -> release(command.order);
            case CANCEL -> cancel(command.order);
            case AMEND -> amend(command);
        }
    }

    private void release(PlacedOrder placed) {
        if (placed.isDenied) {
            happened(placed.onReleased);
            return;
        }
        LiveOrder order = LiveOrder.of(placed);
        if (unkill(placed.id) || order.expiryNanos() <= nanos) {
            end(order);
            return;
        }
        for (Command earlier : placed.timed) {
            if (earlier.index >= commandsDone) {
                break;
            }
            if (inside != null && inside.isToCome(earlier, removed)) {
                continue;
            }
            if (earlier.kind == Command.Kind.CANCEL) {
                happened(placed.onReleased);
                end(order);
                return;
            }
            order = order.amended(earlier.amendment);
        }
        if (rules.rejectsPassedStops() && order.type().hasTrigger() && isRefused(order)) {
            end(order);
            return;
        }
        happened(placed.onReleased);
        place(order);
    }

    /** The simulated exchange judges an order that arrives inside a bar by the last price that it has shown, which is the open. */
    private boolean isRefused(LiveOrder order) {
        return rawShown > 0 ? order.isTriggeredBy(rawShown) : isPassed(order);
    }

    private boolean unkill(int id) {
        if (!SortedIds.contains(killed, id)) {
            return false;
        }
        killed = SortedIds.without(killed, id);
        return true;
    }

    private void cancel(PlacedOrder placed) {
        int at = indexOf(placed);
        if (at >= 0) {
            end(remove(at));
        } else if (mayBeReleased(placed)) {
            killed = SortedIds.with(killed, placed.id);
        }
    }

    /** True if an order that is not live is still to come: what it waits for is live, or is still to come itself. */
    private boolean mayBeReleased(PlacedOrder placed) {
        PlacedOrder ancestor = placed;
        boolean isComing = isBeingReleased(ancestor);
        while (!isComing && ancestor.cause != null) {
            ancestor = ancestor.cause;
            isComing = indexOf(ancestor) >= 0 || isBeingReleased(ancestor);
        }
        return isComing || ancestor.releaseIndex >= commandsDone;
    }

    private boolean isBeingReleased(PlacedOrder placed) {
        for (Command command : agenda) {
            if (command.kind == Command.Kind.PLACE && command.order == placed) {
                return true;
            }
        }
        return false;
    }

    /** Takes an order out for an amendment whose arrival on the path is still to come. */
    void suspend(Command command) {
        int at = indexOf(command.order);
        if (at >= 0) {
            LiveOrder after = orders[at].amended(command.amendment);
            boolean keepsPlace = after.rawPrice() == orders[at].rawPrice()
                    && after.rawTrigger() == orders[at].rawTrigger()
                    && after.rawQuantity() <= orders[at].rawQuantity();
            if (keepsPlace) {
                orders[at] = after;
            } else {
                remove(at);
                add(after.waiting());
            }
        }
    }

    /** Lets an order that an amendment took out arrive again. */
    void resume(PlacedOrder placed) {
        int at = indexOf(placed);
        if (at >= 0 && orders[at].isWaiting()) {
            place(remove(at).resting(false));
            settle();
        }
    }

    private int indexOf(PlacedOrder placed) {
        for (int i = 0; i < size; i++) {
            if (orders[i].placed() == placed) {
                return i;
            }
        }
        return -1;
    }

    private void amend(Command command) {
        int at = indexOf(command.order);
        if (at < 0) {
            return;
        }
        LiveOrder before = orders[at];
        LiveOrder after = before.amended(command.amendment);
        boolean refused = before.placed().request.isPostOnly()
                && before.type() == OrderType.LIMIT
                && rawPrice > 0
                && after.accepts(rawPrice);
        if (refused || after.equals(before)) {
            return;
        }
        if (after.rawPrice() == before.rawPrice()
                && after.rawTrigger() == before.rawTrigger()
                && after.rawQuantity() <= before.rawQuantity()) {
            orders[at] = after;
            return;
        }
        remove(at);
        if (before.isWaiting()) {
            add(after);
        } else {
            place(after);
        }
    }

    /** Takes an order that arrives, or that its trigger has changed. */
    private void place(LiveOrder order) {
        if (order.type().hasTrigger()) {
            if (isPassed(order)) {
                trigger(order);
            } else {
                add(order);
            }
        } else if (isMatching) {
            match(order);
        } else if (order.type() == OrderType.MARKET || order.isImmediate()) {
            add(order.waiting());
        } else {
            boolean takes = rawPrice > 0 && order.accepts(rawPrice);
            if (takes && order.placed().request.isPostOnly()) {
                end(order);
            } else {
                add(order.resting(takes));
            }
        }
    }

    private boolean isPassed(LiveOrder order) {
        return rawPrice > 0 && order.isTriggeredBy(rawPrice);
    }

    private void trigger(LiveOrder order) {
        LiveOrder after = order.triggered();
        if (after.type() == OrderType.LIMIT) {
            happened(order.placed().onTriggered);
        }
        place(after);
    }

    private void match(LiveOrder order) {
        if (order.type() == OrderType.MARKET) {
            take(order);
        } else if (!order.accepts(rawPrice)) {
            if (order.isImmediate()) {
                end(order);
            } else {
                add(order.resting(false));
            }
        } else if (order.placed().request.isPostOnly()) {
            end(order);
        } else {
            take(order);
        }
    }

    private void take(LiveOrder order) {
        fill(order, rules.rawSlipped(order, rawPrice, order.rawQuantity()), LiquiditySide.TAKER);
    }

    private void fill(LiveOrder order, long rawAt, LiquiditySide liquidity) {
        Range quantity = order.placed().isUnpaid ? Range.ZERO : quantity(order);
        if (quantity.isPoint()) {
            fill(order, rawAt, liquidity, quantity.rawLeast());
            return;
        }
        LooseFill loosely = new LooseFill(rules, order, liquidity, rawAt, joint.rawMark);
        if (order.placed().isAnsweredAtFill()) {
            // What follows tells the quantities apart.
            quantity = loosely.part(quantity, joint.forks);
            if (quantity.isPoint()) {
                fill(order, rawAt, liquidity, quantity.rawLeast());
                return;
            }
            happened(order.placed().onFilled);
            end(order);
        }
        Range worth = loosely.worth(quantity);
        rawCash = Math.addExact(rawCash, worth.rawLeast());
        rawSpread = Math.addExact(rawSpread, Math.subtractExact(worth.rawMost(), worth.rawLeast()));
        loose = order.isBuy() ? loose.plus(quantity) : loose.plus(-quantity.rawMost(), -quantity.rawLeast());
        hold();
    }

    private Range quantity(LiveOrder order) {
        long whole = order.rawQuantity();
        return order.placed().request.isReduceOnly()
                ? joint.reducible(
                        order.isBuy(),
                        whole,
                        Math.addExact(rawPosition, loose.rawLeast()),
                        Math.addExact(rawPosition, loose.rawMost()))
                : new Range(whole, whole);
    }

    private void fill(LiveOrder order, long rawAt, LiquiditySide liquidity, long quantity) {
        if (quantity <= 0) {
            end(order);
            return;
        }
        rawCash = Math.addExact(rawCash, rules.rawProceeds(order, liquidity, rawAt, quantity));
        rawPosition = Math.addExact(rawPosition, order.isBuy() ? quantity : -quantity);
        hold();
        happened(order.placed().onFilled);
        if (quantity < order.rawQuantity()) {
            end(order);
        }
    }

    private void end(LiveOrder order) {
        happened(order.placed().onEnded);
    }

    /** Ends the orders that expire at or before a time. */
    void expireUntil(long untilNanos) {
        LiveOrder expired = takeOut(order -> order.expiryNanos() <= untilNanos);
        while (expired != null) {
            end(expired);
            settle();
            expired = takeOut(order -> order.expiryNanos() <= untilNanos);
        }
    }

    /** Ends one order, which is live. */
    void expire(LiveOrder order) {
        remove(indexOf(order.placed()));
        end(order);
        settle();
    }

    /** The open of a bar: what waits, then stops, then limit orders that the price jumped past. */
    void open(long rawOpen) {
        rawPrice = rawOpen;
        isMatching = true;
        LiveOrder waiting = takeOut(LiveOrder::isWaiting);
        while (waiting != null) {
            match(waiting.resting(false));
            settle();
            waiting = takeOut(LiveOrder::isWaiting);
        }
        triggerAll();
        gap(LiveOrder::isBuyLimit);
        gap(LiveOrder::isSellLimit);
        for (int i = 0; i < size; i++) {
            orders[i] = orders[i].isFresh() ? orders[i].resting(false) : orders[i];
        }
    }

    private void gap(Predicate<LiveOrder> side) {
        LiveOrder order = takeOut(o -> side.test(o) && isGapped(o));
        while (order != null) {
            if (order.isFresh()) {
                take(order);
            } else {
                fill(order, rawPrice, LiquiditySide.MAKER);
            }
            settle();
            order = takeOut(o -> side.test(o) && isGapped(o));
        }
    }

    private boolean isGapped(LiveOrder order) {
        return order.accepts(rawPrice) && (order.isFresh() || order.rawPrice() != rawPrice);
    }

    /** The price has come to another point: triggers there, then limit orders that a touch fills. */
    void arrive(long rawAt) {
        rawPrice = rawAt;
        triggerAll();
        if (rules.isTouchCertain()) {
            LiveOrder touched = takeOut(this::isTouched);
            while (touched != null) {
                fill(touched, touched.rawPrice(), LiquiditySide.MAKER);
                settle();
                triggerAll();
                touched = takeOut(this::isTouched);
            }
        }
    }

    private boolean isTouched(LiveOrder order) {
        return (order.isBuyLimit() || order.isSellLimit()) && order.rawPrice() == rawPrice;
    }

    /** The price goes on from where limit orders rest, one point further than they are. */
    void goThrough(long rawAt, boolean up) {
        rawPrice = rawAt;
        Predicate<LiveOrder> side = up ? LiveOrder::isSellLimit : LiveOrder::isBuyLimit;
        LiveOrder order = takeOut(o -> side.test(o) && o.accepts(rawPrice));
        while (order != null) {
            fill(order, order.rawPrice(), LiquiditySide.MAKER);
            settle();
            order = takeOut(o -> side.test(o) && o.accepts(rawPrice));
        }
    }

    /** The price is at a limit order, which is filled by chance. */
    void touch(LiveOrder order) {
        rawPrice = order.rawPrice();
        remove(indexOf(order.placed()));
        fill(order, order.rawPrice(), LiquiditySide.MAKER);
        settle();
    }

    private void triggerAll() {
        LiveOrder order = takeOut(this::isTriggeredNow);
        while (order != null) {
            trigger(order);
            settle();
            order = takeOut(this::isTriggeredNow);
        }
    }

    private boolean isTriggeredNow(LiveOrder order) {
        return !order.isWaiting() && order.type().hasTrigger() && order.isTriggeredBy(rawPrice);
    }

    private @Nullable LiveOrder takeOut(Predicate<LiveOrder> which) {
        for (int i = 0; i < size; i++) {
            if (which.test(orders[i])) {
                return remove(i);
            }
        }
        return null;
    }

    private LiveOrder remove(int at) {
        LiveOrder removed = orders[at];
        System.arraycopy(orders, at + 1, orders, at, size - at - 1);
        size--;
        return removed;
    }

    private void add(LiveOrder order) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2 + 2);
        }
        int at = size;
        while (at > 0 && !order.isBehind(orders[at - 1])) {
            at--;
        }
        System.arraycopy(orders, at, orders, at + 1, size - at);
        orders[at] = order;
        size++;
    }
}
