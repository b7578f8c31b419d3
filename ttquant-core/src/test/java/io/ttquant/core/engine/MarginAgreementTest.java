package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random trading on margin against an account in plain decimals: what is accepted, what is free, what is liquidated, and not a cent lost. */
class MarginAgreementTest {
    private static final int RUNS = 400;
    private static final int STEPS = 120;
    private static final String FEE = "0.0005";
    private static final MarginTerms TERMS = MarginTerms.DEFAULT
            .withLeverage(new BigDecimal("10"))
            .withContinuousTiers(
                    List.of(tier("2000", "20", "0.01"), tier("5000", "10", "0.025"), tier(null, "5", "0.05")));

    private static MarginTier tier(String upTo, String leverage, String rate) {
        return new MarginTier(
                upTo == null ? null : new BigDecimal(upTo),
                new BigDecimal(leverage),
                new BigDecimal(rate),
                BigDecimal.ZERO);
    }

    /** One random run. */
    private static final class Run {
        final long seed;
        final Random random;
        final BigDecimal liquidationFee;
        final NaiveMargin naive;
        final Lab lab;
        long now;
        long price = 100;
        int refused;
        int liquidated;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.liquidationFee = new BigDecimal(random.nextBoolean() ? "0" : "0.0125");
            long rawCash = 20_000 + random.nextInt(100_000);
            this.naive = new NaiveMargin(BigDecimal.valueOf(rawCash, 2), TERMS, new BigDecimal(FEE));
            this.lab = new Lab(
                    SWAP,
                    SimulationConfig.DEFAULT.withFees(RateFees.of(FEE, FEE)),
                    b -> b.startBalance(SWAP.quote(), rawCash)
                            .account(AccountConfig.DEFAULT.withTerms(TERMS).withLiquidationFee(liquidationFee))
                            .tap(new EngineTap() {
                                @Override
                                public void event(OrderEvent event) {
                                    heard(event);
                                }

                                @Override
                                public void cashFlow(CashFlow flow) {
                                    naive.cash = naive.cash.add(flow.amount());
                                }
                            }));
            lab.start(0);
        }

        void heard(OrderEvent event) {
            if (event instanceof OrderEvent.Filled filled) {
                Fill fill = filled.fill();
                naive.filled(fill);
                liquidated += fill.reason() == FillReason.LIQUIDATION ? 1 : 0;
            } else if (event.order().isClosed()) {
                naive.open.remove(event.order());
            }
        }

        void step() {
            now += MINUTE;
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> move();
                case 3 ->
                    lab.sink.funding(
                            now, now, BigDecimal.valueOf(random.nextInt(41) - 20, 4), now + random.nextInt(3) * MINUTE);
                case 4 -> cancelOne();
                default -> order();
            }
            lab.engine.advanceTo(now);
            lab.engine.settle();
            compare();
        }

        private void move() {
            price = Math.max(20, price + random.nextInt(21) - 10);
            naive.mark = BigDecimal.valueOf(price);
            lab.trade(now, price, 100_000);
            // What rested is filled first; then the margin is judged at the end of the instant.
            boolean isBreached = naive.isBreached();
            lab.engine.advanceTo(now + 1);
            if (isBreached) {
                assertThat(naive.position).as(text("liquidated")).isZero();
                assertThat(naive.open).as(text("orders cancelled")).isEmpty();
            }
        }

        private void cancelOne() {
            naive.open.keySet().stream().findFirst().ifPresent(lab.script.desk()::cancel);
        }

        private void order() {
            if (naive.mark.signum() == 0) {
                return;
            }
            boolean isBuy = random.nextBoolean();
            boolean isMarket = random.nextBoolean();
            long quantity = 1 + random.nextInt(60);
            long at = isMarket ? price : Math.max(1, price + random.nextInt(31) - 15);
            BigDecimal signed = BigDecimal.valueOf(isBuy ? quantity : -quantity);
            boolean isAccepted = naive.accepts(signed, BigDecimal.valueOf(at));
            var builder = (isBuy
                            ? lab.script.desk().buy(SWAP.id())
                            : lab.script.desk().sell(SWAP.id()))
                    .rawQuantity(quantity);
            Order order = (isMarket ? builder.market() : builder.rawLimit(at)).submit();
            assertThat(order.status() != OrderStatus.DENIED)
                    .as(text("accepted"))
                    .isEqualTo(isAccepted);
            if (isAccepted) {
                naive.hold(order, signed, BigDecimal.valueOf(at));
            } else {
                refused++;
            }
            lab.engine.settle();
            if (!isAccepted) {
                assertThat(((OrderEvent.Denied) lab.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
            }
        }

        private void compare() {
            MarginAccount account = lab.engine.margin();
            if (naive.mark.signum() == 0 || account == null) {
                return;
            }
            var group = account.groups().iterator().next();
            assertThat(lab.position()).as(text("position")).isEqualTo(naive.position.longValueExact());
            assertThat(BigDecimal.valueOf(lab.engine.ledger().rawEquity(), 2))
                    .as(text("equity"))
                    .isEqualByComparingTo(naive.equity());
            assertThat(BigDecimal.valueOf(group.rawFree(View.KNOWN), 2))
                    .as(text("free"))
                    .isEqualByComparingTo(naive.free());
            assertThat(group.rawFree(View.EXCHANGE)).as(text("both views")).isEqualTo(group.rawFree(View.KNOWN));
        }

        private String text(String what) {
            return what + ", seed " + seed + ", at minute " + now / MINUTE;
        }
    }

    @Test
    void whatIsAcceptedFreeAndLiquidatedIsThatOfPlainDecimals() {
        int refused = 0;
        int liquidated = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = new Run(seed);
            for (int i = 0; i < STEPS; i++) {
                run.step();
            }
            refused += run.refused;
            liquidated += run.liquidated;
        }
        assertThat(refused).isGreaterThan(RUNS);
        assertThat(liquidated).isGreaterThan(RUNS / 10);
    }

    /** With commands and reports under way the two sides differ; once all has arrived they agree again, and no cent is lost. */
    @Test
    void withLatencyBothSidesAgreeOnceAllHasArrived() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            long rawCash = 20_000 + random.nextInt(100_000);
            NaiveMargin sums = new NaiveMargin(BigDecimal.valueOf(rawCash, 2), TERMS, new BigDecimal(FEE));
            Duration entry = Duration.ofSeconds(random.nextInt(200));
            Duration back = Duration.ofSeconds(random.nextInt(200));
            Lab lab = new Lab(
                    SWAP,
                    SimulationConfig.DEFAULT
                            .withFees(RateFees.of(FEE, FEE))
                            .withLatency(LatencyModel.constant(entry, back)),
                    b -> b.startBalance(SWAP.quote(), rawCash)
                            .account(AccountConfig.DEFAULT.withTerms(TERMS))
                            .tap(new EngineTap() {
                                @Override
                                public void event(OrderEvent event) {
                                    if (event instanceof OrderEvent.Filled filled) {
                                        sums.filled(filled.fill());
                                    }
                                }

                                @Override
                                public void cashFlow(CashFlow flow) {
                                    sums.cash = sums.cash.add(flow.amount());
                                }
                            }));
            lab.start(0);
            long price = 100;
            for (int i = 0; i < STEPS; i++) {
                long now = i * MINUTE;
                price = Math.max(20, price + random.nextInt(15) - 7);
                lab.trade(now, price, 50);
                var builder = random.nextBoolean()
                        ? lab.script.desk().buy(SWAP.id())
                        : lab.script.desk().sell(SWAP.id());
                builder.rawQuantity(1 + random.nextInt(40));
                Order order = random.nextBoolean()
                        ? builder.market().submit()
                        : builder.rawLimit(Math.max(1, price + random.nextInt(15) - 7))
                                .submit();
                if (random.nextInt(4) == 0) {
                    lab.script.desk().cancel(order);
                }
                if (random.nextInt(10) == 0) {
                    lab.sink.funding(now, now, new BigDecimal("0.0003"), now + MINUTE);
                }
                lab.engine.settle();
            }
            lab.script.desk().cancelAll(SWAP.id());
            lab.engine.advanceTo(STEPS * MINUTE + 3_600_000_000_000L);
            sums.mark = BigDecimal.valueOf(price);
            var group = lab.engine.margin().groups().iterator().next();
            assertThat(BigDecimal.valueOf(lab.engine.ledger().rawEquity(), 2))
                    .as("equity, seed " + seed)
                    .isEqualByComparingTo(sums.equity());
            assertThat(group.rawFree(View.EXCHANGE)).as("free, seed " + seed).isEqualTo(group.rawFree(View.KNOWN));
            assertThat(BigDecimal.valueOf(group.rawFree(View.KNOWN), 2))
                    .as("free, seed " + seed)
                    .isEqualByComparingTo(sums.free());
        }
    }

    @Test
    void thePriceOfALiquidationIsThatOfTheFormula() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            boolean isLong = random.nextBoolean();
            long quantity = 1 + random.nextInt(50);
            long rawCash = quantity * 100 * 100 / (2 + random.nextInt(9)) + random.nextInt(5_000);
            Lab lab = new Lab(
                    SWAP,
                    SimulationConfig.DEFAULT,
                    b -> b.startBalance(SWAP.quote(), rawCash).account(AccountConfig.DEFAULT.withTerms(TERMS)));
            lab.start(0);
            lab.trade(0, 100, 1);
            var builder = isLong
                    ? lab.script.desk().buy(SWAP.id())
                    : lab.script.desk().sell(SWAP.id());
            Order order = builder.rawQuantity(quantity).market().submit();
            lab.engine.settle();
            MarginAccount account = java.util.Objects.requireNonNull(lab.engine.margin());
            InstrumentMargin member = java.util.Objects.requireNonNull(account.of(SWAP.id()));
            if (order.status() != OrderStatus.FILLED) {
                continue;
            }
            long found = account.rawBreachPrice(member, 100, isLong ? 1 : 1_000);
            BigDecimal exact = formula(order.side() == Side.BUY, quantity, BigDecimal.valueOf(rawCash, 2));
            long expected = exact.setScale(0, isLong ? RoundingMode.FLOOR : RoundingMode.CEILING)
                    .longValueExact();
            if (isLong ? expected < 1 : expected > 1_000) {
                assertThat(found).as("seed " + seed).isZero();
            } else {
                assertThat(found).as("seed " + seed + ", exact " + exact).isBetween(expected - 1, expected + 1);
            }
        }
    }

    /** cash + side × quantity × (p − 100) = rate × quantity × p − deduction, solved in the tier in which its own solution lies. */
    private static BigDecimal formula(boolean isLong, long quantity, BigDecimal cash) {
        BigDecimal q = BigDecimal.valueOf(quantity);
        BigDecimal side = BigDecimal.valueOf(isLong ? 1 : -1);
        BigDecimal from = BigDecimal.ZERO;
        for (MarginTier tier : TERMS.tiers()) {
            BigDecimal slope = q.multiply(side.subtract(tier.maintenanceRate()));
            BigDecimal price = side.multiply(q)
                    .multiply(BigDecimal.valueOf(100))
                    .subtract(cash)
                    .subtract(tier.deduction())
                    .divide(slope, 10, RoundingMode.HALF_EVEN);
            BigDecimal value = price.multiply(q);
            boolean isInside = value.compareTo(from) >= 0 && (tier.upTo() == null || value.compareTo(tier.upTo()) <= 0);
            if (isInside) {
                return price;
            }
            from = tier.upTo() == null ? from : tier.upTo();
        }
        return isLong ? BigDecimal.ZERO : BigDecimal.valueOf(1_000_000);
    }
}
