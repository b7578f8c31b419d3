package io.ttquant.core.engine;

import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic venue with its own small event loop: price-time priority among the orders of others and ours, and a latency that is known for every
 * moment. It shares no code with what it judges.
 *
 * <p>Others act as if we were not there: an aggressor meets ours where they stand, but what others get of it is what they would have got without us.
 */
final class QueueVenue {
    /** An order of others. */
    static final class Resting {
        final long id;
        final Side side;
        long price;
        long quantity;
        long seen;

        Resting(long id, Side side, long price, long quantity, long seen) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.quantity = quantity;
            this.seen = seen;
        }
    }

    /** An order of ours. */
    private static final class Ours {
        final int number;
        final Side side;
        long price;
        long quantity;
        long filled;
        long seen;

        Ours(int number, Side side, long price, long quantity, long seen) {
            this.number = number;
            this.side = side;
            this.price = price;
            this.quantity = quantity;
            this.seen = seen;
        }
    }

    record Execution(long id, long price, long quantity) {}

    record Fill(int order, long exchangeNanos, long ourNanos, long price, long quantity) {}

    /** What we send; price and quantity 0 is a cancel of an order that was sent before. */
    record Command(long sentNanos, int order, Side side, long price, long quantity) {
        boolean isCancel() {
            return quantity == 0;
        }
    }

    private record Flight(Command command, boolean isNew) {}

    /** The latencies that are known: at these times of ours, and linear in between. */
    record Knot(long request, long exchange, long response) {}

    final Map<Long, Resting> others = new LinkedHashMap<>();
    final List<Fill> fills = new ArrayList<>();
    private final Map<Integer, Ours> ours = new HashMap<>();
    private final Set<Integer> sent = new HashSet<>();
    private final List<Knot> knots;
    private final List<Flight> underWay = new ArrayList<>();
    private long counter;
    private long lastReport;

    QueueVenue(List<Knot> knots) {
        this.knots = knots;
    }

    // Our side.

    void send(Command command) {
        boolean isNew = sent.add(command.order);
        Knot nearest = knots.stream()
                .min(Comparator.comparingLong((Knot k) -> Math.abs(k.request - command.sentNanos))
                        .thenComparingLong(k -> k.request))
                .orElseThrow();
        if (nearest.exchange <= 0) {
            lastReport = Math.max(lastReport, command.sentNanos + nearest.response - nearest.request);
            return;
        }
        underWay.add(new Flight(command, isNew));
    }

    private long arrival(Command command) {
        List<Knot> arrived = knots.stream().filter(k -> k.exchange > 0).toList();
        Knot before = knots.stream()
                .filter(k -> k.request <= command.sentNanos)
                .reduce((a, b) -> b)
                .orElseThrow();
        Knot after = knots.stream()
                .filter(k -> k.request > command.sentNanos)
                .findFirst()
                .orElseThrow();
        if (before.exchange <= 0 || after.exchange <= 0) {
            Knot only = before.exchange <= 0 ? after : before;
            return command.sentNanos + only.exchange - only.request;
        }
        if (!arrived.contains(before)) {
            throw new AssertionError("no latency at " + command.sentNanos);
        }
        return command.sentNanos
                + linear(
                        command.sentNanos,
                        before.request,
                        before.exchange - before.request,
                        after.request,
                        after.exchange - after.request);
    }

    private static long linear(long at, long x0, long y0, long x1, long y1) {
        return BigDecimal.valueOf(y1 - y0)
                .multiply(BigDecimal.valueOf(at - x0))
                .divide(BigDecimal.valueOf(x1 - x0), 0, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(y0))
                .longValueExact();
    }

    /** A report goes out; returns when we have it. */
    private long report(long now) {
        List<Knot> arrived = knots.stream().filter(k -> k.exchange > 0).toList();
        Knot before = arrived.stream()
                .filter(k -> k.exchange <= now)
                .reduce((a, b) -> b)
                .orElseThrow();
        Knot after = arrived.stream().filter(k -> k.exchange > now).findFirst().orElseThrow();
        long back = linear(
                now,
                before.exchange,
                before.response - before.exchange,
                after.exchange,
                after.response - after.exchange);
        lastReport = Math.max(lastReport, now + back);
        return lastReport;
    }

    /** Takes the commands that arrive before a time, in the order in which they do. */
    void arriveBefore(long nanos) {
        while (true) {
            Flight first = underWay.stream()
                    .filter(f -> arrival(f.command) <= nanos)
                    .min(Comparator.comparingLong(f -> arrival(f.command)))
                    .orElse(null);
            if (first == null) {
                return;
            }
            underWay.remove(first);
            take(first.command, first.isNew, arrival(first.command));
        }
    }

    private void take(Command command, boolean isNew, long now) {
        Ours known = ours.get(command.order);
        report(now);
        if (isNew) {
            ours.put(command.order, new Ours(command.order, command.side, command.price, command.quantity, counter++));
        } else if (known != null && command.isCancel()) {
            ours.remove(command.order);
        } else if (known != null && command.quantity > known.filled) {
            boolean keeps = command.price == known.price && command.quantity <= known.quantity;
            known.price = command.price;
            known.quantity = command.quantity;
            known.seen = keeps ? known.seen : counter++;
        }
    }

    // The others.

    void add(long id, Side side, long price, long quantity) {
        others.put(id, new Resting(id, side, price, quantity, counter++));
    }

    void modify(long id, long price, long quantity) {
        Resting order = others.get(id);
        boolean keeps = price == order.price && quantity <= order.quantity;
        order.price = price;
        order.quantity = quantity;
        order.seen = keeps ? order.seen : counter++;
    }

    void delete(long id) {
        others.remove(id);
    }

    /** What an aggressor does to the orders of one side: first, in one queue, with ours; then without them. Returns what others execute. */
    List<Execution> aggress(long now, Side resting, long quantity) {
        long left = quantity;
        List<Object> queue = new ArrayList<>();
        others.values().stream().filter(o -> o.side == resting).forEach(queue::add);
        ours.values().stream().filter(o -> o.side == resting).forEach(queue::add);
        queue.sort(this::inPriority);
        for (Object each : queue) {
            if (each instanceof Resting other) {
                left -= Math.min(left, other.quantity);
            } else if (each instanceof Ours mine && left > 0) {
                long taken = Math.min(left, mine.quantity - mine.filled);
                left -= taken;
                mine.filled += taken;
                fills.add(new Fill(mine.number, now, report(now), mine.price, taken));
                if (mine.filled == mine.quantity) {
                    ours.remove(mine.number);
                }
            }
        }
        return executions(resting, quantity);
    }

    private List<Execution> executions(Side resting, long quantity) {
        List<Execution> executions = new ArrayList<>();
        long left = quantity;
        for (Resting order : sorted(resting)) {
            long taken = Math.min(left, order.quantity);
            if (taken > 0) {
                executions.add(new Execution(order.id, order.price, taken));
                order.quantity -= taken;
                left -= taken;
            }
            if (order.quantity == 0) {
                others.remove(order.id);
            }
        }
        return executions;
    }

    List<Resting> sorted(Side side) {
        return others.values().stream()
                .filter(o -> o.side == side)
                .sorted(this::inPriority)
                .toList();
    }

    private int inPriority(Object a, Object b) {
        long x = price(a);
        long y = price(b);
        int byPrice = side(a) == Side.BUY ? Long.compare(y, x) : Long.compare(x, y);
        return byPrice != 0 ? byPrice : Long.compare(seen(a), seen(b));
    }

    private static long price(Object order) {
        return order instanceof Resting other ? other.price : ((Ours) order).price;
    }

    private static long seen(Object order) {
        return order instanceof Resting other ? other.seen : ((Ours) order).seen;
    }

    private static Side side(Object order) {
        return order instanceof Resting other ? other.side : ((Ours) order).side;
    }

    long displayed(Side side, long price) {
        return others.values().stream()
                .filter(o -> o.side == side && o.price == price)
                .mapToLong(o -> o.quantity)
                .sum();
    }

    /** What of an order the venue had filled up to a time. */
    long filledUntil(int order, long nanos) {
        return fills.stream()
                .filter(f -> f.order == order && f.exchangeNanos <= nanos)
                .mapToLong(Fill::quantity)
                .sum();
    }

    @Nullable
    Resting any(long index) {
        return others.isEmpty() ? null : List.copyOf(others.values()).get((int) (index % others.size()));
    }
}
