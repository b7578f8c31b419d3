package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderTransitions;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random lives of orders against the rules said in words, and against a model of a few flags. */
class OrderLifeTest {
    private static final Instrument BTC =
            Instrument.spot("x:BTCUSDT", "BTC", "USDT").tick("1").lot("1").build();
    private static final Set<OrderStatus> WORKING = EnumSet.of(
            OrderStatus.SUBMITTED, OrderStatus.ACCEPTED, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED);
    private static final Set<OrderStatus> PENDING = EnumSet.of(OrderStatus.PENDING_UPDATE, OrderStatus.PENDING_CANCEL);

    @Test
    void randomWalksTakeTheAllowedMovesAndNoOthers() {
        Set<String> tried = new HashSet<>();
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TrackedOrder order = order();
            for (int step = 0; step < 30; step++) {
                OrderStatus from = order.status();
                OrderStatus to = OrderStatus.values()[random.nextInt(OrderStatus.values().length)];
                tried.add(from + ">" + to);
                if (isAllowed(from, to)) {
                    order.become(to);
                    assertThat(order.status())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> order.become(to))
                            .as("seed %d, step %d", seed, step)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("order " + order.clientId() + " cannot go from " + from + " to " + to);
                    assertThat(order.status())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(from);
                }
            }
        }
        assertThat(tried).as("every move from every state").hasSize(12 * 12);
    }

    @Test
    void theTableIsTheRulesInWords() {
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                assertThat(OrderTransitions.isAllowed(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(isAllowed(from, to));
            }
        }
    }

    /** The table again, as rules. */
    private static boolean isAllowed(OrderStatus from, OrderStatus to) {
        if (from == OrderStatus.INITIALIZED) {
            return to == OrderStatus.DENIED || to == OrderStatus.SUBMITTED || to == OrderStatus.CANCELED;
        }
        if (from.isClosed()) {
            // The end is final, but the last fill may have raced a cancel or an expiry.
            boolean mayRace = from == OrderStatus.CANCELED || from == OrderStatus.EXPIRED;
            return mayRace && (to == from || to == OrderStatus.FILLED);
        }
        if (to == OrderStatus.INITIALIZED || to == OrderStatus.DENIED) {
            return false;
        }
        if (to == OrderStatus.REJECTED) {
            return from != OrderStatus.PARTIALLY_FILLED;
        }
        if (to.isClosed()) {
            return true;
        }
        if (PENDING.contains(from)) {
            return to != from;
        }
        boolean isForward = WORKING.contains(to) && to.ordinal() > from.ordinal() && to != OrderStatus.SUBMITTED;
        boolean isNextFill = from == OrderStatus.PARTIALLY_FILLED && to == from;
        return PENDING.contains(to) || isForward || isNextFill;
    }

    @Test
    void whatReportsMakeOfAnOrderIsWhatAFewFlagsSay() {
        Set<OrderStatus> seen = EnumSet.noneOf(OrderStatus.class);
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TrackedOrder order = order();
            order.become(OrderStatus.SUBMITTED);
            Model model = new Model();
            for (int step = 0; step < 25; step++) {
                model.step(random, order, step);
                String where = "seed " + seed + ", step " + step;
                assertThat(order.status()).as(where).isEqualTo(model.status());
                assertThat(order.rawFilled()).as(where).isEqualTo(model.filled);
                seen.add(order.status());
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        OrderStatus.SUBMITTED,
                        OrderStatus.ACCEPTED,
                        OrderStatus.REJECTED,
                        OrderStatus.TRIGGERED,
                        OrderStatus.PENDING_UPDATE,
                        OrderStatus.PENDING_CANCEL,
                        OrderStatus.PARTIALLY_FILLED,
                        OrderStatus.FILLED,
                        OrderStatus.CANCELED,
                        OrderStatus.EXPIRED);
    }

    @Test
    void newsThatComesTwiceOrLateChangesNothing() {
        TrackedOrder order = order();
        order.become(OrderStatus.SUBMITTED);
        order.trigger();
        order.trigger();
        assertThat(order.status()).isEqualTo(OrderStatus.TRIGGERED);

        order.fill(1, 100, 2);
        order.askCancel();
        order.trigger();
        order.cancelRefused();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    private static final class Model {
        private OrderStatus end = OrderStatus.INITIALIZED;
        private OrderStatus working = OrderStatus.SUBMITTED;
        private boolean cancelAsked;
        private int updates;
        private long filled;

        boolean isOver() {
            return end != OrderStatus.INITIALIZED;
        }

        OrderStatus status() {
            if (isOver()) {
                return end;
            }
            return cancelAsked ? OrderStatus.PENDING_CANCEL : updates > 0 ? OrderStatus.PENDING_UPDATE : working;
        }

        void step(SplittableRandom random, TrackedOrder order, int step) {
            switch (random.nextInt(16)) {
                case 0, 1 -> advance(OrderStatus.ACCEPTED, order::accept);
                case 2, 3 -> advance(OrderStatus.TRIGGERED, order::trigger);
                case 4, 5, 6 -> fill(order, random.nextLong(1, 5), step);
                case 7, 8 -> {
                    if (!isOver() && !cancelAsked) {
                        updates++;
                        order.askUpdate(order.rawQuantity());
                    }
                }
                case 9 -> {
                    if (!isOver() && !cancelAsked) {
                        cancelAsked = true;
                        order.askCancel();
                    }
                }
                case 10, 11 -> {
                    updates = Math.max(0, updates - 1);
                    order.updateAnswered();
                }
                case 12, 13 -> {
                    cancelAsked = false;
                    order.cancelRefused();
                }
                case 14 -> end(order, random.nextBoolean() ? OrderStatus.CANCELED : OrderStatus.EXPIRED);
                default -> {
                    if (status() != OrderStatus.PARTIALLY_FILLED) {
                        end(order, OrderStatus.REJECTED);
                    }
                }
            }
        }

        private void advance(OrderStatus to, Runnable report) {
            if (!isOver() && working.ordinal() < to.ordinal()) {
                working = to;
            }
            report.run();
        }

        private void end(TrackedOrder order, OrderStatus how) {
            if (!isOver()) {
                end = how;
                order.become(how);
            }
        }

        private void fill(TrackedOrder order, long quantity, int step) {
            if (end == OrderStatus.REJECTED || quantity > 10 - filled) {
                assertThatThrownBy(() -> order.requireFillable(step, quantity))
                        .isInstanceOf(IllegalStateException.class);
                return;
            }
            order.requireFillable(step, quantity);
            order.fill(step, 100, quantity);
            filled += quantity;
            if (filled == 10) {
                end = OrderStatus.FILLED;
            } else if (!isOver()) {
                working = OrderStatus.PARTIALLY_FILLED;
            }
        }
    }

    private static TrackedOrder order() {
        Ledger ledger = new Ledger(BTC.quote(), FundsPolicy.BORROW, Map.of());
        ledger.register(BTC);
        OrderRequest request = OrderRequest.limit(BTC, Side.BUY, 10, 100);
        return new TrackedOrder(ClientIds.of("t"), 1, 0, "test", request, ledger.position("test", BTC), 0);
    }
}
