package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
            add(resting, order);
            naive.add(order);
            return;
        }
        if (draw == 6) {
            follow(resting, naive, random.nextLong(1, 30));
            return;
        }
        WorkingOrder order = naive.remove(random.nextInt(naive.size()));
        resting.remove(order);
        if (draw == 9) {
            // An amended order goes to another price, or to the end of its own.
            order.rawPrice = random.nextLong(1, 20);
            order.rawTrigger = order.trailing == null || order.rawTrigger > 0 ? random.nextLong(1, 20) : 0;
            order.priority = 1_000 + round;
            add(resting, order);
            naive.add(order);
        } else if (draw == 8) {
            resting.remove(order);
        }
    }

    private static void add(RestingOrders resting, WorkingOrder order) {
        if (order.type.hasTrigger()) {
            resting.last.add(order, 0, 1);
        } else {
            resting.limits(order.isBuy).add(order);
        }
    }

    /** Each trailing stop on its own, told of the ones that have another trigger. */
    private static void follow(RestingOrders resting, List<WorkingOrder> naive, long price) {
        Map<WorkingOrder, Long> expected = new LinkedHashMap<>();
        Map<WorkingOrder, Long> followed = new LinkedHashMap<>();
        for (WorkingOrder order : naive) {
            if (order.trailing != null) {
                boolean isBetter = order.isBuy ? price < order.rawFollowed : price > order.rawFollowed;
                long activation = order.trailing.rawActivation();
                boolean activates = activation == 0 || (order.isBuy ? price <= activation : price >= activation);
                if (order.rawFollowed == 0 ? activates : isBetter) {
                    long distance = order.trailing.distance();
                    long candidate = order.isBuy ? price + distance : Math.max(1, price - distance);
                    boolean improves = order.rawTrigger == 0
                            || (order.isBuy ? candidate < order.rawTrigger : candidate > order.rawTrigger);
                    followed.put(order, price);
                    if (improves) {
                        expected.put(order, candidate);
                    }
                }
            }
        }
        assertThat(resting.last.isFollowing(price)).isEqualTo(!followed.isEmpty());
        List<WorkingOrder> moved = new ArrayList<>();
        resting.last.follow(price, 1, moved::add);
        assertThat(moved).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((order, trigger) -> assertThat(order.rawTrigger).isEqualTo(trigger));
        followed.forEach((order, best) -> assertThat(order.rawFollowed).isEqualTo(best));
    }

    private static final OrderType[] TYPES = {
        OrderType.LIMIT,
        OrderType.STOP_MARKET,
        OrderType.STOP_LIMIT,
        OrderType.MARKET_IF_TOUCHED,
        OrderType.LIMIT_IF_TOUCHED,
        OrderType.TRAILING_STOP_MARKET
    };

    private WorkingOrder order(SplittableRandom random, int round) {
        OrderType type = TYPES[random.nextInt(TYPES.length)];
        TrailingOffset offset = TrailingOffset.of(TrailingOffset.Kind.TICKS, random.nextLong(1, 6));
        OrderRequest request = new OrderRequest(
                BTC,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                1_000,
                type.hasPrice() ? random.nextLong(1, 20) : 0,
                type.hasTrigger() && !type.isTrailing() ? random.nextLong(1, 20) : 0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "",
                TriggerSource.DEFAULT,
                type.isTrailing()
                        ? random.nextBoolean() ? offset : offset.withActivation(random.nextLong(1, 30))
                        : null,
                0,
                PositionSide.NET);
        WorkingOrder order =
                new WorkingOrder(new TrackedOrder(ClientIds.of("t"), round, 0, "test", request, position, 0));
        order.priority = round;
        return order;
    }

    private static void check(SplittableRandom random, RestingOrders resting, List<WorkingOrder> naive, String where) {
        List<WorkingOrder> rising = triggers(naive, true);
        List<WorkingOrder> falling = triggers(naive, false);
        same(resting.buyLimits, limits(naive, true), where);
        same(resting.sellLimits, limits(naive, false), where);
        assertThat(resting.last.firstRising()).as(where).isSameAs(rising.isEmpty() ? null : rising.get(0));
        assertThat(resting.last.firstFalling()).as(where).isSameAs(falling.isEmpty() ? null : falling.get(0));
        assertThat(resting.last.size()).as(where).isEqualTo((int)
                naive.stream().filter(o -> o.type.hasTrigger()).count());
        List<WorkingOrder> all = new ArrayList<>();
        resting.addTo(all);
        assertThat(all).as(where).containsExactlyInAnyOrderElementsOf(naive);
        long low = random.nextLong(0, 22);
        long high = low + random.nextLong(0, 3);
        assertThat(resting.isReachedBy(low, high))
                .as("%s: %d to %d", where, low, high)
                .isEqualTo(naive.stream().anyMatch(order -> isReached(order, low, high)));
        WorkingOrder next = !rising.isEmpty() && rising.get(0).rawTrigger <= low
                ? rising.get(0)
                : !falling.isEmpty() && falling.get(0).rawTrigger >= low ? falling.get(0) : null;
        assertThat(resting.last.triggeredBy(low))
                .as("%s: trigger at %d", where, low)
                .isSameAs(next);
    }

    private static boolean isReached(WorkingOrder order, long low, long high) {
        if (order.type.hasTrigger()) {
            return order.isTriggeredBy(order.isTriggeredFromBelow() ? high : low);
        }
        return order.isBuy ? order.rawPrice >= low : order.rawPrice <= high;
    }

    /** Those that a rising price triggers, or a falling one; the nearest first, then by arrival. */
    private static List<WorkingOrder> triggers(List<WorkingOrder> orders, boolean isRising) {
        Comparator<WorkingOrder> byTrigger = Comparator.comparingLong(o -> o.rawTrigger);
        return orders.stream()
                .filter(o -> o.type.hasTrigger() && o.rawTrigger != 0)
                .filter(o -> (o.isBuy != o.type.isIfTouched()) == isRising)
                .sorted((isRising ? byTrigger : byTrigger.reversed()).thenComparingLong(o -> o.priority))
                .toList();
    }

    /** First the one that the market reaches first: buys below and sells above it; then by arrival. */
    private static List<WorkingOrder> limits(List<WorkingOrder> orders, boolean isBuy) {
        Comparator<WorkingOrder> byPrice = Comparator.comparingLong(o -> o.rawPrice);
        return orders.stream()
                .filter(o -> o.isBuy == isBuy && !o.type.hasTrigger())
                .sorted((isBuy ? byPrice.reversed() : byPrice).thenComparingLong(o -> o.priority))
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
            assertThat(ladder.rawFirst()).as(where).isEqualTo(naive.get(0).rawPrice);
        }
    }
}
