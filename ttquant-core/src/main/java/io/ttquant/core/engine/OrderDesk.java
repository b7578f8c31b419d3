package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.OrderRules;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the strategies' commands, refuses what must not leave, and keeps the open orders. */
final class OrderDesk {
    private final Engine engine;
    private final Ledger ledger;
    private final ClientIds ids;
    private final ArrayDeque<OrderEvent> own = new ArrayDeque<>();
    private final List<TrackedOrder> open = new ArrayList<>();
    private long sequence;

    OrderDesk(Engine engine, Ledger ledger, ClientIds ids) {
        this.engine = engine;
        this.ledger = ledger;
        this.ids = ids;
    }

    Order submit(StrategySlot slot, OrderRequest request) {
        InstrumentChannel channel = engine.channel(request.instrument().id());
        TrackedOrder order =
                new TrackedOrder(ids, ++sequence, slot.index, slot.id, request, channel.position(slot), engine.now());
        engine.taps().created(order);
        Refusal refusal = check(slot, channel, order);
        if (refusal != null) {
            deny(order, refusal);
            return order;
        }
        order.become(OrderStatus.SUBMITTED);
        open.add(order);
        engine.send().submit(order);
        engine.commandSent();
        return order;
    }

    private @Nullable Refusal check(StrategySlot slot, InstrumentChannel channel, TrackedOrder order) {
        Refusal refusal = state(slot);
        if (refusal == null && channel.status() != TradingStatus.TRADING) {
            refusal = new Refusal(
                    RejectReason.INSTRUMENT_NOT_TRADING,
                    order.instrument() + " is " + channel.status() + "; wait for onStatus to say TRADING");
        }
        OrderRequest request = order.request();
        long reference = channel.rawReferencePrice(request.side());
        if (refusal == null) {
            refusal = OrderRules.check(request, reference, engine.now());
        }
        if (refusal == null && request.isReduceOnly()) {
            refusal = reduceOnly(order);
        }
        return refusal != null ? refusal : funds(order, reference);
    }

    private @Nullable Refusal state(StrategySlot slot) {
        return switch (slot.state()) {
            case RUNNING, STOPPING -> null;
            case WARMING ->
                new Refusal(
                        RejectReason.WARMING_UP,
                        "strategy " + slot.id + " is still warming up; its orders start after that");
            default ->
                new Refusal(
                        RejectReason.NOT_RUNNING,
                        "strategy " + slot.id + " is " + slot.state() + "; orders are taken from the first event on");
        };
    }

    private @Nullable Refusal reduceOnly(TrackedOrder order) {
        long held = order.position().rawQuantity();
        boolean reduces = order.side() == Side.SELL ? held > 0 : held < 0;
        if (reduces && order.rawQuantity() <= Math.abs(held)) {
            return null;
        }
        return new Refusal(
                RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                "a reduce-only " + order.side() + " of " + order.instrument().formatQuantity(order.rawQuantity())
                        + " does not only reduce the position of "
                        + order.instrument().formatQuantity(held) + " "
                        + order.instrument() + "; ask for at most what is held, on the other side");
    }

    private @Nullable Refusal funds(TrackedOrder order, long reference) {
        long price = order.rawPrice() > 0 ? order.rawPrice() : order.rawTrigger() > 0 ? order.rawTrigger() : reference;
        return price <= 0 ? null : reserve(order, price, order.rawQuantity());
    }

    private @Nullable Refusal reserve(TrackedOrder order, long rawPrice, long rawQuantity) {
        Instrument i = order.instrument();
        long missing = ledger.reserve(order.reservation(), i, order.side(), rawPrice, rawQuantity, 0);
        if (missing <= 0) {
            return null;
        }
        var currency = ledger.reservedCurrency(i, order.side());
        long free = ledger.balance(currency.code()).rawFree();
        return new Refusal(
                RejectReason.INSUFFICIENT_FUNDS,
                order.side() + " of " + i.formatQuantity(rawQuantity) + " " + i + " at " + i.formatPrice(rawPrice)
                        + " needs "
                        + FixedPoint.format(missing + free, currency.scale()) + " " + currency + ", free are "
                        + FixedPoint.format(free, currency.scale()) + "; ask for less or cancel other orders");
    }

    private void deny(TrackedOrder order, Refusal refusal) {
        order.become(OrderStatus.DENIED);
        post(new OrderEvent.Denied(order, refusal.reason(), refusal.message(), engine.now()));
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
        tracked.become(OrderStatus.PENDING_CANCEL);
        engine.send().cancel(tracked);
        engine.commandSent();
    }

    void amend(StrategySlot slot, Order order, Amendment amendment) {
        TrackedOrder tracked = own(slot, order);
        Refusal refusal = checkAmendment(tracked, amendment);
        if (refusal != null) {
            post(new OrderEvent.UpdateRejected(
                    tracked, refusal.reason(), refusal.message(), engine.now(), engine.now()));
            return;
        }
        if (tracked.status() != OrderStatus.PENDING_UPDATE) {
            tracked.become(OrderStatus.PENDING_UPDATE);
        }
        engine.send().amend(tracked, amendment);
        engine.commandSent();
    }

    private @Nullable Refusal checkAmendment(TrackedOrder order, Amendment amendment) {
        if (!order.isOpen() || order.status() == OrderStatus.PENDING_CANCEL) {
            return new Refusal(
                    RejectReason.ORDER_NOT_OPEN,
                    "order " + order.clientId() + " is " + order.status() + ", so it cannot be amended");
        }
        boolean hasPrice = order.type().hasPrice();
        if ((amendment.rawPrice() != 0 && !hasPrice)
                || (amendment.rawTrigger() != 0 && !order.type().hasTrigger())) {
            return new Refusal(
                    RejectReason.INVALID_AMENDMENT,
                    "a " + order.type() + " order has no such price to amend: " + amendment);
        }
        long quantity = order.rawQuantityAfter(amendment);
        if (quantity <= order.rawFilled()) {
            return new Refusal(
                    RejectReason.INVALID_AMENDMENT,
                    "quantity " + order.instrument().formatQuantity(quantity) + " is not above the "
                            + order.instrument().formatQuantity(order.rawFilled()) + " already filled; cancel instead");
        }
        long trigger = amendment.rawTrigger() > 0 ? amendment.rawTrigger() : order.rawTrigger();
        Refusal refusal = OrderRules.checkAmended(order.request(), quantity, order.rawPriceAfter(amendment), trigger);
        return refusal != null ? refusal : amendedFunds(order, amendment, trigger);
    }

    private @Nullable Refusal amendedFunds(TrackedOrder order, Amendment amendment, long trigger) {
        long price = order.rawPriceAfter(amendment) > 0 ? order.rawPriceAfter(amendment) : trigger;
        ledger.release(order.reservation());
        Refusal refusal = reserve(order, price, order.rawQuantityAfter(amendment) - order.rawFilled());
        if (refusal != null) {
            reserve(order, Math.max(order.rawPrice(), order.rawTrigger()), order.rawLeaves());
        }
        return refusal;
    }

    private static TrackedOrder own(StrategySlot slot, Order order) {
        if (order instanceof TrackedOrder tracked && tracked.owner() == slot.index) {
            return tracked;
        }
        throw new IllegalArgumentException("order " + order.clientId() + " is not one of strategy " + slot.id);
    }

    List<Order> open(StrategySlot slot, InstrumentId instrument) {
        List<Order> found = new ArrayList<>();
        for (TrackedOrder order : open) {
            if (order.owner() == slot.index && order.instrument().id().equals(instrument)) {
                found.add(order);
            }
        }
        return found;
    }

    void cancelAll(StrategySlot slot) {
        for (TrackedOrder order : List.copyOf(open)) {
            if (order.owner() == slot.index) {
                cancel(slot, order);
            }
        }
    }

    void closed(TrackedOrder order) {
        ledger.release(order.reservation());
        open.remove(order);
    }

    int openCount() {
        return open.size();
    }
}
