package io.ttquant.backtest.interval;

import java.util.Collection;
import java.util.List;

/** The commands that follow from an order. */
final class Reactions {
    private static final int DEEPEST = 8;

    private Reactions() {}

    /** True if something may follow from a command at the same point. */
    static boolean areAny(Command command) {
        return !command.reactions.isEmpty() || command.order.answers().stream().anyMatch(answers -> !answers.isEmpty());
    }

    /** Adds the prices at which an order and, if they are wanted, those that may follow it at the same point behave in another way. */
    static void addPrices(PlacedOrder order, Collection<Long> prices, boolean follows) {
        addPrices(order, prices, follows ? DEEPEST : 0);
    }

    private static void addPrices(PlacedOrder order, Collection<Long> prices, int depth) {
        prices.add(order.request.rawPrice());
        prices.add(order.request.rawTrigger());
        if (depth > 0) {
            for (List<Command> answers : order.answers()) {
                addPrices(answers, prices, depth - 1);
            }
        }
    }

    private static void addPrices(List<Command> answers, Collection<Long> prices, int depth) {
        for (Command answer : answers) {
            prices.add(answer.amendment.rawPrice());
            prices.add(answer.amendment.rawTrigger());
            addPrices(answer.order, prices, depth);
        }
    }
}
