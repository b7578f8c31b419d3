package io.ttquant.backtest.interval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks all tick paths of a few small bars, one tick at a time, without merging anything but what is equal to the last cent. */
final class EveryPath {
    private record At(NaiveVenue venue, boolean wasHigh, boolean wasLow, int arrived) {}

    private final Rules rules;
    private Map<String, NaiveVenue> states = new LinkedHashMap<>();
    long results;

    EveryPath(Rules rules) {
        this.rules = rules;
        states.put("", new NaiveVenue(rules));
    }

    void bar(PathBar bar, List<Command> before) {
        bar(bar, before, List.of());
    }

    /** A bar, with commands that arrive at any points of its paths, in their sequence. */
    void bar(PathBar bar, List<Command> before, List<Command> inside) {
        Map<String, NaiveVenue> after = new LinkedHashMap<>();
        for (NaiveVenue from : states.values()) {
            NaiveVenue venue = from.copy();
            for (Command command : before) {
                venue.done = command.index + 1;
                venue.command(command);
            }
            venue.open(bar.rawOpen());
            walk(venue, bar, inside, after);
        }
        states = after;
    }

    private void walk(NaiveVenue opened, PathBar bar, List<Command> inside, Map<String, NaiveVenue> after) {
        Set<String> been = new HashSet<>();
        ArrayDeque<At> open = new ArrayDeque<>();
        open.add(new At(opened, bar.rawOpen() == bar.rawHigh(), bar.rawOpen() == bar.rawLow(), 0));
        while (!open.isEmpty()) {
            At at = open.remove();
            if (!been.add(at.arrived + "" + at.wasHigh + at.wasLow + at.venue.state())) {
                continue;
            }
            long price = at.venue.price;
            if (at.wasHigh && at.wasLow && price == bar.rawClose() && at.arrived == inside.size()) {
                NaiveVenue closed = at.venue.copy();
                closed.close();
                after.put(closed.state(), closed);
            }
            for (long to : new long[] {price + 1, price - 1}) {
                if (to >= bar.rawLow() && to <= bar.rawHigh()) {
                    NaiveVenue moved = at.venue.copy();
                    moved.tick(to);
                    boolean isHigh = at.wasHigh || to == bar.rawHigh();
                    boolean isLow = at.wasLow || to == bar.rawLow();
                    open.add(new At(moved, isHigh, isLow, at.arrived));
                }
            }
            if (at.arrived < inside.size()) {
                NaiveVenue told = at.venue.copy();
                Command command = inside.get(at.arrived);
                told.done = command.index + 1;
                told.command(command);
                open.add(new At(told, at.wasHigh, at.wasLow, at.arrived + 1));
            }
            if (rules.isTouchPossible()) {
                for (int i = 0; i < at.venue.book.size(); i++) {
                    NaiveVenue touched = at.venue.copy();
                    NaiveVenue.Resting order = touched.book.get(i);
                    if (order.type.equals("LIMIT") && !order.waits && order.price == price) {
                        touched.chance(order);
                        open.add(new At(touched, at.wasHigh, at.wasLow, at.arrived));
                    }
                }
            }
        }
    }

    Range result(long rawMark) {
        List<Long> all = new ArrayList<>();
        for (NaiveVenue venue : states.values()) {
            all.add(venue.cash + rules.instrument().rawNotional(rawMark, venue.position));
        }
        results = all.stream().distinct().count();
        return new Range(
                all.stream().mapToLong(x -> x).min().orElseThrow(),
                all.stream().mapToLong(x -> x).max().orElseThrow());
    }

    int size() {
        return states.size();
    }
}
