package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The same random orders and ticks with a venue that has every kind of order and with one that lacks some: without latency, the fills are the same in
 * time, order, price, quantity and liquidity. Only their reasons differ, since the venue takes a released order for any other. The seed is in
 * the message of a failure.
 *
 * <p>Trades alone or quotes alone: where there are both, a venue's own stop is filled no better than the trade that triggered it, which a market order
 * sent after that trade knows nothing of. All kinds that wait for a price, or none: of two that one event triggers, the venue's own is filled before
 * the one that we send, and takes what a quote shows.
 */
class EmulationAgreementTest {
    private static final Set<Capability> TRIGGERED =
            EnumSet.of(Capability.STOP_ORDERS, Capability.IF_TOUCHED, Capability.TRAILING_STOP);
    private static final Capability[] OTHERS = {
        Capability.MARKET_TO_LIMIT,
        Capability.TRIGGER_BY_MARK,
        Capability.TRIGGER_BY_INDEX,
        Capability.GTD,
        Capability.DAY
    };

    private static final class Run {
        final Lab lab;
        final List<Order> orders = new ArrayList<>();

        Run(Set<Capability> lacking) {
            lab = new Lab(
                    Lab.SWAP,
                    SimulationConfig.DEFAULT,
                    b -> b.startBalance(Lab.USD, 1_000_000_00)
                            .funds(FundsPolicy.BORROW)
                            .without(lacking.toArray(new Capability[0])));
            lab.start(0);
        }

        /** One random step of the market and of the trader; all that is random is drawn here, in the same order in each run. */
        void step(SplittableRandom random, boolean hasTrades, long now, long price) {
            lab.engine.advanceTo(now);
            lab.engine.settle();
            if (hasTrades) {
                lab.trade(now, price, 1 + random.nextInt(20), AggressorSide.values()[random.nextInt(3)]);
            } else {
                long ask = price + 1 + random.nextInt(3);
                lab.quote(now, price, 1 + random.nextInt(20), ask, 1 + random.nextInt(20));
            }
            int reference = random.nextInt(8);
            if (reference == 0) {
                lab.sink.markPrice(now, now, price + random.nextInt(5) - 2);
            } else if (reference == 1) {
                lab.sink.indexPrice(now, now, price + random.nextInt(5) - 2);
            }
            lab.engine.settle();
            int what = random.nextInt(10);
            int which = orders.isEmpty() ? 0 : Math.max(0, orders.size() - 1 - random.nextInt(6));
            if (what < 5) {
                orders.add(order(random, price, now).submit());
            } else if (what == 5 && !orders.isEmpty()) {
                lab.script.desk().cancel(orders.get(which));
            } else if (what == 6 && !orders.isEmpty()) {
                amend(random, orders.get(which), price);
            }
            lab.engine.settle();
        }

        private void amend(SplittableRandom random, Order order, long price) {
            long quantity = random.nextBoolean() ? 1 + random.nextInt(12) : 0;
            long limit = order.type().hasPrice() && random.nextBoolean() ? price + random.nextInt(13) - 6 : 0;
            boolean waits = order.type().hasTrigger() && order.status() == OrderStatus.ACCEPTED;
            long trigger = waits && random.nextBoolean() ? price + random.nextInt(13) - 6 : 0;
            if (quantity + limit + trigger > 0) {
                lab.script.desk().amend(order, new Amendment(quantity, limit, trigger));
            }
        }

        private OrderBuilder order(SplittableRandom random, long price, long now) {
            OrderBuilder order = random.nextBoolean()
                    ? lab.script.desk().buy(Lab.SWAP)
                    : lab.script.desk().sell(Lab.SWAP);
            order.lots(2 + random.nextInt(12));
            int kind = random.nextInt(6);
            boolean isLimited = random.nextBoolean();
            long trigger = price + random.nextInt(13) - 6;
            TrailingOffset.Kind unit = TrailingOffset.Kind.values()[random.nextInt(3)];
            long distance =
                    unit == TrailingOffset.Kind.BASIS_POINTS ? 1 + random.nextInt(60_000) : 1 + random.nextInt(5);
            switch (kind) {
                case 0 -> order.rawStop(trigger);
                case 1 -> order.rawIfTouched(trigger);
                case 2 -> {
                    TrailingOffset offset = TrailingOffset.of(unit, distance);
                    if (random.nextInt(3) == 0) {
                        offset = offset.withActivation(price + random.nextInt(7) - 3);
                    }
                    if (isLimited) {
                        order.trailingLimit(offset.withLimitDistance(distance / 2));
                    } else {
                        order.trailing(offset);
                    }
                }
                case 3 -> order.marketToLimit();
                default -> order.rawLimit(price + random.nextInt(13) - 6);
            }
            if (kind < 2 && isLimited) {
                order.rawLimit(price + random.nextInt(13) - 6);
            }
            TriggerSource source = TriggerSource.values()[random.nextInt(5)];
            if (kind < 3) {
                order.triggerBy(source);
            }
            switch (random.nextInt(4)) {
                case 0 -> order.goodTillNanos(now + 1 + random.nextLong(60_000_000_000L));
                case 1 -> order.goodForDay();
                default -> {}
            }
            if (random.nextInt(6) == 0) {
                order.reduceOnly();
            }
            if (random.nextInt(4) == 0 && kind != 2 && kind != 3 && (kind > 3 || isLimited)) {
                order.postOnly();
            }
            return order;
        }

        List<String> fills() {
            return lab.script.fills.stream()
                    .map(f -> f.tsEvent() + " " + f.order().sequence() + " " + f.side() + " " + f.rawQuantity() + "@"
                            + f.rawPrice() + " " + f.liquidity())
                    .toList();
        }
    }

    @Test
    void aVenueThatLacksKindsFillsAsOneThatHasThem() {
        long fills = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom draw = new SplittableRandom(seed);
            Set<Capability> lacking = EnumSet.noneOf(Capability.class);
            if (draw.nextBoolean()) {
                lacking.addAll(TRIGGERED);
            }
            for (Capability capability : OTHERS) {
                if (draw.nextBoolean()) {
                    lacking.add(capability);
                }
            }
            boolean hasTrades = draw.nextBoolean();
            Run able = new Run(Set.of());
            Run unable = new Run(lacking);
            long now = 86_200_000_000_000L;
            long price = 100;
            for (int n = 0; n < 40; n++) {
                now += draw.nextLong(20_000_000_000L);
                price = Math.max(40, price + draw.nextInt(9) - 4);
                long step = draw.nextLong();
                able.step(new SplittableRandom(step), hasTrades, now, price);
                unable.step(new SplittableRandom(step), hasTrades, now, price);
                assertThat(unable.fills())
                        .as(
                                "seed %d, lacking %s, after %d at %d: %s",
                                seed, lacking, now, price, unable.lab.script.events)
                        .isEqualTo(able.fills());
            }
            assertThat(unable.lab.position()).as("seed %d", seed).isEqualTo(able.lab.position());
            assertThat(unable.lab.cash()).as("seed %d", seed).isEqualTo(able.lab.cash());
            assertThat(unable.orders.stream().map(Order::status).toList())
                    .as("seed %d, lacking %s", seed, lacking)
                    .isEqualTo(able.orders.stream().map(Order::status).toList());
            fills += able.lab.script.fills.size();
        }
        assertThat(fills).isGreaterThan(10_000);
    }
}
