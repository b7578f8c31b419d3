package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Two strategies that send, amend and cancel at random, in two instruments, while prices walk and everything takes a random time. */
final class RiskStorm {
    final RiskLab lab;
    final List<Order> sent = new ArrayList<>();
    private final SplittableRandom random;
    private final Map<Order, Long> largestAsked = new HashMap<>();
    private final long[] prices = {100, 100};
    private final Instrument[] instruments = {RiskLab.ABC, RiskLab.XYZ};

    RiskStorm(long seed, RiskPolicy policy, UnaryOperator<EngineBuilder> more) {
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
        this.lab = new RiskLab(policy, config, more).priced();
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
        OrderBuilder order = random.nextBoolean()
                ? who.desk().buy(instruments[which])
                : who.desk().sell(instruments[which]);
        order.rawQuantity(random.nextLong(1, 9));
        long price = prices[which] + random.nextLong(-5, 6);
        switch (random.nextInt(4)) {
            case 0 -> order.market();
            case 1 -> order.rawStop(price);
            default -> order.rawLimit(price);
        }
        if (random.nextInt(4) == 0) {
            order.reduceOnly();
        }
        sent.add(order.submit());
    }

    private void amend() {
        TrackedOrder order = open();
        if (order == null) {
            return;
        }
        long quantity = random.nextBoolean() ? Math.max(1, order.rawQuantity() + random.nextLong(-4, 7)) : 0;
        long price = order.rawPrice() > 0 && random.nextBoolean() ? order.rawPrice() + random.nextLong(-3, 4) : 0;
        int refused = lab.refusals().size();
        (order.owner() == 0 ? lab.s : lab.t).desk().amend(order, new Amendment(quantity, price, 0));
        if (lab.refusals().size() == refused) {
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
    long naiveLow(String strategy, Instrument instrument) {
        return naive(strategy, instrument, -1);
    }

    /** How far long a strategy can become, found by looking at all its orders. */
    long naiveHigh(String strategy, Instrument instrument) {
        return naive(strategy, instrument, 1);
    }

    private long naive(String strategy, Instrument instrument, int direction) {
        long held = lab.engine.ledger().position(strategy, instrument).rawQuantity() * direction;
        long free = 0;
        long reducing = 0;
        for (Order order : sent) {
            boolean counts = !order.isClosed()
                    && order.strategyId().equals(strategy)
                    && order.instrument().equals(instrument)
                    && (order.side() == io.ttquant.api.order.Side.BUY) == (direction > 0);
            if (!counts) {
                continue;
            }
            TrackedOrder tracked = (TrackedOrder) order;
            if (!tracked.isUpdateUnderWay()) {
                largestAsked.remove(order);
            }
            long mayFill = Math.max(order.rawQuantity(), largestAsked.getOrDefault(order, 0L)) - order.rawFilled();
            if (order.request().isReduceOnly()) {
                reducing += mayFill;
            } else {
                free += mayFill;
            }
        }
        long afterReducing = held < 0 ? Math.min(0, held + reducing) : held;
        return Math.max(0, afterReducing + free) * direction;
    }
}
