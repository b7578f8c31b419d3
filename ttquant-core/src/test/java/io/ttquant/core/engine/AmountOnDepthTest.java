package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Market orders of an amount of the quote currency where the price gets worse as they go. */
class AmountOnDepthTest {
    private static Lab onTrades(DepthModel model) {
        Lab lab = lab(SimulationConfig.DEFAULT.withDepth(model)).start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    private static Lab lab(SimulationConfig config) {
        return Lab.of(Lab.SWAP, config, 100_000_000_00L);
    }

    private static Order spend(Lab lab, String side, String amount) {
        var desk = lab.script.desk();
        Order order = (side.equals("buy") ? desk.buy(Lab.SWAP) : desk.sell(Lab.SWAP))
                .spend(amount)
                .submit();
        lab.engine.settle();
        return order;
    }

    @Test
    void theSquareRootLawIsAskedByWhatTheAmountBuys() {
        List<List<String>> fills = new ArrayList<>();
        for (boolean isByValue : new boolean[] {true, false}) {
            Lab lab = lab(SimulationConfig.DEFAULT.withDepth(DepthModel.squareRoot(1, Duration.ofHours(1))))
                    .start(0);
            for (int i = 1; i <= 50; i++) {
                lab.trade(i * 1_000_000_000L, i % 2 == 0 ? 1_000 : 1_010, 10);
            }
            if (isByValue) {
                spend(lab, "buy", "1000000");
            } else {
                lab.script.desk().buy(Lab.SWAP).lots(1_000).market().submit();
                lab.engine.settle();
            }
            fills.add(lab.fills());
        }

        assertThat(fills.get(1)).hasSizeGreaterThan(5);
        assertThat(fills.get(0))
                .hasSizeGreaterThan(5)
                .startsWith(fills.get(1).subList(0, 5).toArray(String[]::new));
    }

    @Test
    void aSecondAmountFindsWhatTheFirstLeft() {
        Lab lab = onTrades(DepthModel.tiers("10", 2));
        spend(lab, "buy", "1200");
        spend(lab, "buy", "1000");

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@100 TAKER TOOK_BOOK", "BUY 1@102 TAKER DEPTH_MODEL", "BUY 9@102 TAKER TOOK_BOOK");
    }

    @Test
    void aSaleSellsMoreWhereThePriceIsLower() {
        Lab lab = onTrades(DepthModel.tiers("10", 20));
        Order order = spend(lab, "sell", "2600");

        // 10 at 100, 80 and 60 are 2400; five at 40 are the rest.
        assertThat(lab.fills())
                .containsExactly(
                        "SELL 10@100 TAKER TOOK_BOOK",
                        "SELL 10@80 TAKER DEPTH_MODEL",
                        "SELL 10@60 TAKER DEPTH_MODEL",
                        "SELL 5@40 TAKER DEPTH_MODEL");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.position()).isEqualTo(-35);
    }

    @Test
    void allOrNothingOfAnOrderIsPaidForBeforeItsFirstFill() {
        // 30 cost 10 at 100, 10 at 120 and 10 at 140: 3600 in all, and 4200 at the worst of these prices.
        for (long cash : new long[] {3_599_00, 4_200_00}) {
            Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT.withDepth(DepthModel.tiers("10", 20)), cash)
                    .start(0);
            lab.trade(1, 100, 1);
            Order order = lab.script
                    .desk()
                    .buy(Lab.SPOT)
                    .lots(30)
                    .market()
                    .fillOrKill()
                    .submit();
            lab.engine.settle();

            boolean isPaid = cash == 4_200_00;
            assertThat(order.rawFilled()).isEqualTo(isPaid ? 30 : 0);
            assertThat(order.status()).isEqualTo(isPaid ? OrderStatus.FILLED : OrderStatus.REJECTED);
        }
    }

    @Test
    void aSaleBeyondTheQuoteSellsMoreATickLower() {
        Lab lab = lab(SimulationConfig.DEFAULT).start(0);
        lab.quote(1, 10, 5, 11, 5);
        Order order = spend(lab, "sell", "140");

        // 5 at 10 leave 90, which are 10 at 9.
        assertThat(lab.fills()).containsExactly("SELL 5@10 TAKER TOOK_BOOK", "SELL 10@9 TAKER TOOK_BOOK");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aSaleSellsMoreWhereItsPriceSlips() {
        Lab lab = lab(SimulationConfig.DEFAULT.withSlippage(SlippageModel.ticks(2)))
                .start(0);
        lab.trade(1, 10, 5);
        Order order = spend(lab, "sell", "80");

        assertThat(lab.fills()).containsExactly("SELL 10@8 TAKER TOOK_BOOK");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aSaleThatOutlastsTheVolumeOfABarSellsMoreAtALowerOpen() {
        Lab lab = lab(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")))
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order order = lab.script.desk().sell(Lab.SWAP).spend("1000").submit();
        lab.bar(Lab.MINUTE, 100, 100, 100, 100, 50);
        lab.bar(2 * Lab.MINUTE, 25, 25, 25, 25, 1_000);

        assertThat(lab.fills()).containsExactly("SELL 5@100 TAKER NEXT_OPEN", "SELL 20@25 TAKER NEXT_OPEN");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void randomAmountsEndWithLessLeftThanALotCosts() {
        DepthModel[] models = {
            DepthModel.nextTick(), DepthModel.tiers("3", 1), DepthModel.fixedSpread(4), DepthModel.unlimited()
        };
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = lab(SimulationConfig.DEFAULT
                            .withDepth(models[random.nextInt(models.length)])
                            .withSlippage(SlippageModel.ticks(random.nextInt(2))))
                    .start(0);
            boolean isQuoted = random.nextBoolean();
            for (int step = 1; step < 20; step++) {
                long price = random.nextLong(20, 60);
                if (isQuoted) {
                    lab.quote(step, price - 1, random.nextLong(1, 9), price, random.nextLong(1, 9));
                } else {
                    lab.trade(step, price, 1);
                }
                long amount = random.nextLong(100, 900);
                int before = lab.script.fills.size();
                Order order = spend(lab, random.nextBoolean() ? "buy" : "sell", Long.toString(amount));
                long left = amount;
                long last = 0;
                for (var fill : lab.script.fills.subList(before, lab.script.fills.size())) {
                    left -= fill.rawPrice() * fill.rawQuantity();
                    last = fill.rawPrice();
                }
                String where = "seed " + seed + ", step " + step + ": " + order + ", " + left + " left at " + last;
                assertThat(order.isClosed()).as(where).isTrue();
                // A buy that finds no lot for its rest a few ticks higher has more left than a lot cost before.
                assertThat(left).as(where).isBetween(0L, last + 5);
            }
        }
    }
}
