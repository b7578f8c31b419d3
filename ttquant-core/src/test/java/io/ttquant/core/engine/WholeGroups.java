package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ttquant.api.algorithm.Chase;
import io.ttquant.api.algorithm.ShareOfVolume;
import io.ttquant.api.algorithm.Slices;
import io.ttquant.api.algorithm.Twap;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.core.order.TrackedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random groups, batches and algorithms, and what their ties promise. */
final class WholeGroups {
    private final WholeRun run;
    private final WholeTrader trader;
    private final SplittableRandom random;
    private final List<OrderGroup> groups = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<OrderGroup> open = new ArrayList<>();
    private final List<Execution> working = new ArrayList<>();
    private final Map<Order, Long> mostAsked = new HashMap<>();
    private final Map<Execution, Share> shares = new HashMap<>();

    /** What a share of the volume may have: so much of what is traded above this. */
    private record Share(BigDecimal share, long rawTradedBefore) {}

    WholeGroups(WholeRun run, WholeTrader trader, SplittableRandom random) {
        this.run = run;
        this.trader = trader;
        this.random = random;
    }

    void act(Script who) {
        Orders desk = who.desk();
        Instrument i = trader.any();
        boolean buys = random.nextBoolean();
        switch (random.nextInt(10)) {
            case 0, 1 -> keep(desk.oco(member(desk, i, buys), member(desk, trader.any(), random.nextBoolean())));
            case 2 -> keep(desk.ouo(member(desk, i, buys), member(desk, i, buys), member(desk, i, buys)));
            case 3 ->
                keep(desk.oto(
                        member(desk, i, buys),
                        random.nextBoolean() ? OtoTrigger.PARTIAL : OtoTrigger.FULL,
                        member(desk, i, random.nextBoolean()),
                        trader.order(desk, i, random.nextBoolean())));
            case 4, 5, 6 -> keep(bracket(desk, i, buys));
            case 7 -> desk.submitAll(List.of(trader.order(desk, i, buys), trader.order(desk, trader.any(), !buys)));
            case 8 -> work(who, i, buys);
            default -> {
                if (!groups.isEmpty()) {
                    groups.get(random.nextInt(groups.size())).cancel();
                }
            }
        }
    }

    private void keep(OrderGroup group) {
        run.watch.note(() -> "  group " + group.kind() + " of "
                + group.orders().stream().map(Order::clientId).toList());
        groups.add(group);
        open.add(group);
    }

    private OrderBuilder member(Orders desk, Instrument i, boolean buys) {
        if (random.nextInt(8) == 0) {
            return trader.order(desk, i, buys);
        }
        OrderBuilder order = trader.side(desk, i, buys).lots(random.nextLong(1, 20));
        long distance = random.nextInt(-2, 9);
        long last = run.market.last(i);
        int sign = buys ? 1 : -1;
        return random.nextInt(3) > 0
                ? order.rawLimit((last - sign * distance) * i.rawTick())
                : order.rawStop((last + sign * distance) * i.rawTick());
    }

    private OrderGroup bracket(Orders desk, Instrument i, boolean buys) {
        long last = run.market.last(i);
        int sign = buys ? 1 : -1;
        OrderBuilder entry = member(desk, i, buys);
        OrderBuilder profit = buys ? desk.sell(i) : desk.buy(i);
        OrderBuilder loss = buys ? desk.sell(i) : desk.buy(i);
        profit.rawLimit((last + sign * random.nextInt(-1, 9)) * i.rawTick());
        loss.rawStop((last - sign * random.nextInt(-1, 9)) * i.rawTick());
        if (random.nextInt(4) == 0) {
            profit.lots(random.nextLong(1, 10));
        }
        return desk.bracket(entry, profit, loss);
    }

    private void work(Script who, Instrument i, boolean buys) {
        OrderBuilder order = trader.side(who.desk(), i, buys).lots(random.nextLong(1, 60));
        if (random.nextBoolean()) {
            order.rawLimit((run.market.last(i) + random.nextInt(-6, 7)) * i.rawTick());
        }
        if (random.nextInt(5) == 0) {
            order.reduceOnly();
        }
        BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 101), 2);
        long before = run.engine.channel(i.id()).prices().rawTraded();
        ExecutionAlgorithm algorithm = switch (random.nextInt(4)) {
            case 0 -> Twap.of(Duration.ofMinutes(10), Duration.ofSeconds(random.nextInt(10, 200)));
            case 1 -> Slices.of(i.formatQuantity(random.nextInt(1, 30) * i.rawLot()));
            case 2 -> share(share);
            default -> Chase.of(Duration.ofSeconds(random.nextInt(5, 60)), Duration.ofMinutes(5));
        };
        run.watch.note(() -> "  " + algorithm.name() + " of " + order.request());
        Execution execution = who.ctx().execute(order.request(), algorithm);
        executions.add(execution);
        working.add(execution);
        if (algorithm instanceof ShareOfVolume) {
            shares.put(execution, new Share(share, before));
        }
    }

    private ShareOfVolume share(BigDecimal share) {
        ShareOfVolume all = ShareOfVolume.of(share.toPlainString(), Duration.ofSeconds(random.nextInt(5, 120)));
        return random.nextBoolean()
                ? all
                : all.until(Instant.ofEpochSecond(0, run.engine.now() + random.nextLong(1, 900_000_000_000L)));
    }

    /** The ties of what may still change. */
    void check() {
        for (OrderGroup group : open) {
            check(group);
        }
        open.removeIf(group -> group.orders().stream().allMatch(Order::isClosed));
        for (Execution each : working) {
            check(each);
        }
        working.removeIf(each -> each.status().isClosed());
    }

    private void check(OrderGroup group) {
        List<Order> orders = group.orders();
        Order first = orders.get(0);
        switch (group.kind()) {
            case OCO -> {
                long members = orders.stream().filter(o -> o.rawFilled() > 0).count();
                require(members < 2, "one member of an OCO fills", orders);
            }
            case OUO -> {
                long most = orders.stream()
                        .mapToLong(o -> o.request().rawQuantity())
                        .max()
                        .orElseThrow();
                require(filled(orders) <= most + amended(orders), "an OUO fills once", orders);
            }
            case BRACKET -> {
                List<Order> exits = orders.subList(1, 3);
                require(filled(exits) <= first.rawFilled() + amended(exits), "exits fill once", orders);
            }
            case OTO -> require(first.rawFilled() > 0 || filled(orders) == 0, "a parent fills first", orders);
        }
    }

    private void check(Execution each) {
        List<Order> children = each.children();
        Share share = shares.get(each);
        if (share != null) {
            long open = children.stream()
                    .mapToLong(child -> ((TrackedOrder) child).rawMayFill())
                    .sum();
            BigDecimal traded =
                    BigDecimal.valueOf(run.market.traded(each.instruction().instrument()) - share.rawTradedBefore());
            BigDecimal most = share.share().multiply(traded).add(BigDecimal.valueOf(amended(children)));
            require(
                    BigDecimal.valueOf(filled(children) + open).compareTo(most) <= 0,
                    "a share is not passed",
                    children);
        }
        long filled = filled(children);
        require(filled == each.rawFilled(), "an algorithm knows its fills", children);
        require(filled <= each.instruction().rawQuantity(), "an algorithm fills what was asked", children);
    }

    private static void require(boolean holds, String rule, List<Order> orders) {
        if (!holds) {
            fail("%s: %s", rule, orders);
        }
    }

    /** An amendment asks for a quantity, if it is not 0. */
    void asked(Order order, long rawQuantity) {
        if (rawQuantity > 0) {
            mostAsked.merge(order, rawQuantity, Math::max);
        }
    }

    /** What the strategy asked for on top by amendments, after what had filled: that is its own wish. */
    private long amended(List<Order> orders) {
        return orders.stream().mapToLong(o -> mostAsked.getOrDefault(o, 0L)).sum();
    }

    private static long filled(List<Order> orders) {
        return orders.stream().mapToLong(Order::rawFilled).sum();
    }

    void end() {
        groups.forEach(OrderGroup::cancel);
        executions.forEach(Execution::cancel);
    }

    void requireEnded() {
        executions.forEach(each -> assertThat(each.status().isClosed())
                .as("%s of %s", each.status(), each.instruction())
                .isTrue());
    }

    /** Groups of which something was filled. */
    long filledGroups() {
        return groups.stream().filter(group -> filled(group.orders()) > 0).count();
    }

    long filledShares() {
        return shares.keySet().stream().filter(each -> each.rawFilled() > 0).count();
    }

    long filledExecutions() {
        return executions.stream().filter(each -> each.rawFilled() > 0).count();
    }
}
