package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.DayEnd;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the strategies' commands, refuses what must not leave, and keeps the open orders. */
final class OrderDesk {
    private final Engine engine;
    private final ClientIds ids;
    private final ZoneId dayZone;
    private final OrderFunds funds;
    private final OrderChecks checks;
    private final ArrayDeque<OrderEvent> own = new ArrayDeque<>();
    private long sequence;

    OrderDesk(
            Engine engine,
            Ledger ledger,
            ClientIds ids,
            FeeModel fees,
            @Nullable MarginFunds margin,
            ZoneId dayZone,
            VenueRules venue) {
        this.engine = engine;
        this.ids = ids;
        this.dayZone = dayZone;
        this.funds = new OrderFunds(engine, ledger, fees, margin);
        this.checks = new OrderChecks(engine, funds, venue);
    }

    Order submit(StrategySlot slot, OrderRequest request) {
        InstrumentChannel channel = engine.channel(request.instrument().id());
        TrackedOrder order = new TrackedOrder(
                ids,
                ++sequence,
                slot.index,
                slot.id,
                request,
                channel.position(slot, request.positionSide()),
                engine.now());
        if (request.timeInForce() == TimeInForce.DAY) {
            order.expireAt(DayEnd.after(engine.now(), dayZone));
        }
        engine.taps().created(order);
        Refusal refusal = checks.check(slot, channel, order);
        if (refusal != null) {
            order.become(OrderStatus.DENIED);
            post(new OrderEvent.Denied(order, refusal.reason(), refusal.message(), engine.now()));
            return order;
        }
        order.become(OrderStatus.SUBMITTED);
        channel.open(slot).add(order);
        engine.send().submit(order);
        engine.commandSent();
        return order;
    }

    /** An order by which the exchange closes a position; it is there at once. */
    Order liquidation(StrategySlot slot, InstrumentChannel channel, OrderRequest request, PositionState position) {
        TrackedOrder order = new TrackedOrder(ids, ++sequence, slot.index, slot.id, request, position, engine.now());
        engine.taps().created(order);
        order.become(OrderStatus.SUBMITTED);
        channel.open(slot).add(order);
        return order;
    }

    /** Our own words on an order reach its strategy after the callback that caused them, never inside it. */
    private void post(OrderEvent event) {
        engine.taps().event(event);
        own.add(event);
        engine.commandSent();
    }

    boolean deliverOwn() {
        OrderEvent event = own.poll();
        if (event == null) {
            return false;
        }
        engine.slot(((TrackedOrder) event.order()).owner()).order(event);
        return true;
    }

    boolean hasOwn() {
        return !own.isEmpty();
    }

    void cancel(StrategySlot slot, Order order) {
        TrackedOrder tracked = own(slot, order);
        if (tracked.isClosed() || tracked.status() == OrderStatus.PENDING_CANCEL) {
            return;
        }
        tracked.askCancel();
        engine.send().cancel(tracked);
        engine.commandSent();
    }

    void amend(StrategySlot slot, Order order, Amendment amendment) {
        TrackedOrder tracked = own(slot, order);
        Refusal refusal = checks.checkAmendment(tracked, amendment);
        if (refusal != null) {
            post(new OrderEvent.UpdateRejected(
                    tracked, refusal.reason(), refusal.message(), engine.now(), engine.now()));
            return;
        }
        tracked.askUpdate();
        engine.send().amend(tracked, amendment);
        engine.commandSent();
    }

    private static TrackedOrder own(StrategySlot slot, Order order) {
        if (order instanceof TrackedOrder tracked && tracked.owner() == slot.index) {
            return tracked;
        }
        throw new IllegalArgumentException("order " + order.clientId() + " is not one of strategy " + slot.id
                + "; a strategy cancels and amends its own orders only");
    }

    List<Order> open(StrategySlot slot, InstrumentId instrument) {
        return engine.channel(instrument).open(slot).toList();
    }

    void cancelAll(StrategySlot slot) {
        for (InstrumentChannel channel : engine.channels()) {
            channel.open(slot).toList().forEach(order -> cancel(slot, order));
        }
    }

    /** An amendment was answered: the order holds back what it needs now. */
    void rehold(TrackedOrder order) {
        if (!order.isClosed() && !order.isUpdateUnderWay()) {
            funds.rehold(order);
        }
    }

    void closed(TrackedOrder order) {
        funds.release(order);
        order.leaveList();
    }
}
