package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.TrackedOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random groups with random fills, cancels and amendments under random latency keep what their ties promise. */
class RandomGroupsTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<OrderGroup> groups = new ArrayList<>();
    private int fills;
    private int exits;

    @Test
    void tiesHoldOnTicks() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random.nextBoolean() ? Lab.SPOT : Lab.SWAP;
            Lab lab = Lab.of(instrument, latency(random), 20_000_00).start(0);
            groups.clear();
            long price = 100;
            lab.trade(1, price, 1);
            for (int step = 1; step <= 150; step++) {
                long now = step * SECOND;
                price = Math.max(60, Math.min(140, price + random.nextInt(-4, 5)));
                if (random.nextInt(3) == 0) {
                    lab.quote(now, price - 1, random.nextLong(1, 20), price + 1, random.nextLong(1, 20));
                } else {
                    lab.trade(now, price, random.nextLong(1, 12), AggressorSide.NONE);
                }
                act(lab, random, price);
                check(lab, "seed " + seed + ", step " + step);
            }
            end(lab, 151 * SECOND, "seed " + seed);
        }
        assertThat(fills).as("fills of groups").isGreaterThan(1_000);
        assertThat(exits).as("filled exits").isGreaterThan(200);
    }

    @Test
    void tiesHoldOnBooks() {
        for (long seed = 1; seed <= 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random.nextBoolean() ? Lab.SPOT : Lab.SWAP;
            Lab lab = Lab.of(instrument, latency(random), 20_000_00).start(0);
            BookFeed book = new BookFeed(lab);
            groups.clear();
            long price = 100;
            for (int step = 1; step <= 120; step++) {
                long now = step * SECOND;
                price = Math.max(60, Math.min(140, price + random.nextInt(-4, 5)));
                if (step == 1 || random.nextInt(3) != 0) {
                    book.snapshot(now, levels(price, -1, random), levels(price, 1, random));
                } else {
                    lab.trade(now, price, random.nextLong(1, 12), AggressorSide.NONE);
                }
                act(lab, random, price);
                check(lab, "seed " + seed + ", step " + step);
            }
            end(lab, 121 * SECOND, "seed " + seed);
        }
        assertThat(exits).as("filled exits").isGreaterThan(100);
    }

    private static String levels(long price, int sign, SplittableRandom random) {
        return (price + sign) + "x" + random.nextLong(1, 15) + " " + (price + 2 * sign) + "x" + random.nextLong(1, 15)
                + " " + (price + 4 * sign) + "x" + random.nextLong(1, 30);
    }

    @Test
    void tiesHoldOnBars() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument instrument = random.nextBoolean() ? Lab.SPOT : Lab.SWAP;
            Lab lab = Lab.of(instrument, latency(random), 20_000_00)
                    .withBars(Lab.M1)
                    .start(0);
            lab.script.bar = bar -> act(lab, random, bar.rawClose());
            lab.script.start = ctx -> ctx.subscribeBars(instrument.id(), Lab.M1);
            groups.clear();
            long price = 100;
            for (int step = 0; step < 100; step++) {
                long open = near(price, random);
                long close = near(open, random);
                long high = Math.max(open, close) + random.nextInt(4);
                long low = Math.min(open, close) - random.nextInt(4);
                lab.bar(step * Lab.MINUTE, open, high, low, close);
                act(lab, random, close);
                price = close;
                check(lab, "seed " + seed + ", step " + step);
            }
            end(lab, 101 * Lab.MINUTE, "seed " + seed);
        }
        assertThat(exits).as("filled exits").isGreaterThan(200);
    }

    private static long near(long price, SplittableRandom random) {
        return Math.max(60, Math.min(140, price + random.nextInt(-4, 5)));
    }

    private static SimulationConfig latency(SplittableRandom random) {
        SimulationConfig config = SimulationConfig.DEFAULT.withSeed(random.nextLong());
        if (random.nextInt(3) == 0) {
            return config;
        }
        return config.withLatency(LatencyModel.constant(
                Duration.ofMillis(random.nextInt(4_000)), Duration.ofMillis(random.nextInt(4_000))));
    }

    private void act(Lab lab, SplittableRandom random, long price) {
        Orders orders = lab.script.desk();
        switch (random.nextInt(8)) {
            case 0 -> groups.add(orders.oco(any(lab, random, price), any(lab, random, price)));
            case 1 -> {
                boolean buys = random.nextBoolean();
                groups.add(orders.ouo(
                        one(lab, random, price, buys).lots(7),
                        one(lab, random, price, buys).lots(random.nextLong(1, 8))));
            }
            case 2 -> {
                OtoTrigger trigger = random.nextBoolean() ? OtoTrigger.PARTIAL : OtoTrigger.FULL;
                groups.add(orders.oto(any(lab, random, price), trigger, one(lab, random, price, random.nextBoolean())));
            }
            case 3, 4 ->
                groups.add(orders.bracket(
                        orders.buy(lab.instrument).lots(random.nextLong(1, 10)).limit(price - random.nextInt(5)),
                        orders.sell(lab.instrument).limit(price + random.nextInt(-1, 6)),
                        orders.sell(lab.instrument).stop(price - random.nextInt(-1, 8))));
            case 5 -> pick(random, lab).ifPresent(orders::cancel);
            case 6 ->
                pick(random, lab)
                        .filter(order -> order.rawPrice() > 0)
                        .ifPresent(order -> orders.amend(
                                order,
                                random.nextBoolean()
                                        ? Amendment.ofPrice(order.rawPrice() + random.nextInt(-3, 4))
                                        : Amendment.ofQuantity(
                                                Math.max(1, order.rawQuantity() - random.nextInt(1, 3)))));
            default -> {}
        }
    }

    private java.util.Optional<Order> pick(SplittableRandom random, Lab lab) {
        if (groups.isEmpty()) {
            return java.util.Optional.empty();
        }
        List<Order> members = groups.get(random.nextInt(groups.size())).orders();
        return java.util.Optional.of(members.get(random.nextInt(members.size())));
    }

    private static OrderBuilder any(Lab lab, SplittableRandom random, long price) {
        return one(lab, random, price, random.nextBoolean()).lots(random.nextLong(1, 10));
    }

    private static OrderBuilder one(Lab lab, SplittableRandom random, long price, boolean buys) {
        OrderBuilder order =
                buys ? lab.script.desk().buy(lab.instrument) : lab.script.desk().sell(lab.instrument);
        long distance = random.nextInt(-1, 8);
        int sign = buys ? 1 : -1;
        return random.nextBoolean() ? order.limit(price - sign * distance) : order.stop(price + sign * distance);
    }

    private void check(Lab lab, String where) {
        for (OrderGroup group : groups) {
            List<Order> orders = group.orders();
            if (group.kind() == GroupKind.OCO) {
                assertThat(orders.stream().filter(order -> order.rawFilled() > 0))
                        .as("%s: members of an OCO that filled: %s", where, orders)
                        .hasSizeLessThan(2);
            } else if (group.kind() == GroupKind.OUO) {
                long most = orders.stream()
                        .mapToLong(o -> o.request().rawQuantity())
                        .max()
                        .orElseThrow();
                assertThat(filled(orders)).as("%s: filled of %s", where, orders).isLessThanOrEqualTo(most);
            } else {
                assertThat(filled(orders.subList(1, orders.size())))
                        .as("%s: filled by the children of %s", where, orders)
                        .isLessThanOrEqualTo(orders.get(0).rawFilled());
            }
        }
        assertThat(lab.free()).as("%s: free", where).isNotNegative();
    }

    private static long filled(List<Order> orders) {
        return orders.stream().mapToLong(Order::rawFilled).sum();
    }

    /** With no order open, the position alone uses margin: siblings that shared some have given back all of it. */
    private static void requireFreeMargin(Lab lab, String where) {
        if (!lab.instrument.kind().isDerivative()) {
            return;
        }
        MarginAccount account = Objects.requireNonNull(lab.engine.margin());
        long mark = Objects.requireNonNull(account.of(lab.instrument.id())).rawMark();
        long used = Math.abs(lab.instrument.rawNotional(mark, lab.position()));
        for (View view : View.values()) {
            assertThat(Objects.requireNonNull(account.groupOf(Lab.USD)).rawFree(view))
                    .as("%s: free margin, %s", where, view)
                    .isEqualTo(lab.engine.ledger().rawEquity() - used);
        }
    }

    private void end(Lab lab, long nanos, String where) {
        groups.forEach(OrderGroup::cancel);
        lab.engine.advanceTo(nanos + 60 * SECOND);
        lab.script.desk().cancelAll();
        lab.engine.advanceTo(nanos + 120 * SECOND);
        lab.engine.stop();
        for (OrderGroup group : groups) {
            for (Order order : group.orders()) {
                assertThat(order.isClosed())
                        .as("%s: %s is closed", where, order)
                        .isTrue();
                TrackedOrder tracked = (TrackedOrder) order;
                assertThat(tracked.reservation().rawAmount())
                        .as("%s: held for %s", where, order)
                        .isZero();
                assertThat(tracked.heldAtExchange().rawAmount())
                        .as("%s: held at the exchange for %s", where, order)
                        .isZero();
            }
            fills += filled(group.orders()) > 0 ? 1 : 0;
            exits += group.kind() == GroupKind.BRACKET && filled(group.orders().subList(1, 3)) > 0 ? 1 : 0;
        }
        requireFreeMargin(lab, where);
        assertThat(lab.free()).as("%s: free", where).isEqualTo(lab.cash());
        assertThat(lab.engine.ledger().balances())
                .as("%s: balances", where)
                .allMatch(balance -> balance.rawFree() == balance.rawTotal());
        assertThat(lab.script.events).as(where).noneMatch(OrderEvent.OutcomeUnknown.class::isInstance);
    }
}
