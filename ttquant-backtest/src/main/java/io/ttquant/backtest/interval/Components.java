package io.ttquant.backtest.interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a script that have nothing to do with each other but the price: no command of one answers or changes an order of another. */
final class Components {
    private final int[] parents;

    private Components(int size) {
        this.parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The parts, each with its orders and the commands that are bound to a time. */
    static List<Script> of(Script whole) {
        return of(whole, true);
    }

    /** The same, but what reduce-only orders have to do with others by the position does not keep them together. */
    static List<Script> apartFromPosition(Script whole) {
        return of(whole, false);
    }

    private static List<Script> of(Script whole, boolean isTiedByPosition) {
        Components components = new Components(whole.orders.size());
        int reducing = -1;
        for (PlacedOrder order : whole.orders) {
            for (List<Command> answers : order.answers()) {
                components.join(order, answers);
            }
            reducing = order.request.isReduceOnly() ? order.id : reducing;
        }
        whole.commands.forEach(command -> components.join(command.order, command.reactions));
        if (isTiedByPosition && reducing >= 0) {
            // What it may do hangs on the position, to which every order adds.
            for (PlacedOrder order : whole.orders) {
                components.join(order.id, reducing);
            }
        }
        return components.split(whole);
    }

    private void join(PlacedOrder cause, List<Command> answers) {
        for (Command answer : answers) {
            join(cause.id, answer.order.id);
            join(answer.order, answer.reactions);
        }
    }

    private void join(int a, int b) {
        parents[root(a)] = root(b);
    }

    private int root(int of) {
        int root = of;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private List<Script> split(Script whole) {
        Map<Integer, Script> parts = new LinkedHashMap<>();
        for (PlacedOrder order : whole.orders) {
            part(parts, whole, order).orders.add(order);
        }
        for (Command command : whole.commands) {
            part(parts, whole, command.order).commands.add(command);
        }
        return new ArrayList<>(parts.values());
    }

    private Script part(Map<Integer, Script> parts, Script whole, PlacedOrder order) {
        return parts.computeIfAbsent(root(order.id), root -> new Script(whole.strategyId, whole.instrument));
    }
}
