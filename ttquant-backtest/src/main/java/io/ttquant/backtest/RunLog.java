package io.ttquant.backtest;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.backtest.statistics.RoundTrips;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.RiskEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps what a run produced. */
final class RunLog implements EngineTap {
    private final List<Order> orders = new KeptList<>();
    private final List<Fill> fills = new KeptList<>();
    private final List<Refused> refusals = new ArrayList<>();
    private final List<RiskEvent> riskEvents = new ArrayList<>();
    private final List<CashFlow> cashFlows = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();
    /** Orders stand for the commands that {@link OrderCommand#submit} makes of them. */
    private final List<Object> commands = new KeptList<>();

    private final EventDigest digest;
    private final IdentityHashMap<Fill, Long> foreignFees = new IdentityHashMap<>();
    private @Nullable Ledger ledger;
    private final Map<Long, String> messages = new HashMap<>();
    private long[] changedNanos = new long[64];
    private long amendments;

    RunLog(EventDigest digest) {
        this.digest = digest;
    }

    /** The account at whose prices fees in third assets are valued. */
    void valueBy(Ledger account) {
        this.ledger = account;
    }

    @Override
    public void created(Order order) {
        orders.add(order);
        if (orders.size() > changedNanos.length) {
            changedNanos = Arrays.copyOf(changedNanos, changedNanos.length * 2);
        }
        changedNanos[orders.size() - 1] = order.createdNanos();
        digest.order(order);
    }

    @Override
    public void commanded(OrderCommand command) {
        amendments += command.kind() == OrderCommand.Kind.AMEND ? 1 : 0;
        commands.add(command);
    }

    @Override
    public void submitted(Order order) {
        commands.add(order);
    }

    @Override
    public void event(OrderEvent event) {
        if (event instanceof OrderEvent.Filled filled) {
            filled(filled.fill());
        } else if (event instanceof OrderEvent.Denied denied) {
            refusals.add(new Refused(denied.order(), true, denied.reason(), denied.message(), denied.tsEvent()));
        } else if (event instanceof OrderEvent.Rejected rejected) {
            refusals.add(
                    new Refused(rejected.order(), false, rejected.reason(), rejected.message(), rejected.tsEvent()));
        } else if (event instanceof OrderEvent.Canceled canceled
                && !canceled.message().isEmpty()) {
            messages.put(canceled.order().sequence(), canceled.message());
        }
        changed(event);
        digest.event(event);
    }

    @Override
    public void cashFlow(CashFlow flow) {
        cashFlows.add(flow);
    }

    @Override
    public void notice(AccountNotice notice) {
        notices.add(notice);
    }

    private void filled(Fill fill) {
        fills.add(fill);
        if (ledger != null && RoundTrips.hasForeignFee(fill)) {
            foreignFees.put(
                    fill,
                    ledger.rawValue(
                            fill.feeCurrency(), fill.rawFee(), fill.instrument().settlement()));
        }
    }

    /** What a fill's fee in a third asset was worth in the settlement currency when we heard of it; {@link Ledger#UNKNOWN} without a price. */
    long rawForeignFee(Fill fill) {
        return foreignFees.getOrDefault(fill, Ledger.UNKNOWN);
    }

    /** Sequence numbers rise by one, so they tell where an order lies in the list. */
    private void changed(OrderEvent event) {
        if (!orders.isEmpty()) {
            long index = event.order().sequence() - orders.get(0).sequence();
            if (index >= 0 && index < orders.size()) {
                changedNanos[(int) index] = event.tsEvent();
            }
        }
    }

    /** When an order last changed, epoch nanoseconds. */
    long changedNanos(int index) {
        return changedNanos[index];
    }

    /** Why an order was cancelled without being asked to; empty if it was not. */
    String message(Order order) {
        return messages.getOrDefault(order.sequence(), "");
    }

    /** All commands of strategies, in the order in which they were given. */
    List<OrderCommand> commands() {
        return commands.stream()
                .map(kept -> kept instanceof Order order ? OrderCommand.submit(order) : (OrderCommand) kept)
                .toList();
    }

    /** The orders that the exchange ended because the account could not pay them, by number. */
    Set<Long> unpaid() {
        Set<Long> numbers = new TreeSet<>();
        for (Refused refused : refusals) {
            if (!refused.isDenied() && refused.reason() == RejectReason.INSUFFICIENT_FUNDS) {
                numbers.add(refused.order().sequence());
            }
        }
        messages.forEach((number, message) -> {
            if (message.startsWith(SimulatedExchange.UNPAID)) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    /** The orders that never left, by number. */
    Set<Long> denied() {
        Set<Long> numbers = new TreeSet<>();
        for (Refused refused : refusals) {
            if (refused.isDenied()) {
                numbers.add(refused.order().sequence());
            }
        }
        return numbers;
    }

    /** How many times a strategy asked to change an order. */
    long amendments() {
        return amendments;
    }

    List<Order> orders() {
        return orders;
    }

    List<Fill> fills() {
        return fills;
    }

    List<CashFlow> cashFlows() {
        return cashFlows;
    }

    List<AccountNotice> notices() {
        return notices;
    }

    @Override
    public void risk(RiskEvent event) {
        riskEvents.add(event);
    }

    List<RiskEvent> riskEvents() {
        return riskEvents;
    }

    List<Refused> refusals() {
        return refusals;
    }
}
