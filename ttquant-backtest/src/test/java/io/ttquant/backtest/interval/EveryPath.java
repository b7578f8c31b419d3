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
    private record At(NaiveVenue venue, boolean wasHigh, boolean wasLow) {}

    private final Rules rules;
    private Map<String, NaiveVenue> states = new LinkedHashMap<>();
    long results;

    EveryPath(Rules rules) {
        this.rules = rules;
        states.put("", new NaiveVenue(rules));
    }

    void bar(PathBar bar, List<Command> before) {
        Map<String, NaiveVenue> after = new LinkedHashMap<>();
        for (NaiveVenue from : states.values()) {
            NaiveVenue venue = from.copy();
            for (Command command : before) {
                venue.done = command.index + 1;
                venue.command(command);
            }
            venue.open(bar.rawOpen());
            walk(venue, bar, after);
        }
        states = after;
    }

    private void walk(NaiveVenue opened, PathBar bar, Map<String, NaiveVenue> after) {
        Set<String> been = new HashSet<>();
        ArrayDeque<At> open = new ArrayDeque<>();
        open.add(new At(opened, bar.rawOpen() == bar.rawHigh(), bar.rawOpen() == bar.rawLow()));
        while (!open.isEmpty()) {
            At at = open.remove();
            if (!been.add(at.wasHigh + "" + at.wasLow + at.venue.state())) {
                continue;
            }
            long price = at.venue.price;
            if (at.wasHigh && at.wasLow && price == bar.rawClose()) {
                NaiveVenue closed = at.venue.copy();
                closed.close();
                after.put(closed.state(), closed);
            }
            for (long to : new long[] {price + 1, price - 1}) {
                if (to >= bar.rawLow() && to <= bar.rawHigh()) {
                    NaiveVenue moved = at.venue.copy();
                    moved.tick(to);
                    open.add(new At(moved, at.wasHigh || to == bar.rawHigh(), at.wasLow || to == bar.rawLow()));
                }
            }
            if (rules.isTouchPossible()) {
                for (int i = 0; i < at.venue.book.size(); i++) {
                    NaiveVenue touched = at.venue.copy();
                    NaiveVenue.Resting order = touched.book.get(i);
                    if (order.type.equals("LIMIT") && !order.waits && order.price == price) {
                        touched.chance(order);
                        open.add(new At(touched, at.wasHigh, at.wasLow));
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
