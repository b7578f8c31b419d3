package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Market orders of an amount of the quote currency. */
class SpendOrdersTest {
    private static Lab spot(SimulationConfig config, long rawCash) {
        Lab lab = Lab.of(Lab.SPOT, config, rawCash).start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    @Test
    void theQuantityIsWorkedOutAtThePriceOfExecution() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order order = lab.script.desk().buy(Lab.SPOT).spend("1000").submit();
        assertThat(order.rawQuantity()).as("the estimate").isEqualTo(10);
        assertThat(lab.free()).as("exactly the amount is held back").isZero();
        lab.bar(Lab.MINUTE, 120, 121, 119, 120);

        assertThat(lab.fills()).containsExactly("BUY 8@120 TAKER NEXT_OPEN");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.rawQuantity()).isEqualTo(8);
        assertThat(lab.cash()).isEqualTo(40_00).isEqualTo(lab.free());
    }

    @Test
    void aBetterPriceBuysMore() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order order = lab.script.desk().buy(Lab.SPOT).spend("1000").submit();
        lab.bar(Lab.MINUTE, 80, 81, 79, 80);
        assertThat(lab.fills()).containsExactly("BUY 12@80 TAKER NEXT_OPEN");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.free()).isEqualTo(40_00);
    }

    @Test
    void feesInTheQuoteCurrencyAreInsideTheAmount() {
        // Nine at 100 and 1% are 909; ten would be 1010.
        Lab lab = spot(SimulationConfig.DEFAULT.withFees(RateFees.of("0.01", "0.01")), 1_000_00);
        lab.script.desk().buy(Lab.SPOT).spend("1000").submit();
        lab.engine.advanceTo(2);
        assertThat(lab.fills()).containsExactly("BUY 9@100 TAKER TOOK_BOOK");
        assertThat(lab.cash()).isEqualTo(91_00);
    }

    @Test
    void itWalksTheBookAndStopsAtWholeLots() {
        Lab lab = spot(SimulationConfig.DEFAULT, 1_000_00);
        lab.quote(2, 99, 50, 100, 3);
        Order order = lab.script.desk().buy(Lab.SPOT).spend("550").submit();
        lab.engine.advanceTo(3);
        assertThat(lab.fills()).containsExactly("BUY 3@100 TAKER TOOK_BOOK", "BUY 2@101 TAKER TOOK_BOOK");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void whatBuysNoMoreLotAtTheNextPriceIsLeft() {
        Lab lab = spot(SimulationConfig.DEFAULT, 1_000_00);
        lab.quote(2, 99, 50, 100, 3);
        Order order = lab.script.desk().buy(Lab.SPOT).spend("400").submit();
        lab.engine.advanceTo(3);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isEqualTo(3);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("100.00 USD are left, less than one lot costs");
        assertThat(lab.free()).isEqualTo(700_00);
    }

    @Test
    void aSellReceivesAtMostTheAmount() {
        Lab lab = spot(SimulationConfig.DEFAULT, 1_000_00);
        lab.script.desk().buy(Lab.SPOT).lots(10).submit();
        lab.trade(2, 100, 1);
        Order order = lab.script.desk().sell(Lab.SPOT).spend("350").submit();
        lab.trade(3, 100, 1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.position()).isEqualTo(7);
    }

    @Test
    void itIsRefusedWhereItMakesNoSense() {
        Lab lab = spot(SimulationConfig.DEFAULT, 1_000_00);
        lab.script.desk().buy(Lab.SPOT).spend("350").limit(100).submit();
        lab.trade(2, 100, 1);
        assertThat(((OrderEvent.Denied) lab.lastEvent()).message())
                .isEqualTo(
                        "LIMIT GTC: an amount to spend needs a market order without a time in force; use value(...) for a"
                                + " quantity worked out now");
        lab.script.desk().buy(Lab.SPOT).spend("99").submit();
        lab.trade(3, 100, 1);
        assertThat(((OrderEvent.Denied) lab.lastEvent()).reason()).isEqualTo(RejectReason.QUANTITY_ZERO);
        lab.script.desk().buy(Lab.SPOT).spend("1000.01").submit();
        lab.trade(4, 100, 1);
        assertThat(((OrderEvent.Denied) lab.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(lab.free()).isEqualTo(1_000_00);
    }

    @Test
    void itCannotBeAmended() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order order = lab.script.desk().buy(Lab.SPOT).spend("1000").submit();
        lab.engine.advanceTo(Lab.MINUTE + 1);
        lab.script.desk().amend(order, Amendment.ofQuantity(3));
        lab.engine.advanceTo(Lab.MINUTE + 2);
        lab.bar(2 * Lab.MINUTE, 100, 100, 100, 100);
        assertThat(lab.script.events)
                .anyMatch(e -> e instanceof OrderEvent.UpdateRejected u
                        && u.message()
                                .equals("order " + order.clientId()
                                        + " spends an amount and has no quantity of its own to"
                                        + " amend; cancel it and send another"));
    }

    @Test
    void randomAmountsAreNeverPassed() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = spot(SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0.0" + random.nextInt(0, 9))), 5_000_00);
            long price = 100;
            for (int step = 2; step < 30; step++) {
                price = Math.max(20, price + random.nextInt(-9, 10));
                lab.quote(step, price - 1, random.nextLong(1, 9), price, random.nextLong(1, 9));
                long before = lab.cash();
                long amount = random.nextLong(100_00, 900_00);
                Order order = lab.script
                        .desk()
                        .buy(Lab.SPOT)
                        .spend(java.math.BigDecimal.valueOf(amount, 2))
                        .submit();
                lab.quote(step, price - 1, 9, price, 9);
                if (order.status() != OrderStatus.DENIED) {
                    assertThat(order.isClosed())
                            .as("seed %d, step %d: %s", seed, step, order)
                            .isTrue();
                    assertThat(before - lab.cash())
                            .as("seed %d, step %d", seed, step)
                            .isBetween(0L, amount);
                }
                assertThat(lab.free())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(lab.cash())
                        .isNotNegative();
            }
        }
    }
}
