package io.ttquant.core.engine;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Two strategies that send orders and exclusive groups, amend and cancel at random, in two instruments, while prices walk and everything takes a random time. */
final class RiskStorm {
    final RiskLab lab;
    final List<Order> sent = new ArrayList<>();
    private final SplittableRandom random;
    final Set<OrderGroup> groups = new LinkedHashSet<>();
    private final Set<OrderGroup> split = new HashSet<>();
    private final Map<Order, Long> largestAsked = new HashMap<>();
    private final long[] prices = {100, 100};
    private final Instrument[] instruments = {RiskLab.ABC, RiskLab.XYZ};

    private final boolean isHedging;

    RiskStorm(long seed, RiskPolicy policy, UnaryOperator<EngineBuilder> more) {
        this(seed, policy, false, more);
    }

    /** @param isHedging whether orders are for a long or a short position */
    RiskStorm(long seed, RiskPolicy policy, boolean isHedging, UnaryOperator<EngineBuilder> more) {
        this.isHedging = isHedging;
        this.random = new SplittableRandom(seed);
        SplittableRandom delays = random.split();
        LatencyModel latency = new LatencyModel() {
            @Override
            public long entryNanos(long nowNanos, long draw, long feedNanos) {
                return delays.nextInt(20) == 0 ? -delays.nextLong(1, 100) : delays.nextLong(0, 100);
            }

            @Override
            public long acknowledgementNanos(long nowNanos, long draw, long feedNanos) {
                return delays.nextLong(0, 100);
            }

            @Override
            public String describe() {
                return "random";
            }
        };
        SimulationConfig config = SimulationConfig.DEFAULT.withLatency(latency).withFees(RateFees.of("0", "0"));
        PositionMode mode = isHedging ? PositionMode.HEDGING : PositionMode.NETTING;
        this.lab = new RiskLab(policy, config, b -> more.apply(b.positions(mode))).priced();
    }

    void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> submit();
            case 4, 5 -> amend();
            case 6 -> cancel();
            case 7, 8 -> lab.pass(random.nextLong(1, 60));
            default -> trade();
        }
    }

    private void trade() {
        int which = random.nextInt(2);
        prices[which] = Math.max(50, Math.min(150, prices[which] + random.nextLong(-4, 5)));
        lab.pass(random.nextLong(0, 20));
        lab.engine
                .instrument(instruments[which].id())
                .trade(
                        lab.now,
                        lab.now,
                        prices[which],
                        random.nextLong(1, 20),
                        io.ttquant.api.market.AggressorSide.NONE);
    }

    void submit() {
        int which = random.nextInt(2);
        Script who = random.nextBoolean() ? lab.s : lab.t;
        switch (random.nextInt(6)) {
            case 0 -> keep(who.desk().oco(order(who, which), order(who, random.nextInt(2)), more(who, which)));
            case 1 -> {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                keep(who.desk().ouo(order(who, which, side), order(who, which, side)));
            }
            default -> sent.add(order(who, which).submit());
        }
    }

    private void keep(OrderGroup group) {
        groups.add(group);
        sent.addAll(group.orders());
    }

    private OrderBuilder[] more(Script who, int which) {
        return random.nextBoolean() ? new OrderBuilder[] {order(who, which)} : new OrderBuilder[0];
    }

    private OrderBuilder order(Script who, int which) {
        return order(who, which, random.nextBoolean() ? Side.BUY : Side.SELL);
    }

    private OrderBuilder order(Script who, int which, Side side) {
        OrderBuilder order = side == Side.BUY
                ? who.desk().buy(instruments[which])
                : who.desk().sell(instruments[which]);
        order.rawQuantity(random.nextLong(1, 9));
        if (isHedging) {
            order.positionSide(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT);
        }
        long price = prices[which] + random.nextLong(-5, 6);
        switch (random.nextInt(4)) {
            case 0 -> order.market();
            case 1 -> order.rawStop(price);
            default -> order.rawLimit(price);
        }
        if (random.nextInt(4) == 0) {
            order.reduceOnly();
        }
        return order;
    }

    private void amend() {
        TrackedOrder order = open();
        if (order == null) {
            return;
        }
        long quantity = random.nextBoolean() ? Math.max(1, order.rawQuantity() + random.nextLong(-4, 7)) : 0;
        long price = order.rawPrice() > 0 && random.nextBoolean() ? order.rawPrice() + random.nextLong(-3, 4) : 0;
        int refused = lab.refusals().size();
        boolean grows = quantity > order.rawQuantity();
        (order.owner() == 0 ? lab.s : lab.t).desk().amend(order, new Amendment(quantity, price, 0));
        if (lab.refusals().size() == refused) {
            if (grows && order.group() != null && order.group().kind() == GroupKind.OUO) {
                split.add(order.group());
            }
            largestAsked.merge(order, order.rawQuantityAfter(new Amendment(quantity, price, 0)), Math::max);
        }
    }

    private void cancel() {
        TrackedOrder order = open();
        if (order != null) {
            (order.owner() == 0 ? lab.s : lab.t).desk().cancel(order);
        }
    }

    private TrackedOrder open() {
        List<Order> open = sent.stream().filter(order -> !order.isClosed()).toList();
        return open.isEmpty() ? null : (TrackedOrder) open.get(random.nextInt(open.size()));
    }

    /** How far short a strategy can become, found by looking at all its orders. */
    long naiveLow(String strategy, Instrument instrument, PositionSide position) {
        return naive(strategy, instrument, position, -1);
    }

    /** How far long a strategy can become, found by looking at all its orders. */
    long naiveHigh(String strategy, Instrument instrument, PositionSide position) {
        return naive(strategy, instrument, position, 1);
    }

    private static boolean isEnded(Order order) {
        OrderGroup group = order.group();
        return group != null
                && group.kind() == GroupKind.OCO
                && group.orders().stream().anyMatch(other -> other != order && other.rawFilled() > 0);
    }

    private long naive(String strategy, Instrument instrument, PositionSide position, int direction) {
        long held = lab.engine.ledger().position(strategy, instrument, position).rawQuantity() * direction;
        long free = 0;
        long reducing = 0;
        Map<OrderGroup, long[]> largest = new LinkedHashMap<>();
        for (Order order : sent) {
            boolean counts = !order.isClosed()
                    && order.strategyId().equals(strategy)
                    && order.instrument().equals(instrument)
                    && order.request().positionSide() == position
                    && (order.side() == io.ttquant.api.order.Side.BUY) == (direction > 0);
            if (!counts) {
                continue;
            }
            TrackedOrder tracked = (TrackedOrder) order;
            if (!tracked.isUpdateUnderWay()) {
                largestAsked.remove(order);
            }
            long mayFill = Math.max(order.rawQuantity(), largestAsked.getOrDefault(order, 0L)) - order.rawFilled();
            if (order.group() != null && !split.contains(order.group())) {
                int kind = order.request().isReducing() ? 1 : 0;
                long[] most = largest.computeIfAbsent(order.group(), group -> new long[2]);
                most[kind] = Math.max(most[kind], isEnded(order) ? 0 : mayFill);
            } else if (order.request().isReducing()) {
                reducing += mayFill;
            } else {
                free += mayFill;
            }
        }
        for (long[] most : largest.values()) {
            free += most[0];
            reducing += most[1];
        }
        long afterReducing = held < 0 ? Math.min(0, held + reducing) : held;
        return Math.max(0, afterReducing + free) * direction;
    }
}
