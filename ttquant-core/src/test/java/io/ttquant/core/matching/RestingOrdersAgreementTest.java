package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ladders of resting orders against a list that is filtered and sorted each time. */
class RestingOrdersAgreementTest {
    private static final Instrument BTC = Instrument.spot("x:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    private final PositionState position = position();

    private static PositionState position() {
        Ledger ledger = new Ledger(BTC.quote(), FundsPolicy.BORROW, Map.of());
        ledger.register(BTC);
        return ledger.position("test", BTC);
    }

    @Test
    void givesTheOrderThatASortedListGives() {
        for (long seed = 1; seed <= 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RestingOrders resting = new RestingOrders();
            List<WorkingOrder> naive = new ArrayList<>();
            for (int round = 0; round < 60; round++) {
                change(random, resting, naive, round);
                check(random, resting, naive, "seed " + seed + ", round " + round);
            }
        }
    }

    private void change(SplittableRandom random, RestingOrders resting, List<WorkingOrder> naive, int round) {
        int draw = random.nextInt(10);
        if (draw < 6 || naive.isEmpty()) {
            WorkingOrder order = order(random, round);
            resting.add(order);
            naive.add(order);
            return;
        }
        WorkingOrder order = naive.remove(random.nextInt(naive.size()));
        resting.remove(order);
        if (draw == 9) {
            // An amended order goes to another price, or to the end of its own.
            order.rawPrice = random.nextLong(1, 20);
            order.rawTrigger = random.nextLong(1, 20);
            order.priority = 1_000 + round;
            resting.add(order);
            naive.add(order);
        } else if (draw == 8) {
            resting.remove(order);
        }
    }

    private WorkingOrder order(SplittableRandom random, int round) {
        OrderType type = OrderType.values()[random.nextInt(1, 4)];
        OrderRequest request = new OrderRequest(
                BTC,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                1_000,
                type.hasPrice() ? random.nextLong(1, 20) : 0,
                type.hasTrigger() ? random.nextLong(1, 20) : 0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "");
        WorkingOrder order =
                new WorkingOrder(new TrackedOrder(ClientIds.of("t"), round, 0, "test", request, position, 0));
        order.priority = round;
        return order;
    }

    private static void check(SplittableRandom random, RestingOrders resting, List<WorkingOrder> naive, String where) {
        List<WorkingOrder> buyStops = sorted(naive, true, true);
        List<WorkingOrder> sellStops = sorted(naive, false, true);
        same(resting.buyLimits, sorted(naive, true, false), where);
        same(resting.sellLimits, sorted(naive, false, false), where);
        same(resting.buyStops, buyStops, where);
        same(resting.sellStops, sellStops, where);
        long low = random.nextLong(0, 22);
        long high = low + random.nextLong(0, 3);
        assertThat(resting.isReachedBy(low, high))
                .as("%s: %d to %d", where, low, high)
                .isEqualTo(naive.stream().anyMatch(order -> isReached(order, low, high)));
        WorkingOrder stop = !buyStops.isEmpty() && buyStops.get(0).rawTrigger <= low
                ? buyStops.get(0)
                : !sellStops.isEmpty() && sellStops.get(0).rawTrigger >= low ? sellStops.get(0) : null;
        assertThat(resting.stopTriggeredBy(low))
                .as("%s: stop at %d", where, low)
                .isSameAs(stop);
    }

    private static boolean isReached(WorkingOrder order, long low, long high) {
        if (order.type.hasTrigger()) {
            return order.isBuy ? order.rawTrigger <= high : order.rawTrigger >= low;
        }
        return order.isBuy ? order.rawPrice >= low : order.rawPrice <= high;
    }

    /** First the one that the market reaches first: buys below and sells above it, stops the other way round; then by arrival. */
    private static List<WorkingOrder> sorted(List<WorkingOrder> orders, boolean isBuy, boolean isStop) {
        Comparator<WorkingOrder> byPrice = Comparator.comparingLong(o -> isStop ? o.rawTrigger : o.rawPrice);
        return orders.stream()
                .filter(o -> o.isBuy == isBuy && o.type.hasTrigger() == isStop)
                .sorted((isBuy == isStop ? byPrice : byPrice.reversed()).thenComparingLong(o -> o.priority))
                .toList();
    }

    private static void same(Ladder ladder, List<WorkingOrder> naive, String where) {
        assertThat(ladder.size()).as(where).isEqualTo(naive.size());
        assertThat(ladder.first()).as(where).isSameAs(naive.isEmpty() ? null : naive.get(0));
        for (int i = 0; i < naive.size(); i++) {
            if (ladder.at(i) != naive.get(i)) {
                assertThat(ladder.at(i)).as("%s: place %d", where, i).isSameAs(naive.get(i));
            }
        }
        if (!naive.isEmpty()) {
            WorkingOrder first = naive.get(0);
            assertThat(ladder.rawFirst())
                    .as(where)
                    .isEqualTo(first.type.hasTrigger() ? first.rawTrigger : first.rawPrice);
        }
    }
}
