package io.ttquant.backtest.interval;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.TreeSet;

/** A tick exchange as plain as can be: it is told every single tick, and looks through all its orders each time. */
final class NaiveVenue {
    static final class Resting {
        PlacedOrder placed;
        String type;
        long quantity;
        long price;
        long trigger;
        boolean waits;
        boolean takesAtOpen;
        long arrival;

        Resting copy() {
            Resting copy = new Resting();
            copy.placed = placed;
            copy.type = type;
            copy.quantity = quantity;
            copy.price = price;
            copy.trigger = trigger;
            copy.waits = waits;
            copy.takesAtOpen = takesAtOpen;
            copy.arrival = arrival;
            return copy;
        }

        boolean buys() {
            return placed.request.side() == Side.BUY;
        }

        boolean triggersWhenAtLeast() {
            return buys() ? type.startsWith("STOP") : type.endsWith("IF_TOUCHED");
        }

        boolean isTrigger() {
            return type.startsWith("STOP") || type.endsWith("IF_TOUCHED");
        }

        boolean isGood(long market) {
            return buys() ? market <= price : market >= price;
        }

        boolean isHit(long market) {
            return triggersWhenAtLeast() ? market >= trigger : market <= trigger;
        }
    }

    final Rules rules;
    List<Resting> book = new ArrayList<>();
    TreeSet<Integer> dead = new TreeSet<>();
    TreeSet<Integer> seen = new TreeSet<>();
    long position;
    long cash;
    long price;
    boolean live;
    long arrivals;
    int done;
    private final LinkedList<Command> queue = new LinkedList<>();

    NaiveVenue(Rules rules) {
        this.rules = rules;
    }

    NaiveVenue copy() {
        NaiveVenue copy = new NaiveVenue(rules);
        book.forEach(order -> copy.book.add(order.copy()));
        copy.dead.addAll(dead);
        copy.seen.addAll(seen);
        copy.position = position;
        copy.cash = cash;
        copy.price = price;
        copy.live = live;
        copy.arrivals = arrivals;
        copy.done = done;
        return copy;
    }

    /** All that its future and its result depend on. */
    String state() {
        StringBuilder text = new StringBuilder();
        text.append(position)
                .append('|')
                .append(cash)
                .append('|')
                .append(price)
                .append('|')
                .append(dead)
                .append(seen);
        book.stream()
                .sorted(Comparator.comparingLong(o -> o.arrival))
                .forEach(o -> text.append('|')
                        .append(o.placed.id)
                        .append(o.type)
                        .append(o.quantity)
                        .append(',')
                        .append(o.price)
                        .append(',')
                        .append(o.trigger)
                        .append(o.waits)
                        .append(o.takesAtOpen));
        return text.toString();
    }

    void command(Command command) {
        queue.add(command);
        drain();
    }

    private void drain() {
        while (!queue.isEmpty()) {
            Command command = queue.removeFirst();
            PlacedOrder placed = command.order;
            Resting known = find(placed);
            switch (command.kind) {
                case PLACE -> arrive(placed);
                case CANCEL -> {
                    if (known != null) {
                        book.remove(known);
                        queue.addAll(placed.onEnded);
                    } else if (!seen.contains(placed.id)) {
                        dead.add(placed.id);
                    }
                }
                case AMEND -> {
                    if (known != null) {
                        amend(known, command);
                    }
                }
            }
            queue.addAll(command.reactions);
        }
    }

    private Resting find(PlacedOrder placed) {
        return book.stream().filter(o -> o.placed == placed).findFirst().orElse(null);
    }

    private void arrive(PlacedOrder placed) {
        seen.add(placed.id);
        if (dead.contains(placed.id)) {
            queue.addAll(placed.onEnded);
            return;
        }
        Resting order = new Resting();
        order.placed = placed;
        order.type = placed.request.type().name();
        order.quantity = placed.request.rawQuantity();
        order.price = placed.request.rawPrice();
        order.trigger = placed.request.rawTrigger();
        for (Command command : placed.timed) {
            if (command.index < done && command.kind == Command.Kind.CANCEL) {
                queue.addAll(placed.onReleased);
                queue.addAll(placed.onEnded);
                return;
            }
            if (command.index < done) {
                change(order, command);
            }
        }
        queue.addAll(placed.onReleased);
        put(order);
    }

    private static void change(Resting order, Command command) {
        order.quantity = command.amendment.rawQuantity() > 0 ? command.amendment.rawQuantity() : order.quantity;
        order.price = command.amendment.rawPrice() > 0 ? command.amendment.rawPrice() : order.price;
        order.trigger = command.amendment.rawTrigger() > 0 ? command.amendment.rawTrigger() : order.trigger;
    }

    private void amend(Resting order, Command command) {
        Resting next = order.copy();
        change(next, command);
        boolean takes = next.type.equals("LIMIT") && price > 0 && next.isGood(price);
        if (takes && order.placed.request.isPostOnly()) {
            return;
        }
        boolean stays = next.price == order.price && next.trigger == order.trigger && next.quantity <= order.quantity;
        if (stays) {
            order.quantity = next.quantity;
            return;
        }
        book.remove(order);
        if (order.waits) {
            next.arrival = arrivals++;
            book.add(next);
        } else {
            put(next);
        }
    }

    private void put(Resting order) {
        order.arrival = arrivals++;
        boolean immediate = order.placed.request.timeInForce() != TimeInForce.GTC;
        if (order.isTrigger()) {
            if (price > 0 && order.isHit(price)) {
                pull(order);
            } else {
                book.add(order);
            }
        } else if (order.type.equals("MARKET")) {
            if (live) {
                trade(order, slip(order), LiquiditySide.TAKER);
            } else {
                order.waits = true;
                book.add(order);
            }
        } else if (price > 0 && order.isGood(price) && order.placed.request.isPostOnly()) {
            queue.addAll(order.placed.onEnded);
        } else if (live && order.isGood(price)) {
            trade(order, slip(order), LiquiditySide.TAKER);
        } else if (live && immediate) {
            queue.addAll(order.placed.onEnded);
        } else {
            order.waits = immediate;
            order.takesAtOpen = !live && price > 0 && order.isGood(price);
            book.add(order);
        }
    }

    private void pull(Resting order) {
        order.type = order.type.contains("LIMIT") ? "LIMIT" : "MARKET";
        if (order.type.equals("LIMIT")) {
            queue.addAll(order.placed.onTriggered);
        }
        put(order);
    }

    private long slip(Resting order) {
        long slip = rules.config()
                .slippage()
                .rawSlippage(rules.instrument(), order.placed.request.side(), price, order.quantity);
        long worse = order.buys() ? price + slip : Math.max(1, price - slip);
        boolean isBeyond = order.type.equals("LIMIT") && !order.isGood(worse);
        return isBeyond && slip > 0 ? order.price : worse;
    }

    private void trade(Resting order, long at, LiquiditySide side) {
        long quantity = order.quantity;
        if (order.placed.request.isReduceOnly()) {
            quantity = Math.min(quantity, order.buys() ? Math.max(0, -position) : Math.max(0, position));
        }
        if (quantity == 0) {
            queue.addAll(order.placed.onEnded);
            return;
        }
        long value = rules.instrument().rawNotional(at, quantity);
        cash += order.buys() ? -value : value;
        cash -= rules.config().fees().rawFee(rules.instrument(), order.placed.request.side(), side, at, quantity);
        position += order.buys() ? quantity : -quantity;
        queue.addAll(order.placed.onFilled);
        if (quantity < order.quantity) {
            queue.addAll(order.placed.onEnded);
        }
    }

    void open(long at) {
        price = at;
        live = true;
        Resting next = first(o -> o.waits, Comparator.comparingLong(o -> o.arrival));
        while (next != null) {
            next.waits = false;
            book.remove(next);
            put(next);
            drain();
            next = first(o -> o.waits, Comparator.comparingLong(o -> o.arrival));
        }
        triggers();
        for (boolean buys : new boolean[] {true, false}) {
            Comparator<Resting> best = Comparator.comparingLong(o -> buys ? -o.price : o.price);
            Resting gapped = gapped(buys, best);
            while (gapped != null) {
                book.remove(gapped);
                if (gapped.takesAtOpen) {
                    trade(gapped, slip(gapped), LiquiditySide.TAKER);
                } else {
                    trade(gapped, price, LiquiditySide.MAKER);
                }
                drain();
                gapped = gapped(buys, best);
            }
        }
        book.forEach(o -> o.takesAtOpen = false);
    }

    private Resting gapped(boolean buys, Comparator<Resting> best) {
        return first(
                o -> isLimit(o) && o.buys() == buys && o.isGood(price) && (o.takesAtOpen || o.price != price),
                best.thenComparingLong(o -> o.arrival));
    }

    private static boolean isLimit(Resting order) {
        return order.type.equals("LIMIT") && !order.waits;
    }

    private Resting first(java.util.function.Predicate<Resting> which, Comparator<Resting> order) {
        return book.stream().filter(which).min(order).orElse(null);
    }

    private void triggers() {
        Comparator<Resting> upwardFirst = Comparator.comparing(o -> !o.triggersWhenAtLeast());
        Comparator<Resting> nearest = upwardFirst
                .thenComparingLong(o -> o.triggersWhenAtLeast() ? o.trigger : -o.trigger)
                .thenComparingLong(o -> o.arrival);
        Resting hit = first(o -> o.isTrigger() && o.isHit(price), nearest);
        while (hit != null) {
            book.remove(hit);
            pull(hit);
            drain();
            hit = first(o -> o.isTrigger() && o.isHit(price), nearest);
        }
    }

    /** The next tick, one away from the last. */
    void tick(long to) {
        boolean up = to > price;
        while (true) {
            Resting left = first(
                    o -> isLimit(o) && o.buys() != up && o.price == price, Comparator.comparingLong(o -> o.arrival));
            if (left == null) {
                break;
            }
            book.remove(left);
            trade(left, left.price, LiquiditySide.MAKER);
            drain();
        }
        price = to;
        triggers();
        while (rules.isTouchCertain()) {
            Resting met = first(o -> isLimit(o) && o.price == price, Comparator.comparingLong(o -> o.arrival));
            if (met == null) {
                break;
            }
            book.remove(met);
            trade(met, met.price, LiquiditySide.MAKER);
            drain();
            triggers();
        }
    }

    /** A limit order at the price of now is filled by chance. */
    void chance(Resting order) {
        book.remove(order);
        trade(order, order.price, LiquiditySide.MAKER);
        drain();
    }

    void close() {
        live = false;
    }
}
