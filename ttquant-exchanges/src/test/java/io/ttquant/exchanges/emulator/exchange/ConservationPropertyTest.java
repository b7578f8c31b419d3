package io.ttquant.exchanges.emulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random commands of several accounts: whatever they do, no money is made or lost, and the events tell all of it. */
class ConservationPropertyTest {
    private static final int STEPS = Integer.getInteger("ttquant.emulator.steps", 400);
    private static final int SEEDS = Integer.getInteger("ttquant.emulator.seeds", 20);

    static LongStream seeds() {
        return LongStream.range(1, 1 + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noMoneyIsMadeOrLost(long seed) {
        Floor floor = floor(seed);
        RandomTrader trader = new RandomTrader(floor, seed);
        for (int step = 0; step < STEPS; step++) {
            trader.step();
            if (step % 5 == 0) {
                check(floor, "seed " + seed + " step " + step);
            }
        }
        String last = "seed " + seed + " at the end";
        check(floor, last);
        assertThat(floor.events(ExchangeEvent.Filled.class)).as(last).hasSizeGreaterThan(50);
        eventsTellEverything(floor, last);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameEvents(long seed) {
        assertThat(events(seed)).as("seed " + seed).isEqualTo(events(seed));
    }

    @Test
    void theRandomCommandsReachEveryKindOfEventAndEveryReason() {
        Set<Object> missing = new HashSet<>(List.of(
                ExchangeEvent.Filled.class,
                ExchangeEvent.Liquidated.class,
                ExchangeEvent.FundingPaid.class,
                ExchangeEvent.ConditionalChanged.class,
                ExchangeEvent.ListChanged.class,
                ExchangeEvent.CandleClosed.class));
        missing.addAll(
                EnumSet.complementOf(EnumSet.of(OrderReason.OPERATOR, OrderReason.MARKET_CLOSED, OrderReason.TRADED)));
        for (long seed = 1; seed <= 100 && !missing.isEmpty(); seed++) {
            for (ExchangeEvent event : events(seed, STEPS)) {
                missing.remove(event.getClass());
                if (event instanceof ExchangeEvent.OrderChanged changed) {
                    missing.remove(changed.order().reason());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static List<ExchangeEvent> events(long seed) {
        return events(seed, STEPS / 4);
    }

    private static List<ExchangeEvent> events(long seed, int steps) {
        Floor floor = floor(seed);
        RandomTrader trader = new RandomTrader(floor, seed);
        for (int step = 0; step < steps; step++) {
            trader.step();
        }
        return floor.events;
    }

    private static Floor floor(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> Floor.binance();
            case 1 -> Floor.okx();
            default -> new Floor(ExchangeRules.binanceUsdm());
        };
    }

    private static void check(Floor floor, String moment) {
        try {
            floor.exchange.assertConservation();
        } catch (IllegalStateException broken) {
            throw new AssertionError(moment + ": " + broken.getMessage(), broken);
        }
        for (String account : RandomTrader.ACCOUNTS) {
            for (Balance balance : floor.exchange.accounts().balances(account)) {
                assertThat(balance.free()).as(moment).isNotNegative();
                assertThat(balance.locked()).as(moment).isNotNegative();
                assertThat(balance.margin()).as(moment).isNotNegative();
            }
        }
    }

    private static void eventsTellEverything(Floor floor, String moment) {
        Map<Long, Order> orders = new HashMap<>();
        long sequence = floor.events.get(0).sequence();
        for (ExchangeEvent event : floor.events) {
            assertThat(event.sequence()).as(moment).isEqualTo(sequence++);
            if (event instanceof ExchangeEvent.OrderChanged changed) {
                follow(orders, changed.order(), BigDecimal.ZERO, moment);
            } else if (event instanceof ExchangeEvent.Filled filled) {
                follow(orders, filled.order(), filled.fill().quantity(), moment);
            }
        }
        for (String account : RandomTrader.ACCOUNTS) {
            List<Order> all = new ArrayList<>(floor.exchange.accounts().openOrders(account));
            all.addAll(floor.exchange.accounts().endedOrders(account));
            for (Order order : all) {
                assertThat(orders.remove(order.id())).as(moment).isEqualTo(order);
            }
        }
        assertThat(orders).as(moment).isEmpty();
    }

    private static void follow(Map<Long, Order> orders, Order now, BigDecimal traded, String moment) {
        Order before = orders.put(now.id(), now);
        BigDecimal filledBefore = before == null ? BigDecimal.ZERO : before.filled();
        assertThat(now.filled()).as(moment + " " + now).isEqualByComparingTo(filledBefore.add(traded));
        assertThat(before == null || before.isOpen())
                .as(moment + ": " + before + " became " + now)
                .isTrue();
    }
}
