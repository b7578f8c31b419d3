package io.ttquant.core.matching;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.order.TrailingPrices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does what a venue lacks, between the engine and the venue's session. Orders with a trigger are held until a price that strategies see reaches it,
 * and then sent as market or limit orders, under the same id; a market-to-limit order is sent as a limit order at the best price; an order whose time is up
 * is cancelled, again if that fails. What is held is accepted by us, not by the venue, and ends with the engine. While the venue's session takes no orders, one whose trigger was
 * reached is held on, and sent when it does.
 */
public final class OrderEmulator implements ExecutionSession {
    private static final long RETRY_NANOS = 1_000_000_000;

    private final ExecutionSession venue;
    private final Emulation emulation;
    private final Clock clock;
    private final Reports reports;
    private final LongConsumer dueAt;
    private final BooleanSupplier isTrading;
    private final OrderIndex held = new OrderIndex();
    private final Map<InstrumentId, EmulatedMarket> markets = new LinkedHashMap<>();
    private final PriorityQueue<TrackedOrder> expiries = new PriorityQueue<>(
            Comparator.comparingLong(TrackedOrder::expiryNanos).thenComparingLong(TrackedOrder::sequence));
    private final ArrayDeque<Retry> retries = new ArrayDeque<>();
    /** Their triggers were reached while the venue takes no orders; they are held still. */
    private final ArrayDeque<WorkingOrder> triggered = new ArrayDeque<>();

    /** When those of them that wait for a sibling are looked at again. */
    private long nextLookNanos = Long.MIN_VALUE;

    private long nextPriority;

    /** An order that should have expired, and when its cancel is sent again. */
    private record Retry(TrackedOrder order, long dueNanos) {}

    private OrderEmulator(
            ExecutionSession venue,
            Emulation emulation,
            Clock clock,
            ExecutionSink sink,
            LongConsumer dueAt,
            BooleanSupplier isTrading) {
        this.venue = venue;
        this.emulation = emulation;
        this.clock = clock;
        this.reports = new Reports(SimulationConfig.DEFAULT, sink, dueAt);
        this.dueAt = dueAt;
        this.isTrading = isTrading;
    }

    /**
     * An emulator for a venue.
     *
     * @param able what the venue can do
     * @param dueAt told when something will be due here later, in epoch nanoseconds
     * @param isTrading whether the venue's session takes orders now; once it does again, {@link #settle} sends what was
     *     triggered meanwhile, in that order; one of a group waits there while a sibling that left executes
     * @return null if there is nothing to emulate
     */
    public static @Nullable OrderEmulator of(
            ExecutionSession venue,
            Set<Capability> able,
            Clock clock,
            ExecutionSink sink,
            LongConsumer dueAt,
            BooleanSupplier isTrading) {
        Emulation emulation = new Emulation(Set.copyOf(able));
        return emulation.isIdle() ? null : new OrderEmulator(venue, emulation, clock, sink, dueAt, isTrading);
    }

    /** Where the prices of an instrument are shown; made on first use. */
    public EmulatedMarket market(Instrument instrument) {
        return markets.computeIfAbsent(instrument.id(), id -> new EmulatedMarket(instrument, this));
    }

    /** True if an order would not go to the venue as it is. */
    public boolean emulates(OrderRequest request) {
        return emulation.holds(request) || emulation.limits(request) || emulation.ends(request);
    }

    @Override
    public Set<Capability> capabilities() {
        return emulation.venue();
    }

    /** When something is due here next: a report of ours, or an expiry; {@link EpochNanos#NEVER} if nothing is. */
    public long nextDueNanos() {
        return Math.min(
                Math.min(reports.nextDueNanos(), nextTriggeredNanos()), Math.min(nextExpiryNanos(), nextRetryNanos()));
    }

    private long nextTriggeredNanos() {
        return triggered.isEmpty() || !isTrading.getAsBoolean()
                ? EpochNanos.NEVER
                : Math.max(clock.nanos(), nextLookNanos);
    }

    private long nextRetryNanos() {
        Retry first = retries.peek();
        return first == null ? EpochNanos.NEVER : first.dueNanos;
    }

    private long nextExpiryNanos() {
        TrackedOrder first = expiries.peek();
        while (first != null && first.isClosed()) {
            expiries.remove();
            first = expiries.peek();
        }
        return first == null ? EpochNanos.NEVER : first.expiryNanos();
    }

    /**
     * Does one thing that is due: hands over a report, or ends an order.
     *
     * @return false if nothing was due
     */
    public boolean settle() {
        long now = clock.nanos();
        if (reports.deliver(now)) {
            return true;
        }
        if (nextExpiryNanos() <= now) {
            expire(expiries.remove());
            return true;
        }
        if (nextTriggeredNanos() <= now) {
            sendTriggered(now);
            return true;
        }
        if (nextRetryNanos() > now) {
            return false;
        }
        TrackedOrder order = retries.remove().order;
        if (!order.isClosed()) {
            expire(order);
        }
        return true;
    }

    /** The cancel by which an order was to expire did not come to be: as long as the order is open, it is sent again. */
    public void expireAgain(TrackedOrder order) {
        Retry retry = new Retry(order, Math.addExact(clock.nanos(), RETRY_NANOS));
        retries.add(retry);
        dueAt.accept(retry.dueNanos);
    }

    private void expire(TrackedOrder order) {
        WorkingOrder waiting = held.get(order.sequence());
        if (waiting != null) {
            drop(waiting);
            reports.expired(order, clock.nanos());
        } else if (emulation.ends(order.request())) {
            order.expireByCancel();
            venue.cancel(order);
        }
    }

    @Override
    public void submit(Order order) {
        TrackedOrder tracked = (TrackedOrder) order;
        OrderRequest request = tracked.request();
        watchExpiry(tracked);
        if (emulation.holds(request)) {
            hold(tracked);
        } else if (emulation.limits(request)) {
            sendAsLimit(tracked);
        } else {
            send(tracked, request.type(), request.rawQuantity(), request.rawPrice());
        }
    }

    /**
     * Orders that go to the venue go there together, so that it can take a group as one, and a list in fewer requests. A group of which a member stays here is no
     * group to the venue.
     */
    @Override
    public void submitAll(List<? extends Order> orders) {
        if (orders.stream().anyMatch(order -> order.group() != null)
                && orders.stream().anyMatch(order -> staysOrChanges(order.request()))) {
            orders.forEach(this::submit);
            return;
        }
        List<Order> going = new ArrayList<>();
        for (Order order : orders) {
            OrderRequest request = order.request();
            if (staysOrChanges(request)) {
                submit(order);
            } else {
                watchExpiry((TrackedOrder) order);
                rewrite((TrackedOrder) order, request.type(), request.rawQuantity(), request.rawPrice());
                going.add(order);
            }
        }
        if (!going.isEmpty()) {
            venue.submitAll(going);
        }
    }

    private boolean staysOrChanges(OrderRequest request) {
        return emulation.holds(request) || emulation.limits(request);
    }

    /** As {@link #submitAll}: what is held ends here, the others are asked for together. */
    @Override
    public void cancelAll(List<? extends Order> orders) {
        List<Order> going = new ArrayList<>();
        for (Order order : orders) {
            if (held.get(order.sequence()) == null) {
                going.add(order);
            } else {
                cancel(order);
            }
        }
        if (!going.isEmpty()) {
            venue.cancelAll(going);
        }
    }

    private void watchExpiry(TrackedOrder order) {
        OrderRequest request = order.request();
        if (order.expiryNanos() != EpochNanos.NEVER && (emulation.ends(request) || emulation.holds(request))) {
            expiries.add(order);
            dueAt.accept(order.expiryNanos());
        }
    }

    private void hold(TrackedOrder order) {
        order.hold();
        WorkingOrder waiting = new WorkingOrder(order);
        waiting.priority = nextPriority++;
        held.put(waiting);
        reports.accepted(order, clock.nanos());
        market(order.instrument()).place(waiting);
    }

    private void sendAsLimit(TrackedOrder order) {
        WorkingOrder now = new WorkingOrder(order);
        now.rawPrice = market(order.instrument()).rawOpposite(now.isBuy);
        if (now.rawPrice <= 0) {
            reports.rejected(
                    order,
                    RejectReason.NO_REFERENCE_PRICE,
                    "the best price of " + order.instrument()
                            + " is not known yet, so a market-to-limit order, which its"
                            + " exchange lacks, has no limit; wait for a trade or quote, or send a limit order",
                    clock.nanos());
            return;
        }
        reports.repriced(now, clock.nanos());
        send(order, OrderType.LIMIT, now.rawQuantity, now.rawPrice);
    }

    private void send(TrackedOrder order, OrderType type, long rawQuantity, long rawPrice) {
        rewrite(order, type, rawQuantity, rawPrice);
        venue.submit(order);
    }

    private void rewrite(TrackedOrder order, OrderType type, long rawQuantity, long rawPrice) {
        OrderRequest sent = emulation.sent(order.request(), type, rawQuantity, rawPrice, order.expiryNanos());
        if (!sent.equals(order.request())) {
            order.sendAs(sent);
        }
    }

    /** The trigger of an order was reached: it is held no more, unless it could not be sent now. */
    void release(WorkingOrder order) {
        if (isTrading.getAsBoolean() || leavesBlind(order.order.request())) {
            send(order);
        } else {
            triggered.add(order);
            nextLookNanos = Long.MIN_VALUE;
        }
    }

    private void sendTriggered(long now) {
        for (WorkingOrder order : triggered) {
            if (!isForestalled(order)) {
                triggered.remove(order);
                send(order);
                return;
            }
        }
        // A fill ends or reduces them with its report; that none comes any more nobody reports.
        nextLookNanos = Math.addExact(now, RETRY_NANOS);
        dueAt.accept(nextLookNanos);
    }

    /** One sent right behind its sibling would fill beside it, since the sibling's fill is heard of only later. */
    private boolean isForestalled(WorkingOrder order) {
        Siblings group = ((TrackedOrder) order.order).siblings();
        return group != null && group.members().stream().anyMatch(this::isExecuting);
    }

    /** True if an order was held, has left, and what it left as takes the price that is seen now. */
    private boolean isExecuting(TrackedOrder order) {
        if (!order.isOpen() || !emulation.holds(order.request()) || held.get(order.sequence()) != null) {
            return false;
        }
        boolean isBuy = order.side() == Side.BUY;
        long rawMarket = market(order.instrument()).rawOpposite(isBuy);
        boolean isReached = isBuy ? rawMarket <= order.rawPrice() : rawMarket >= order.rawPrice();
        return order.sent().type() == OrderType.MARKET || (rawMarket > 0 && isReached);
    }

    /** A session lets out at all times what a venue of derivatives itself lets only reduce a position. */
    private static boolean leavesBlind(OrderRequest request) {
        return request.instrument().kind().isDerivative() && request.isReducing();
    }

    private void send(WorkingOrder order) {
        held.remove(order);
        order.type = order.type.triggered();
        if (order.type == OrderType.LIMIT) {
            if (order.trailing != null) {
                long tick = order.order.instrument().rawTick();
                order.rawPrice = TrailingPrices.rawLimit(order.trailing, order.isBuy, tick, order.rawTrigger);
                reports.repriced(order, clock.nanos());
            }
            reports.triggered(order.order, clock.nanos());
        }
        send((TrackedOrder) order.order, order.type, order.rawQuantity, order.rawPrice);
    }

    /** The trigger of a trailing stop moved. */
    void moved(WorkingOrder order) {
        reports.repriced(order, clock.nanos());
    }

    /** An order ends that is held no more. */
    void ended(WorkingOrder order, String why) {
        held.remove(order);
        reports.canceled(order.order, why, clock.nanos());
    }

    /** An instrument is listed no more: so do those of its orders that wait to be sent. */
    void endTriggered(Instrument instrument, String why) {
        for (WorkingOrder order : List.copyOf(triggered)) {
            if (order.order.instrument().equals(instrument)) {
                triggered.remove(order);
                ended(order, why);
            }
        }
    }

    private void drop(WorkingOrder order) {
        held.remove(order);
        takeOut(order);
    }

    private void takeOut(WorkingOrder order) {
        if (!triggered.remove(order)) {
            market(order.order.instrument()).remove(order);
        }
    }

    @Override
    public void cancel(Order order) {
        WorkingOrder waiting = held.get(order.sequence());
        if (waiting == null) {
            venue.cancel(order);
        } else {
            drop(waiting);
            reports.canceled(order, "", clock.nanos());
        }
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        WorkingOrder waiting = held.get(order.sequence());
        if (waiting == null) {
            venue.amend(order, amendment);
        } else if (amendment.rawTrigger() > 0 && waiting.rawTrigger == 0) {
            reports.updateRejected(
                    order, RejectReason.INVALID_AMENDMENT, OrderTexts.noTriggerYet(waiting, amendment), clock.nanos());
        } else {
            change(waiting, amendment);
        }
    }

    private void change(WorkingOrder order, Amendment to) {
        boolean staysTriggered = to.rawTrigger() == 0 && triggered.contains(order);
        if (!staysTriggered) {
            takeOut(order);
        }
        order.rawQuantity = to.rawQuantity() > 0 ? to.rawQuantity() : order.rawQuantity;
        order.rawPrice = to.rawPrice() > 0 ? to.rawPrice() : order.rawPrice;
        if (to.rawTrigger() > 0) {
            order.rawTrigger = to.rawTrigger();
        }
        order.priority = nextPriority++;
        reports.updated(order, clock.nanos());
        if (!staysTriggered) {
            market(order.order.instrument()).place(order);
        }
    }
}
