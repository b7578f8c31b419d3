package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A venue that a test plays: commands and questions for an order wait for the test, lists are answered with what the test has set. */
final class ScriptedDesk implements VenueDesk {
    record Sent(List<? extends Order> orders, CommandReply reply) {
        void answer(CodeClass codeClass) {
            answer(codeClass, null);
        }

        void answer(CodeClass codeClass, @Nullable VenueOrder order) {
            for (Order o : orders) {
                answer(o, codeClass, order);
            }
        }

        void answer(Order o, CodeClass codeClass, @Nullable VenueOrder order) {
            reply.outcome(o, new CommandResult(Verdict.of(codeClass, "words"), o.clientId(), "", order, 0));
        }
    }

    private final SimulatedTime time;
    final Deque<Sent> places = new ArrayDeque<>();
    final Deque<Sent> cancels = new ArrayDeque<>();
    final Deque<Sent> amends = new ArrayDeque<>();
    final Deque<Reply<OrderLookup>> finds = new ArrayDeque<>();
    final List<Order> found = new ArrayList<>();
    final List<Long> fillsFrom = new ArrayList<>();
    int placed;
    int openAsked;
    int fillsOfAsked;
    boolean isFailing;
    long validNanos = 5_000_000_000L;

    List<VenueOrder> open = List.of();
    List<VenueFill> fills = List.of();
    List<VenueFill> fillsOf = List.of();
    Supplier<AccountSnapshot> account = () -> AccountSnapshot.NONE;

    ScriptedDesk(SimulatedTime time) {
        this.time = time;
    }

    private long deadline() {
        return validNanos == 0 ? EpochNanos.NEVER : time.nanos() + validNanos;
    }

    @Override
    public long place(List<? extends Order> orders, CommandReply reply) {
        placed += orders.size();
        places.add(new Sent(orders, reply));
        return deadline();
    }

    @Override
    public void cancel(List<? extends Order> orders, CommandReply reply) {
        cancels.add(new Sent(orders, reply));
    }

    @Override
    public long amend(Order order, Amendment amendment, CommandReply reply) {
        amends.add(new Sent(List.of(order), reply));
        return deadline();
    }

    @Override
    public void find(Order order, Reply<OrderLookup> reply) {
        found.add(order);
        finds.add(reply);
    }

    private <T> void list(Reply<T> reply, Supplier<T> answer) {
        time.schedule(Duration.ofMillis(1), () -> {
            if (isFailing) {
                reply.failed(Verdict.of(CodeClass.UNKNOWN, "timed out"));
            } else {
                reply.answered(answer.get());
            }
        });
    }

    @Override
    public void openOrders(Reply<List<VenueOrder>> reply) {
        openAsked++;
        list(reply, () -> open);
    }

    @Override
    public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
        fillsOfAsked++;
        list(reply, () -> fillsOf);
    }

    @Override
    public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        fillsFrom.add(fromNanos);
        list(reply, () -> fills);
    }

    @Override
    public void account(Reply<AccountSnapshot> reply) {
        list(reply, () -> account.get());
    }
}
