package io.ttquant.core.matching;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that executes orders against market data.
 *
 * <p>Commands are only queued when they are given; they arrive after the latency of order entry. What comes of them is handed to the report sink
 * from {@link #settle}, after the latency of acknowledgement. So a strategy's reaction to a fill never changes what is being matched.
 */
public final class SimulatedExchange implements ExecutionSession {
    private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.allOf(Capability.class));
    /** How the message begins with which an order ends whose fill the account cannot pay. */
    public static final String UNPAID = "funds do not cover";

    private final SimulationConfig config;
    private final boolean isDrawn;
    private final Clock clock;
    private final Reports reports;
    private final TradingAccount account;
    private final Settlement settlement;
    private final LongConsumer dueAt;
    private final Map<InstrumentId, SimulatedMarket> markets = new LinkedHashMap<>();
    private final ArrayDeque<Command> commands = new ArrayDeque<>();
    private @Nullable Command spare;
    private final OrderIndex index = new OrderIndex();
    private final WorkingGroups groups = new WorkingGroups();
    private final PriorityQueue<WorkingOrder> expiries = new PriorityQueue<>((a, b) -> {
        int byTime = Long.compare(a.expiryNanos, b.expiryNanos);
        return byTime != 0 ? byTime : Long.compare(a.sequence, b.sequence);
    });
    private long lastArrival = Long.MIN_VALUE;
    private long nextArrival = EpochNanos.NEVER;
    private long nextExpiry = EpochNanos.NEVER;
    private long nextPriority;
    private long feedNanos;

    private enum Kind {
        SUBMIT("order", Report.Kind.REJECTED),
        CANCEL("cancel of order", Report.Kind.CANCEL_REJECTED),
        AMEND("amendment of order", Report.Kind.UPDATE_REJECTED);

        private final String text;
        private final Report.Kind refusal;

        Kind(String text, Report.Kind refusal) {
            this.text = text;
            this.refusal = refusal;
        }
    }

    /** A command on its way. One that brought an order is used again, since with short latencies there is mostly one at a time. */
    private static final class Command {
        Kind kind;
        Order order;

        @Nullable
        Amendment amendment;

        long dueNanos;
        /** The order's quantity as its sender knew it. */
        long rawKnownQuantity;
        /** What its group had filled as far as the sender of an amendment knew. */
        long rawKnownFilled;

        Command(Kind kind, Order order) {
            this.kind = kind;
            this.order = order;
        }
    }

    /**
     * An exchange.
     *
     * @param clock the engine's clock
     * @param sink where execution reports go
     * @param account who trades here
     * @param settlement the engine's cascade, called between the points of a bar's path
     * @param dueAt told when something will be due here later, in epoch nanoseconds, so that the engine lets time pass up to then
     */
    public SimulatedExchange(
            SimulationConfig config,
            Clock clock,
            ExecutionSink sink,
            TradingAccount account,
            Settlement settlement,
            LongConsumer dueAt) {
        this.config = config;
        this.isDrawn = config.latency().isDrawn();
        this.clock = clock;
        this.reports = new Reports(config, sink, dueAt);
        this.dueAt = dueAt;
        this.account = account;
        this.settlement = settlement;
    }

    /** The market of an instrument, made on first use. */
    public SimulatedMarket market(Instrument instrument) {
        SimulatedMarket known = markets.get(instrument.id());
        return known != null ? known : addMarket(instrument);
    }

    private SimulatedMarket addMarket(Instrument instrument) {
        return markets.computeIfAbsent(
                instrument.id(),
                id -> new SimulatedMarket(
                        instrument,
                        config,
                        new Executions(instrument, config, account, reports, index),
                        reports,
                        clock,
                        settlement,
                        () -> nextPriority++));
    }

    /** The data against which orders executed so far, or would have, in any market. */
    public Set<ExecutionSource> sources() {
        Set<ExecutionSource> all = EnumSet.noneOf(ExecutionSource.class);
        markets.values().forEach(market -> market.addSources(all));
        return all;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public void submit(Order order) {
        queue(Kind.SUBMIT, order, null);
    }

    @Override
    public void cancel(Order order) {
        queue(Kind.CANCEL, order, null);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        queue(Kind.AMEND, order, amendment);
    }

    private void queue(Kind kind, Order order, @Nullable Amendment amendment) {
        long now = clock.nanos();
        long draw = isDrawn ? Draws.of(config.seed(), order.sequence() * 32 + kind.ordinal(), now) : 0;
        long entry = config.latency().entryNanos(now, draw, feedNanos);
        if (entry < 0) {
            reports.failed(kind.refusal, order, failed(kind, order, -entry), now, -entry);
            return;
        }
        // A command is never overtaken by a later one.
        lastArrival = Math.max(lastArrival, now + entry);
        if (commands.isEmpty()) {
            nextArrival = lastArrival;
        }
        Command command = command(kind, order);
        command.amendment = amendment;
        command.dueNanos = lastArrival;
        command.rawKnownQuantity = order.rawQuantity();
        if (amendment != null) {
            command.rawKnownFilled = rawFilled(order.group());
        }
        commands.add(command);
    }

    private static long rawFilled(@Nullable OrderGroup group) {
        long sum = 0;
        if (group != null) {
            for (Order member : group.orders()) {
                sum += member.rawFilled();
            }
        }
        return sum;
    }

    private Command command(Kind kind, Order order) {
        Command command = spare;
        if (command == null) {
            return new Command(kind, order);
        }
        spare = null;
        command.kind = kind;
        command.order = order;
        return command;
    }

    /** Says what the latency of market data was just now, for models of latency that follow it. */
    public void feedSeen(long nanos) {
        feedNanos = nanos;
        reports.feedSeen(nanos);
    }

    private static String failed(Kind kind, Order order, long afterNanos) {
        return kind.text + " " + order.clientId()
                + " never reached the exchange: by the recorded latencies it fails on its" + " way, and we know after "
                + Delays.millis(afterNanos) + "; send it again if it is still wanted";
    }

    /** When something is due here next: a command that arrives, a report that reaches us, an expiry. {@link EpochNanos#NEVER} if nothing is. */
    public long nextDueNanos() {
        return Math.min(nextInFlightNanos(), nextExpiryNanos());
    }

    /** As {@link #nextDueNanos()}, without expiries. */
    public long nextInFlightNanos() {
        return Math.min(nextArrival, reports.nextDueNanos());
    }

    /** When the last command arrives that was given, or did; {@link Long#MIN_VALUE} if there was none yet. */
    public long lastArrivalNanos() {
        return lastArrival;
    }

    /** When the last command or report that is in flight arrives, or one did; {@link Long#MIN_VALUE} if there was none yet. */
    public long lastInFlightNanos() {
        return Math.max(lastArrival, reports.lastDueNanos());
    }

    private long nextExpiryNanos() {
        dropDone();
        WorkingOrder first = expiries.peek();
        nextExpiry = first == null ? EpochNanos.NEVER : first.expiryNanos;
        return nextExpiry;
    }

    private void dropDone() {
        WorkingOrder first = expiries.peek();
        while (first != null && first.isDone) {
            expiries.remove();
            first = expiries.peek();
        }
    }

    /**
     * Does one thing that is due: hands over a report, lets an order expire, or takes an arriving command, in that order.
     *
     * @return false if nothing was due
     */
    public boolean settle() {
        long now = clock.nanos();
        if (reports.deliver(now)) {
            return true;
        }
        if (nextExpiryNanos() <= now) {
            WorkingOrder expired = expiries.remove();
            market(expired.order.instrument()).expire(expired);
            return true;
        }
        if (nextArrival > now) {
            return false;
        }
        Command first = commands.remove();
        nextArrival = commands.isEmpty() ? EpochNanos.NEVER : commands.element().dueNanos;
        if (first.kind == Kind.SUBMIT) {
            Order order = first.order;
            spare = first;
            arrive(order);
        } else {
            take(first);
        }
        return true;
    }

    private void arrive(Order sent) {
        SimulatedMarket market = market(sent.instrument());
        WorkingOrder order = new WorkingOrder(sent);
        order.priority = nextPriority++;
        order.arrivalNanos = clock.nanos();
        if (!join(groups.of(sent), order, market)) {
            return;
        }
        if (isLate(sent)) {
            market.admission.reject(order, RejectReason.EXPIRY_NOT_IN_FUTURE, late(sent));
            return;
        }
        if (market.admission.arrive(order) && order.expiryNanos != EpochNanos.NEVER && !order.isDone) {
            expiries.add(order);
            nextExpiry = Math.min(nextExpiry, order.expiryNanos);
            dueAt.accept(nextExpiry);
        }
    }

    private void take(Command command) {
        SimulatedMarket market = market(command.order.instrument());
        WorkingOrder known = index.get(command.order.sequence());
        if (known == null) {
            refuse(command);
            return;
        }
        long priority = nextPriority++;
        String closed = market.refusal(known);
        if (market.mustDefer(known)) {
            market.defer(known, priority, () -> carryOut(command, market, priority, closed));
        } else {
            carryOut(command, market, priority, closed);
        }
    }

    /** Cancels or amends an order, if it is still open once the market has come to the time of the command. */
    private void carryOut(Command command, SimulatedMarket market, long priority, String closed) {
        WorkingOrder known = index.get(command.order.sequence());
        if (known == null) {
            refuse(command);
        } else if (command.amendment != null) {
            amend(market, command, known, command.amendment, priority, closed);
        } else {
            reports.canceled(known.order, "", clock.nanos());
            market.remove(known);
        }
    }

    private void refuse(Command command) {
        if (command.kind == Kind.AMEND) {
            reports.updateRejected(command.order, RejectReason.ORDER_NOT_OPEN, gone(command.order), clock.nanos());
        } else {
            reports.cancelRejected(command.order, RejectReason.ORDER_NOT_OPEN, gone(command.order), clock.nanos());
        }
    }

    /** Makes an arriving order a member of its group; false if the group has ended, and the order with it. */
    private boolean join(@Nullable WorkingGroup group, WorkingOrder order, SimulatedMarket market) {
        if (group == null) {
            return true;
        }
        order.market = market;
        if (!group.ended().isEmpty()) {
            reports.canceled(order.order, group.ended(), clock.nanos());
            return false;
        }
        group.add(order);
        if (order.rawQuantity > group.rawLeft()) {
            order.rawQuantity = group.rawLeft();
            reports.updated(order, clock.nanos());
        }
        return true;
    }

    private void amend(
            SimulatedMarket market,
            Command command,
            WorkingOrder known,
            Amendment amendment,
            long priority,
            String closed) {
        if (undoesReduction(known, amendment, command)) {
            reports.updateRejected(command.order, RejectReason.INVALID_AMENDMENT, reduced(known), clock.nanos());
        } else {
            market.amendments.amend(known, amendment, priority, closed);
        }
    }

    /** True if an amendment would give a member of a group more than the group has left, because its sender did not know all that had filled. */
    private static boolean undoesReduction(WorkingOrder order, Amendment amendment, Command command) {
        return order.group != null
                && order.group.isReduced()
                && amendment.rawQuantity() > order.rawQuantity
                && (command.rawKnownQuantity != order.rawQuantity || command.rawKnownFilled != order.group.rawFilled());
    }

    private static String reduced(WorkingOrder order) {
        long left = order.group == null ? order.rawLeaves() : order.group.rawLeft();
        return "the group of order " + order.order.clientId()
                + " filled while its amendment was on the way, and left it "
                + order.order.instrument().formatQuantity(left) + "; amend again from its new quantity";
    }

    private boolean isLate(Order order) {
        return WorkingOrder.expiryNanos(order) <= clock.nanos();
    }

    private String late(Order order) {
        return "order " + order.clientId() + " arrived at " + EpochNanos.format(clock.nanos()) + ", when its expiry "
                + EpochNanos.format(order.expiryNanos()) + " had passed; leave more time than orders take";
    }

    /** No market data come any more: cancels, amendments and expiries that were kept for the path of a bar are done now, and none are kept from now on. */
    public void finish() {
        markets.values().forEach(SimulatedMarket::finish);
    }

    /** Cancels an order at once, of the exchange's own accord; an order that is not here is left alone. */
    public void cancelNow(Order order, String why) {
        WorkingOrder known = index.get(order.sequence());
        if (known != null) {
            market(order.instrument()).remove(known);
            reports.canceled(known.order, why, clock.nanos());
        }
    }

    /**
     * Takes an order by which a position is liquidated, and fills it at the market at once.
     *
     * @param rawPathPrice where the path of a bar is; 0 for the market as it is
     * @param rawFallback the price where nothing is quoted
     */
    public void liquidate(Order order, long rawPathPrice, long rawFallback) {
        WorkingOrder working = new WorkingOrder(order);
        working.priority = nextPriority++;
        working.arrivalNanos = clock.nanos();
        market(order.instrument()).liquidate(working, rawPathPrice, rawFallback);
    }

    /** Takes an order by which a position in a contract that expired is closed, and fills all of it at the settlement price, for no fee. */
    public void settleExpired(Order order, long rawPrice) {
        market(order.instrument()).settleExpired(new WorkingOrder(order), rawPrice);
    }

    private static String gone(Order order) {
        return "order " + order.clientId() + " is not open at the exchange any more";
    }
}
