package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Order;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The orders that were open when an engine was given up: they are cancelled past it, and what the exchange says of them since is kept here. */
final class LastOrders {
    /** How much of an order there is, unscaled. */
    private record Size(long rawQuantity, long rawFilled) {}

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOKS = 100;
    /** So many looks are between two cancels of an order that was refused one. */
    private static final int LOOKS_APART = 20;

    private final Map<Order, Size> open = new LinkedHashMap<>();
    /** Those that are open although a cancel came back. */
    private final Set<Order> refused = new LinkedHashSet<>();
    /** What was filled since, which no book of the run knows. */
    private final Map<Order, Long> since = new LinkedHashMap<>();

    /** @param orders those that the engine last knew as open; what it holds itself ended with it */
    LastOrders(List<Order> orders) {
        for (Order order : orders) {
            if (!order.isHeld() && !order.isEmulated()) {
                open.put(order, new Size(order.rawQuantity(), order.rawFilled()));
            }
        }
    }

    int count() {
        return open.size();
    }

    /** Asks to cancel all of them; if that cannot be done at once, one by one. */
    void cancel(Supplier<ExecutionSession> way, Consumer<String> lines) {
        List<Order> orders = List.copyOf(open.keySet());
        try {
            way.get().cancelAll(orders);
        } catch (RuntimeException e) {
            lines.accept("the orders cannot be cancelled together (" + e + "); each is tried alone");
            orders.forEach(order -> cancel(order, way, lines));
        }
    }

    /**
     * Waits for their end, for some seconds at most; those whose cancel is refused meanwhile are cancelled again.
     *
     * @param ended what to do once none is open, or the time is over
     */
    void await(EngineThread thread, Supplier<ExecutionSession> way, Consumer<String> lines, Runnable ended) {
        await(thread, () -> cancelRefused(way, lines), ended, LOOKS);
    }

    private void await(EngineThread thread, Runnable again, Runnable ended, int looks) {
        if (open.isEmpty() || looks == 0) {
            ended.run();
            return;
        }
        if (looks % LOOKS_APART == 0) {
            again.run();
        }
        thread.schedule(LOOK, () -> await(thread, again, ended, looks - 1));
    }

    private void cancelRefused(Supplier<ExecutionSession> way, Consumer<String> lines) {
        List<Order> orders = List.copyOf(refused);
        refused.clear();
        orders.stream().filter(open::containsKey).forEach(order -> cancel(order, way, lines));
    }

    void refused(Order order) {
        refused.add(order);
    }

    private static void cancel(Order order, Supplier<ExecutionSession> way, Consumer<String> lines) {
        try {
            way.get().cancel(order);
        } catch (RuntimeException e) {
            lines.accept("a cancel of " + order.clientId() + " could not be sent: " + e);
        }
    }

    void filled(Order order, long rawQuantity) {
        since.merge(order, rawQuantity, Math::addExact);
        open.computeIfPresent(order, (same, size) -> {
            long rawFilled = Math.addExact(size.rawFilled, rawQuantity);
            return rawFilled < size.rawQuantity ? new Size(size.rawQuantity, rawFilled) : null;
        });
    }

    void resized(Order order, long rawQuantity) {
        open.computeIfPresent(order, (same, size) -> new Size(rawQuantity, size.rawFilled));
    }

    void ended(Order order) {
        open.remove(order);
    }

    /** A line for each that is left, and for each that was filled since. */
    void tell(Supplier<ExecutionSession> way, Consumer<String> lines) {
        open.forEach((order, size) -> lines.accept(OrderWords.leftOpen(order, size.rawFilled, exchangeId(order, way))));
        since.forEach((order, rawFilled) -> lines.accept("filled since the failure, and in no book of this run: "
                + OrderWords.bought(order.side()) + " " + order.instrument().formatQuantity(rawFilled) + " "
                + order.instrument().id().symbol() + " by order " + order.clientId()));
    }

    /** The exchange's id of an order; empty if it is not known, or if the session cannot say it any more. */
    static String exchangeId(Order order, Supplier<ExecutionSession> way) {
        try {
            return way.get().exchangeId(order);
        } catch (RuntimeException e) {
            return "";
        }
    }
}
