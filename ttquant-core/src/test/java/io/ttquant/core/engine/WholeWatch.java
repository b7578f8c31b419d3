package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderTransitions;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.RiskEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hears all that an engine tells its taps, keeps it in a history, and holds it against the rules of every order. */
final class WholeWatch implements EngineTap {
    /** Where an order may have been between two looks. A liquidation's order is sent without a command. */
    private static final Set<OrderStatus> PASSING =
            Set.of(OrderStatus.SUBMITTED, OrderStatus.PENDING_UPDATE, OrderStatus.PENDING_CANCEL);

    final WholeBooks books;
    final Map<Order, OrderStatus> seen = new LinkedHashMap<>();
    final List<String> history = new ArrayList<>();
    private final Map<Order, Long> filled = new LinkedHashMap<>();
    private final List<Order> open = new ArrayList<>();
    private final Set<Order> ended = new HashSet<>();
    private final boolean writes;
    long digest;
    int fills;
    int denied;
    int rejected;
    boolean hasKilled;

    WholeWatch(WholeBooks books, boolean writes) {
        this.books = books;
        this.writes = writes;
    }

    /** Notes something for the one who reads the history of a failure. */
    void note(java.util.function.Supplier<String> what) {
        if (writes) {
            history.add(what.get());
        }
    }

    @Override
    public void created(Order order) {
        assertThat(seen.put(order, order.status())).as("made once").isNull();
        open.add(order);
        note(() -> "  " + order.strategyId() + " asks for " + order.clientId() + " " + order.request());
    }

    @Override
    public void submitted(Order order) {
        poll(order);
    }

    @Override
    public void commanded(OrderCommand command) {
        note(() -> "  " + command.kind() + " " + command.order().clientId()
                + (command.amendment() == null ? "" : " " + command.amendment()) + ", there at "
                + command.arrivalNanos());
        mix(command.kind().ordinal(), command.order().sequence(), command.arrivalNanos());
        poll(command.order());
    }

    @Override
    public void event(OrderEvent event) {
        Order order = event.order();
        note(() -> "  " + describe(event));
        mix(event.getClass().getSimpleName().hashCode(), order.sequence(), event.tsEvent());
        mix(event.tsInit(), order.rawFilled(), order.rawPrice());
        assertThat(seen)
                .as("an event of an order that was asked for: %s", event)
                .containsKey(order);
        assertThat(event.tsInit()).as("heard after it happened: %s", event).isGreaterThanOrEqualTo(event.tsEvent());
        boolean isEnd = event instanceof OrderEvent.Denied
                || event instanceof OrderEvent.Rejected
                || event instanceof OrderEvent.Canceled
                || event instanceof OrderEvent.Expired;
        if (isEnd || event instanceof OrderEvent.Filled) {
            assertThat(ended.contains(order)).as("%s after its end", event).isFalse();
        }
        if (isEnd) {
            ended.add(order);
            assertThat(order.isClosed()).as("%s ends it", event).isTrue();
            boolean isPart = order.rawFilled() > 0 && order.request().timeInForce() == TimeInForce.FOK;
            assertThat(isPart).as("FOK is all or nothing: %s", event).isFalse();
        }
        denied += event instanceof OrderEvent.Denied ? 1 : 0;
        rejected += event instanceof OrderEvent.Rejected ? 1 : 0;
        if (event instanceof OrderEvent.Filled part) {
            fill(part.fill());
        }
        assertThat(event instanceof OrderEvent.OutcomeUnknown).as("%s", event).isFalse();
        if (order.status() == OrderStatus.FILLED) {
            ended.add(order);
        }
        poll(order);
    }

    private static String describe(OrderEvent event) {
        Order order = event.order();
        String what = event instanceof OrderEvent.Filled part
                ? part.fill().rawQuantity() + "@" + part.fill().rawPrice() + " fee "
                        + part.fill().rawFee() + " "
                        + part.fill().feeCurrency().code() + " " + part.fill().reason()
                : event instanceof OrderEvent.Denied refused
                        ? refused.message()
                        : event instanceof OrderEvent.Rejected refused
                                ? refused.message()
                                : event instanceof OrderEvent.Canceled ended ? ended.message() : "";
        return event.getClass().getSimpleName() + " " + order.clientId() + " " + what + " (of " + event.tsEvent()
                + ", heard " + event.tsInit() + ", " + order.status() + ", filled " + order.rawFilled() + " of "
                + order.rawQuantity() + ")";
    }

    /** Looks at all orders that were open. */
    void pollOpen() {
        open.forEach(this::poll);
        open.removeIf(Order::isClosed);
    }

    /** What an order has come to may be reached from where it was when it was last looked at. */
    void poll(Order order) {
        OrderStatus from = seen.get(order);
        OrderStatus now = order.status();
        if (from != now) {
            boolean isLegal = OrderTransitions.isAllowed(from, now)
                    || PASSING.stream()
                            .anyMatch(mid ->
                                    OrderTransitions.isAllowed(from, mid) && OrderTransitions.isAllowed(mid, now));
            assertThat(isLegal).as("%s from %s to %s", order, from, now).isTrue();
            seen.put(order, now);
        }
    }

    private void fill(Fill fill) {
        Order order = fill.order();
        Instrument i = fill.instrument();
        fills++;
        mix(fill.rawPrice(), fill.rawQuantity(), fill.rawFee());
        boolean isBuy = fill.side() == Side.BUY;
        if (order.type().hasPrice()) {
            boolean isWithin = isBuy ? fill.rawPrice() <= order.rawPrice() : fill.rawPrice() >= order.rawPrice();
            assertThat(isWithin).as("no fill beyond its limit: %s", fill).isTrue();
        }
        assertThat(fill.rawPrice()).as("a price: %s", fill).isPositive();
        assertThat(fill.rawQuantity()).as("a quantity: %s", fill).isPositive();
        boolean isMaker = fill.liquidity() == LiquiditySide.MAKER;
        assertThat(isMaker || !order.request().isPostOnly())
                .as("post-only never takes: %s", fill)
                .isTrue();
        boolean mayMake = order.type().triggered() != OrderType.MARKET
                && !order.request().timeInForce().isImmediate();
        assertThat(!isMaker || mayMake)
                .as("what cannot rest never makes: %s", fill)
                .isTrue();
        long total = filled.merge(order, fill.rawQuantity(), Long::sum);
        assertThat(total).as("the order knows its fills: %s", fill).isEqualTo(order.rawFilled());
        assertThat(total).as("no more than asked: %s", fill).isLessThanOrEqualTo(order.rawQuantity());
        requireReducing(fill, i);
        books.fill(fill);
    }

    private void requireReducing(Fill fill, Instrument i) {
        if (fill.order().request().isReducing()) {
            int held = books.position(
                            fill.order().strategyId(), i, fill.order().request().positionSide())
                    .signum();
            var after = books.position(
                            fill.order().strategyId(), i, fill.order().request().positionSide())
                    .add(WholeBooks.quantity(fill));
            assertThat(held * WholeBooks.quantity(fill).signum())
                    .as("reduce-only never increases: %s", fill)
                    .isNegative();
            assertThat(after.signum() * held)
                    .as("reduce-only never flips: %s", fill)
                    .isNotNegative();
        }
    }

    @Override
    public void cashFlow(CashFlow flow) {
        note(() -> "  " + flow);
        mix(flow.rawAmount(), flow.kind().ordinal(), flow.tsEvent());
        books.pay(flow);
    }

    @Override
    public void notice(AccountNotice notice) {
        note(() -> "  " + notice);
    }

    @Override
    public void risk(RiskEvent event) {
        note(() -> "  " + event.getClass().getSimpleName() + " " + event.message());
        mix(event.getClass().getSimpleName().hashCode(), event.message().hashCode(), event.tsEvent());
        hasKilled |= event instanceof RiskEvent.Killed;
    }

    private void mix(long one, long two, long three) {
        digest = 31 * (31 * (31 * digest + one) + two) + three;
    }
}
