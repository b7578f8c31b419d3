package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupRequest;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.matching.BarMoment;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.DayEnd;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the strategies' commands, refuses what must not leave, and keeps the open orders. */
final class OrderDesk {
    private final Engine engine;
    private final ClientIds ids;
    private final ZoneId dayZone;
    private final FeeModel fees;
    private final OrderFunds funds;
    private final OrderChecks checks;
    private final OrderGroups groups;
    private final PassedTriggers passed;
    private final RiskDesk risk;
    private final ArrayDeque<OrderEvent> own = new ArrayDeque<>();
    private long sequence;
    /** The order event to which a strategy is answering; null while none is told. */
    private @Nullable OrderEvent cause;

    OrderDesk(
            Engine engine,
            Ledger ledger,
            ClientIds ids,
            FeeModel fees,
            @Nullable MarginFunds margin,
            ZoneId dayZone,
            VenueRules venue,
            RiskDesk risk) {
        this.engine = engine;
        this.ids = ids;
        this.dayZone = dayZone;
        this.fees = fees;
        this.funds = new OrderFunds(engine, ledger, fees, margin);
        this.risk = risk;
        this.checks = new OrderChecks(engine, funds, venue, risk);
        this.groups = new OrderGroups(engine, this, checks, venue);
        this.passed = new PassedTriggers(engine, this, checks);
    }

    FeeModel fees() {
        return fees;
    }

    RiskDesk risk() {
        return risk;
    }

    Order submit(StrategySlot slot, OrderRequest request) {
        return submit(slot, create(slot, request), Sender.STRATEGY);
    }

    /** @param run the algorithm that sends it, and hears of it first */
    TrackedOrder submit(StrategySlot slot, OrderRequest request, AlgorithmRun run) {
        TrackedOrder order = create(slot, request);
        order.listen(run::heard);
        return submit(slot, order, Sender.STRATEGY);
    }

    OrderChecks checks() {
        return checks;
    }

    /**
     * Closes a position for the engine: whatever the strategy's state and its limits say.
     *
     * @param sent what the exchange is asked for
     */
    TrackedOrder submitExit(StrategySlot slot, OrderRequest request, OrderRequest sent) {
        TrackedOrder order = create(slot, request);
        if (!sent.equals(request)) {
            order.sendAs(sent);
        }
        return submit(slot, order, Sender.GUARD);
    }

    private TrackedOrder submit(StrategySlot slot, TrackedOrder order, Sender sender) {
        if (mayLeave(slot, order, sender)) {
            engine.send().submit(order);
            told(OrderCommand.Kind.SUBMIT, order, null);
            engine.commandSent();
        }
        return order;
    }

    /** Checks an order, and counts it as open if it may leave, or denies it. */
    private boolean mayLeave(StrategySlot slot, TrackedOrder order, Sender sender) {
        InstrumentChannel channel = engine.channel(order.instrument().id());
        Refusal refusal = checks.check(slot, channel, order, sender);
        if (refusal != null) {
            deny(order, refusal);
            return false;
        }
        order.become(OrderStatus.SUBMITTED);
        list(slot, channel, order);
        return true;
    }

    /** Sends orders that do not depend on each other; those that may leave do so together. */
    List<Order> submitAll(StrategySlot slot, List<OrderRequest> requests) {
        if (isEachOnItsOwn()) {
            return requests.stream().map(request -> submit(slot, request)).toList();
        }
        List<Order> all = new ArrayList<>();
        List<TrackedOrder> leaving = new ArrayList<>();
        for (OrderRequest request : requests) {
            TrackedOrder order = create(slot, request);
            all.add(order);
            if (mayLeave(slot, order, Sender.STRATEGY)) {
                leaving.add(order);
            }
        }
        if (!leaving.isEmpty()) {
            engine.send().submitAll(leaving);
            leaving.forEach(order -> told(OrderCommand.Kind.SUBMIT, order, null));
            engine.commandSent();
        }
        return List.copyOf(all);
    }

    /** Where execution is simulated each command takes a way of its own to the exchange, whose length is told with it. */
    private boolean isEachOnItsOwn() {
        return engine.send() instanceof SimulatedExchange;
    }

    /** An order by which the exchange closes a position; it is there at once. */
    Order liquidation(StrategySlot slot, InstrumentChannel channel, OrderRequest request, PositionState position) {
        TrackedOrder order = new TrackedOrder(ids, ++sequence, slot.index, slot.id, request, position, engine.now());
        engine.taps().created(order);
        order.become(OrderStatus.SUBMITTED);
        channel.open(slot).add(order);
        return order;
    }

    OrderGroup submit(StrategySlot slot, GroupRequest request) {
        return groups.submit(slot, request);
    }

    /** The number of an order that a strategy has back from an earlier run. */
    long nextSequence() {
        return ++sequence;
    }

    TrackedOrder create(StrategySlot slot, OrderRequest request) {
        PositionState position =
                engine.channel(request.instrument().id()).positions().of(slot, request.positionSide());
        TrackedOrder order = new TrackedOrder(ids, ++sequence, slot.index, slot.id, request, position, engine.now());
        if (request.timeInForce() == TimeInForce.DAY) {
            order.expireAt(DayEnd.after(engine.now(), dayZone));
        }
        engine.taps().created(order);
        return order;
    }

    void deny(TrackedOrder order, Refusal refusal) {
        order.become(OrderStatus.DENIED);
        sayDenied(order, refusal);
    }

    void sayDenied(TrackedOrder order, Refusal refusal) {
        told(OrderCommand.Kind.SUBMIT, order, null);
        post(new OrderEvent.Denied(order, refusal.reason(), refusal.message(), engine.now()));
    }

    /** Counts an order that leaves now: as open, and in the rates. */
    void list(StrategySlot slot, InstrumentChannel channel, TrackedOrder order) {
        channel.open(slot).add(order);
        risk.sent(slot.index, true);
        if (engine.reports() instanceof LiveAccount live) {
            live.sent(order);
        }
    }

    /** The session sends orders again: children that it did not send leave now. */
    void sendUnsent() {
        groups.sendUnsent(sequence);
    }

    /** Sends orders that were checked and listed. */
    void send(List<TrackedOrder> orders) {
        orders.forEach(order -> order.become(OrderStatus.SUBMITTED));
        engine.send().submitAll(orders);
        orders.forEach(order -> told(OrderCommand.Kind.SUBMIT, order, null));
        engine.commandSent();
    }

    /** Our own words on an order reach its strategy after the callback that caused them, never inside it. */
    private void post(OrderEvent event) {
        engine.taps().event(event);
        own.add(event);
        engine.commandSent();
        heard(event);
    }

    /** Something happened to an order that others may depend on. */
    void heard(OrderEvent event) {
        TrackedOrder order = (TrackedOrder) event.order();
        passed.heard(order, event);
        if (order.isLinked()) {
            groups.heard(order, event);
        }
    }

    void sayCanceled(TrackedOrder order, String why) {
        post(new OrderEvent.Canceled(order, why, engine.now(), engine.now()));
    }

    void sayUpdated(TrackedOrder order) {
        post(new OrderEvent.Updated(order, engine.now(), engine.now()));
    }

    void sayUpdateRejected(TrackedOrder order, Refusal why) {
        post(new OrderEvent.UpdateRejected(order, why.reason(), why.message(), engine.now(), engine.now()));
    }

    boolean deliverOwn() {
        OrderEvent event = own.poll();
        if (event == null) {
            return false;
        }
        tell((TrackedOrder) event.order(), event);
        return true;
    }

    /** Lets those hear of an event who wait for it: an algorithm, then the strategy. */
    void tell(TrackedOrder order, OrderEvent event) {
        if (order.listener() != null) {
            cause = event;
            order.listener().accept(event);
            cause = null;
        }
        engine.slot(order.owner()).order(event);
    }

    boolean hasOwn() {
        return !own.isEmpty();
    }

    void cancel(StrategySlot slot, Order order) {
        cancelOwn(own(slot, order));
    }

    /** Cancels an order because its strategy wants so. */
    void cancelOwn(TrackedOrder order) {
        if (mayCancelOwn(order)) {
            sendCancel(order);
        }
    }

    private boolean mayCancelOwn(TrackedOrder order) {
        // A cancel of ours may be under way because another takes its place: the strategy's means that one too.
        boolean isTold = order.isLinked() && !order.isClosed();
        boolean isNeeded = !isTold || groups.cancelAsked(order);
        return isNeeded && mayCancel(order);
    }

    /** Cancels orders because their strategy wants so, all that are at the exchange together. One that cannot be sent keeps no other from leaving. */
    void cancelAll(StrategySlot slot, List<Order> orders) {
        Failures failures = new Failures();
        if (isEachOnItsOwn()) {
            orders.forEach(order -> failures.run(() -> cancel(slot, order)));
            failures.rethrow();
            return;
        }
        List<TrackedOrder> asked = new ArrayList<>();
        for (Order order : orders) {
            failures.run(() -> {
                TrackedOrder tracked = own(slot, order);
                if (mayCancelOwn(tracked)) {
                    tracked.askCancel();
                    risk.sent(tracked.owner(), false);
                    asked.add(tracked);
                }
            });
        }
        if (!asked.isEmpty()) {
            // One by one where it does not go together; a cancel that left is not sent again.
            if (!failures.run(() -> engine.send().cancelAll(asked))) {
                asked.forEach(order -> failures.run(() -> engine.send().cancel(order)));
            }
            asked.forEach(order -> told(OrderCommand.Kind.CANCEL, order, null));
            engine.commandSent();
        }
        failures.rethrow();
    }

    /** Cancels an order because of another one. */
    void cancelFor(TrackedOrder order, String why) {
        if (mayCancel(order)) {
            order.setCancelReason(why);
            sendCancel(order);
        }
    }

    private static boolean mayCancel(TrackedOrder order) {
        return !order.isClosed() && order.status() != OrderStatus.PENDING_CANCEL;
    }

    private void sendCancel(TrackedOrder order) {
        order.askCancel();
        risk.sent(order.owner(), false);
        engine.send().cancel(order);
        told(OrderCommand.Kind.CANCEL, order, null);
        engine.commandSent();
    }

    void amend(StrategySlot slot, Order order, Amendment amendment) {
        TrackedOrder tracked = own(slot, order);
        if (!tracked.isLinked() || groups.amendAsked(tracked, amendment)) {
            amend(tracked, Sender.STRATEGY, amendment);
        }
    }

    /** Amends an order because of another one of its group. */
    void amendFor(TrackedOrder order, Amendment amendment) {
        amend(order, Sender.GROUP, amendment);
    }

    private void amend(TrackedOrder order, Sender sender, Amendment amendment) {
        Refusal refusal = checks.checkAmendment(engine.slot(order.owner()), order, sender, amendment);
        if (refusal != null) {
            sayUpdateRejected(order, refusal);
            return;
        }
        if (sender == Sender.STRATEGY && order.isLinked()) {
            groups.amending(order, amendment);
        }
        order.askUpdate(order.rawQuantityAfter(amendment));
        risk.sent(order.owner(), false);
        engine.send().amend(order, amendment);
        told(OrderCommand.Kind.AMEND, order, amendment);
        engine.commandSent();
    }

    void setCause(@Nullable OrderEvent event) {
        cause = event;
    }

    private void told(OrderCommand.Kind kind, TrackedOrder order, @Nullable Amendment amendment) {
        BarMoment moment = engine.channel(order.instrument().id()).barMoment();
        long arrival = engine.send() instanceof SimulatedExchange exchange && !order.isClosed()
                ? exchange.lastArrivalNanos()
                : engine.now();
        boolean isNothingSpecial = kind == OrderCommand.Kind.SUBMIT
                && cause == null
                && moment == BarMoment.BETWEEN
                && arrival == order.createdNanos()
                && arrival == engine.now();
        if (isNothingSpecial) {
            engine.taps().submitted(order);
            return;
        }
        engine.taps().commanded(new OrderCommand(kind, order, amendment, engine.now(), arrival, moment, cause));
    }

    private static TrackedOrder own(StrategySlot slot, Order order) {
        if (order instanceof TrackedOrder tracked && tracked.owner() == slot.index) {
            return tracked;
        }
        throw new IllegalArgumentException("order " + order.clientId() + " is not one of strategy " + slot.id
                + "; a strategy cancels and amends its own orders only");
    }

    List<Order> open(StrategySlot slot, InstrumentId instrument) {
        OpenOrders open = engine.channel(instrument).orders().orNull(slot);
        return open == null ? List.of() : open.toList();
    }

    /** Ends the orders of a strategy that are held until others fill. */
    void cancelHeld(StrategySlot slot) {
        groups.cancelHeld(slot);
    }

    /** A cancel that cannot be sent keeps no other from leaving. */
    void cancelAll(StrategySlot slot) {
        Failures failures = new Failures();
        failures.run(() -> cancelHeld(slot));
        List<Order> all = new ArrayList<>();
        for (InstrumentChannel channel : engine.channels()) {
            all.addAll(open(slot, channel.instrument().id()));
        }
        failures.run(() -> cancelAll(slot, all));
        failures.rethrow();
    }

    List<Order> held(StrategySlot slot, InstrumentId instrument) {
        return groups.held(slot, instrument);
    }

    /** An amendment was answered: the order holds back what it needs now. */
    void rehold(TrackedOrder order) {
        if (!order.isClosed() && !order.isUpdateUnderWay()) {
            funds.rehold(order);
        }
    }

    /** A fill may come after its order was closed, so that nothing counts it as open any more. */
    void positionChanged(TrackedOrder order) {
        if (risk.hasLimits()) {
            engine.channel(order.instrument().id())
                    .open(engine.slot(order.owner()))
                    .refresh();
        }
    }

    /** An order of others holds back its funds at the exchange, whether or not we would let it. */
    void holdBack(TrackedOrder order) {
        funds.rehold(order);
    }

    void closed(TrackedOrder order) {
        funds.release(order);
        order.leaveList();
    }
}
