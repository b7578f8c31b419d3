package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.VenueTruth.Entry;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to a venue, on which requests and answers get lost, and answers say things that are no answer. */
final class FaultyDesk implements VenueDesk {
    private static final Duration VALID_FOR = Duration.ofSeconds(5);

    private final SimulatedTime time;
    private final Chance chance;
    private final VenueTruth truth;
    private final boolean hasDeadline;
    /** When a question for each order was answered last: evidence. */
    final Map<Order, Long> answeredNanos = new HashMap<>();

    final Map<Order, Long> canceledNanos = new HashMap<>();
    final Set<Order> refused = new HashSet<>();
    private long brokenUntil;
    Consumer<List<? extends Order>> beforePlace = orders -> {};

    FaultyDesk(SimulatedTime time, Chance chance, VenueTruth truth, boolean hasDeadline) {
        this.time = time;
        this.chance = chance;
        this.truth = truth;
        this.hasDeadline = hasDeadline;
    }

    @Nullable
    Entry entry(Order order) {
        EngineOrder o = (EngineOrder) order;
        if (!o.isOurs) {
            return truth.byId(o.venueId);
        }
        List<Entry> named = truth.named(o.clientId());
        return named.isEmpty() ? null : named.get(0);
    }

    private long deadline() {
        return hasDeadline ? time.nanos() + VALID_FOR.toNanos() : EpochNanos.NEVER;
    }

    /** For a time no answer comes back, whether a request went through or not. */
    void breakDown(Duration duration) {
        brokenUntil = time.nanos() + duration.toNanos();
    }

    private boolean isBroken() {
        return chance.isFaulty && time.nanos() < brokenUntil;
    }

    private static CommandResult result(CodeClass codeClass, String words) {
        return new CommandResult(Verdict.of(codeClass, words), "", "", null, 0);
    }

    private CommandResult done(Entry e) {
        VenueOrder order = chance.in100(50) ? e.now() : null;
        String id = chance.in100(80) ? e.venueId : "";
        return new CommandResult(Verdict.ACCEPTED, e.clientId, id, order, truth.venueNanos());
    }

    /** One request: it may be lost, it may come late; its answer may be lost, or say nothing. */
    private void request(List<? extends Order> orders, long deadline, CommandReply reply, Effect effect) {
        boolean isBroken = isBroken();
        boolean isLost = chance.fault(isBroken ? 30 : 5);
        time.schedule(chance.delay(), () -> {
            boolean isLate = time.nanos() > deadline;
            for (Order order : orders) {
                CommandResult result = isLost
                        ? result(CodeClass.UNKNOWN, "connection reset")
                        : isLate ? result(CodeClass.CLOCK, "too late") : effect.on(order);
                boolean isMute = chance.fault(5);
                boolean isFoggy = chance.fault(isBroken ? 100 : 7);
                if (!isMute) {
                    CommandResult told = isFoggy
                            ? result(chance.of(List.of(CodeClass.UNKNOWN, CodeClass.MAINTENANCE)), "502")
                            : result;
                    time.schedule(chance.delay(), () -> reply.outcome(order, told));
                }
            }
        });
    }

    private interface Effect {
        CommandResult on(Order order);
    }

    @Override
    public long place(List<? extends Order> orders, CommandReply reply) {
        beforePlace.accept(orders);
        long deadline = deadline();
        request(orders, deadline, reply, order -> {
            if (chance.in100(6)) {
                refused.add(order);
                return result(chance.of(List.of(CodeClass.REJECTED, CodeClass.RETRYABLE, CodeClass.FATAL)), "refused");
            }
            if (truth.named(order.clientId()).stream().anyMatch(Entry::isOpen)) {
                return result(CodeClass.QUERY, "duplicate id");
            }
            Entry e = truth.create(
                    order.instrument(), order.clientId(), order.side(), "LIMIT", order.rawQuantity(), order.rawPrice());
            return done(e);
        });
        return deadline;
    }

    @Override
    public void cancel(List<? extends Order> orders, CommandReply reply) {
        orders.forEach(order -> canceledNanos.put(order, time.nanos()));
        request(orders, EpochNanos.NEVER, reply, order -> {
            Entry e = entry(order);
            if (e == null || !e.isOpen()) {
                return result(CodeClass.QUERY, "no such order");
            }
            if (chance.fault(10)) {
                return result(chance.of(List.of(CodeClass.REJECTED, CodeClass.RETRYABLE, CodeClass.QUERY)), "refused");
            }
            truth.end(e, OrderStatus.CANCELED);
            return done(e);
        });
    }

    @Override
    public long amend(Order order, Amendment amendment, CommandReply reply) {
        long deadline = deadline();
        request(List.of(order), deadline, reply, o -> {
            Entry e = entry(o);
            if (e == null || !e.isOpen()) {
                return result(CodeClass.QUERY, "no such order");
            }
            long quantity = amendment.rawQuantity() > 0 ? amendment.rawQuantity() : e.quantity;
            if (chance.fault(5) || quantity <= e.filled) {
                return result(CodeClass.REJECTED, "refused");
            }
            truth.amend(e, quantity, amendment.rawPrice() > 0 ? amendment.rawPrice() : e.price);
            return done(e);
        });
        return deadline;
    }

    private <T> void question(Reply<T> reply, Supplier<T> answer) {
        if (chance.fault(3)) {
            return;
        }
        boolean isFailed = chance.fault(isBroken() ? 100 : 12);
        time.schedule(chance.delay(), () -> {
            T value = answer.get();
            time.schedule(chance.delay(), () -> {
                if (isFailed) {
                    reply.failed(Verdict.of(CodeClass.UNKNOWN, "timed out"));
                } else {
                    reply.answered(value);
                }
            });
        });
    }

    @Override
    public void find(Order order, Reply<OrderLookup> reply) {
        question(reply, () -> {
            Entry e = entry(order);
            VenueOrder seen = e == null ? null : e.at(time.nanos() - chance.lagNanos());
            answeredNanos.put(order, time.nanos());
            return new OrderLookup(seen != null && chance.fault(4) ? FaultyWire.unknown(seen) : seen);
        });
    }

    @Override
    public void openOrders(Reply<List<VenueOrder>> reply) {
        question(reply, () -> {
            long when = time.nanos() - chance.lagNanos();
            return truth.entries.stream()
                    .map(e -> e.at(when))
                    .filter(o -> o != null && o.status() != null && o.status().isOpen())
                    .toList();
        });
    }

    @Override
    public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
        question(reply, () -> {
            Entry e = entry(order);
            return e == null ? List.of() : List.copyOf(e.fills);
        });
    }

    @Override
    public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        question(
                reply,
                () -> truth.entries.stream()
                        .filter(e -> e.instrument.equals(instrument))
                        .flatMap(e -> e.fills.stream())
                        .filter(f -> f.tsEvent() >= fromNanos)
                        .map(FaultyDesk::nameless)
                        .toList());
    }

    /** Lists of fills tell the venue's id only. */
    private static VenueFill nameless(VenueFill f) {
        return new VenueFill(
                f.symbol(),
                f.tradeId(),
                f.orderId(),
                "",
                f.side(),
                f.positionSide(),
                f.price(),
                f.quantity(),
                f.fee(),
                f.isMaker(),
                f.cursor(),
                f.tsEvent());
    }

    @Override
    public void account(Reply<AccountSnapshot> reply) {
        question(reply, truth::account);
    }
}
