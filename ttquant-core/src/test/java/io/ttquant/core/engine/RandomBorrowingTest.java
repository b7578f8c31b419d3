package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random trading of two spot instruments on borrowed money. Whenever an order leaves, every choice of the other open orders that may fill with it is tried:
 * none may owe more than equity × 2, unless the order makes no choice owe more. Nothing is created or lost.
 */
class RandomBorrowingTest {
    private static final Currency XYZ = Currency.of("XYZ", 0);
    private static final Instrument OTHER = Instrument.spot(InstrumentId.parse("sim:XYZ"), XYZ, SPOT.quote())
            .tick("1")
            .lot("1")
            .build();
    private static final int FEE_DIVISOR = 100;
    /** Cents by which the rounding of fees and of parts of what is held may differ. */
    private static final long ROUNDING = 50;

    private final Map<String, Long> booked = new LinkedHashMap<>();
    private final List<Order> open = new ArrayList<>();
    /** The price at which each market order was judged. */
    private final Map<Order, Long> judged = new LinkedHashMap<>();

    private final Map<Instrument, Long> prices = new LinkedHashMap<>();
    private int accepted;
    private int denied;
    private int unpaid;
    private int liquidated;
    private int nearLimit;

    @Test
    void whatIsOwedStaysWithinTheLimitWhicheverOrdersFill() {
        for (int seed = 1; seed <= 60; seed++) {
            run(seed);
        }
        assertThat(accepted).as("accepted").isGreaterThan(2_000);
        assertThat(denied).as("denied").isGreaterThan(500);
        assertThat(unpaid).as("refused when they filled").isPositive();
        assertThat(liquidated).as("fills of liquidations").isGreaterThan(10);
        assertThat(nearLimit).as("within a tenth of the limit").isGreaterThan(100);
    }

    private void run(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        booked.clear();
        open.clear();
        judged.clear();
        booked.put("USD", 1_000_000L);
        Lab lab = lab(random, seed);
        for (int step = 0; step < 150; step++) {
            Instrument instrument = random.nextBoolean() ? SPOT : OTHER;
            long price = Math.max(5, prices.get(instrument) + random.nextInt(-8, 9));
            prices.put(instrument, price);
            long now = step * 1_000_000_000L;
            lab.engine.instrument(instrument.id()).trade(now, now, price, 1_000_000, AggressorSide.NONE);
            lab.engine.advanceTo(now + 1);
            act(lab, random, "seed " + seed + ", step " + step);
        }
        open.forEach(order -> lab.script.desk().cancel(order));
        lab.engine.advanceTo(300_000_000_000L);
        lab.engine.stop();
        booked.forEach((code, raw) -> {
            Currency currency = lab.engine.ledger().balance(code).currency();
            assertThat(lab.engine.ledger().balance(code).rawTotal())
                    .as("seed %s: %s", seed, code)
                    .isEqualTo(raw);
            assertThat(lab.engine.ledger().rawFree(currency))
                    .as("seed %s: free %s", seed, code)
                    .isEqualTo(raw);
            assertThat(lab.engine.ledger().atExchange().rawFree(currency))
                    .as("seed %s: free %s at the exchange", seed, code)
                    .isEqualTo(raw);
        });
    }

    private Lab lab(SplittableRandom random, int seed) {
        SimulationConfig config = SimulationConfig.DEFAULT.withSeed(seed).withFees(RateFees.of("0.01", "0.01"));
        if (seed % 2 == 0) {
            config = config.withLatency(LatencyModel.constant(
                    Duration.ofMillis(random.nextInt(3_000)), Duration.ofMillis(random.nextInt(3_000))));
        }
        AccountConfig account =
                AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT).withLiquidationFee(new BigDecimal("0.02"));
        Lab lab = new Lab(
                SPOT,
                config,
                b -> b.instrument(OTHER)
                        .startBalance(SPOT.quote(), 1_000_000)
                        .funds(FundsPolicy.BORROW)
                        .account(account)
                        .tap(new Booking()));
        lab.start(0);
        for (Instrument instrument : List.of(SPOT, OTHER)) {
            prices.put(instrument, 100L);
            lab.engine.instrument(instrument.id()).trade(0, 0, 100, 1_000_000, AggressorSide.NONE);
        }
        return lab;
    }

    /** Books every fill and payment by hand. */
    private final class Booking implements EngineTap {
        @Override
        public void event(OrderEvent event) {
            if (event instanceof OrderEvent.Filled filled) {
                Fill fill = filled.fill();
                long sign = fill.side() == Side.BUY ? 1 : -1;
                add(fill.order().instrument().base(), sign * fill.rawQuantity());
                add(SPOT.quote(), -sign * fill.rawQuantity() * fill.rawPrice() * 100);
                add(fill.feeCurrency(), -fill.rawFee());
                liquidated += fill.reason() == FillReason.LIQUIDATION ? 1 : 0;
            } else if (event instanceof OrderEvent.Rejected) {
                unpaid++;
            }
        }

        @Override
        public void cashFlow(CashFlow flow) {
            add(flow.currency(), flow.rawAmount());
        }

        private void add(Currency currency, long raw) {
            booked.merge(currency.code(), raw, Math::addExact);
        }
    }

    private void act(Lab lab, SplittableRandom random, String where) {
        open.removeIf(Order::isClosed);
        if (random.nextInt(4) == 0 && !open.isEmpty() || open.size() > 6) {
            lab.script.desk().cancel(open.get(random.nextInt(open.size())));
            lab.engine.settle();
        }
        open.removeIf(Order::isClosed);
        if (open.size() > 6) {
            return;
        }
        Instrument instrument = random.nextBoolean() ? SPOT : OTHER;
        long price = prices.get(instrument);
        boolean buys = random.nextBoolean();
        OrderBuilder builder = buys
                ? lab.script.desk().buy(instrument.id())
                : lab.script.desk().sell(instrument.id());
        builder.lots(random.nextLong(1, random.nextInt(3) == 0 ? 400 : 80));
        Map<String, Long> before = balances(lab);
        Order order = (random.nextInt(3) == 0
                        ? builder.market()
                        : builder.limit(price + (buys ? -1 : 1) * random.nextInt(-2, 10)))
                .submit();
        judged.put(order, price);
        if (order.status() == OrderStatus.DENIED) {
            denied++;
        } else {
            accepted++;
            check(before, order, where);
            open.add(order);
        }
        lab.engine.settle();
        open.removeIf(Order::isClosed);
    }

    private static Map<String, Long> balances(Lab lab) {
        Map<String, Long> balances = new LinkedHashMap<>();
        lab.engine.ledger().balances().forEach(b -> balances.put(b.currency().code(), b.rawTotal()));
        return balances;
    }

    private void check(Map<String, Long> before, Order order, String where) {
        long equity = value(before, false);
        for (int choice = 0; choice < 1 << open.size(); choice++) {
            Map<String, Long> without = new LinkedHashMap<>(before);
            long costs = 0;
            for (int i = 0; i < open.size(); i++) {
                if ((choice >> i & 1) != 0) {
                    costs += fill(without, open.get(i));
                }
            }
            Map<String, Long> with = new LinkedHashMap<>(without);
            costs += fill(with, order);
            long owed = value(with, true);
            long limit = 2 * (equity - costs) + ROUNDING;
            nearLimit += owed * 10 > limit * 9 && owed <= limit ? 1 : 0;
            assertThat(owed <= limit || owed <= value(without, true) + ROUNDING)
                    .as("%s: %s with choice %s of %s owes %s of %s", where, order, choice, open, owed, limit)
                    .isTrue();
        }
    }

    /** Fills what is left of an order at its price, or the last one; returns what that loses at once. */
    private long fill(Map<String, Long> balances, Order order) {
        long last = prices.get(order.instrument());
        long price = order.rawPrice() > 0 ? order.rawPrice() : judged.getOrDefault(order, last);
        long sign = order.side() == Side.BUY ? 1 : -1;
        long value = order.rawLeaves() * price * 100;
        balances.merge(order.instrument().base().code(), sign * order.rawLeaves(), Long::sum);
        balances.merge("USD", -sign * value - value / FEE_DIVISOR, Long::sum);
        long worse = order.rawPrice() > 0 ? sign * (price - last) : 0;
        long feeOf = order.rawLeaves() * Math.min(price, last) * 100;
        return Math.max(0, order.rawLeaves() * worse * 100 + feeOf / FEE_DIVISOR);
    }

    /** In cents: all balances, or what those below zero owe. */
    private long value(Map<String, Long> balances, boolean isOwed) {
        long sum = 0;
        for (var each : balances.entrySet()) {
            long price = switch (each.getKey()) {
                case "USD" -> 1;
                case "ABC" -> prices.get(SPOT) * 100;
                default -> prices.get(OTHER) * 100;
            };
            long value = each.getValue() * price;
            sum += isOwed ? Math.max(0, -value) : value;
        }
        return sum;
    }
}
