package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.matching.DepthLadder;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.DepthQuery;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Takers where there is no book to walk. */
class DepthModelTest {
    private Lab lab = lab(DepthModel.nextTick());

    private static Lab lab(DepthModel model) {
        return Lab.of(Lab.SWAP, SimulationConfig.DEFAULT.withDepth(model), 100_000_000_00L);
    }

    private void onTrades(DepthModel model) {
        lab = lab(model).start(0);
        lab.trade(1, 100, 1);
    }

    private void onBars(DepthModel model) {
        lab = lab(model).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
    }

    private Order buy(long lots) {
        return lab.script.desk().buy(Lab.SWAP).lots(lots).market().submit();
    }

    private Order buy(long lots, long limit) {
        return lab.script.desk().buy(Lab.SWAP).lots(lots).limit(limit).submit();
    }

    private void settle(long ts) {
        lab.engine.advanceTo(ts);
        lab.engine.settle();
    }

    @Test
    void anAssumedSpreadCostsHalfOfItRoundedUp() {
        onTrades(DepthModel.fixedSpread(3));
        buy(1_000);
        lab.script.desk().sell(Lab.SWAP).lots(500).market().submit();
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 1000@102 TAKER TOOK_BOOK", "SELL 500@98 TAKER TOOK_BOOK");
    }

    @Test
    void anAssumedSpreadHoldsAtOpensAndTriggersOfBars() {
        onBars(DepthModel.fixedSpread(2));
        buy(5);
        lab.script.desk().sell(Lab.SWAP).lots(3).stop(95).submit();
        lab.bar(Lab.MINUTE, 100, 100, 90, 90);

        assertThat(lab.fills()).containsExactly("BUY 5@101 TAKER NEXT_OPEN", "SELL 3@94 TAKER STOP_TRIGGER");
    }

    @Test
    void aQuoteHasASpreadOfItsOwn() {
        lab = lab(DepthModel.fixedSpread(10)).start(0);
        lab.quote(1, 99, 10, 101, 10);
        buy(15);
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER TOOK_BOOK", "BUY 5@102 TAKER DEPTH_MODEL");
    }

    @Test
    void tiersGetWorseAndStayTakenUntilTheNextTrade() {
        onTrades(DepthModel.tiers("10", 2));
        buy(25);
        settle(2);
        buy(6);
        settle(3);
        lab.trade(4, 100, 1);
        buy(1);
        settle(5);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@100 TAKER TOOK_BOOK",
                        "BUY 10@102 TAKER DEPTH_MODEL",
                        "BUY 5@104 TAKER DEPTH_MODEL",
                        "BUY 5@104 TAKER TOOK_BOOK",
                        "BUY 1@106 TAKER DEPTH_MODEL",
                        "BUY 1@100 TAKER TOOK_BOOK");
    }

    @Test
    void withQuotesATradeGivesNothingBack() {
        lab = lab(DepthModel.tiers("10", 2)).start(0);
        lab.quote(1, 99, 10, 101, 500);
        buy(10);
        settle(2);
        lab.trade(3, 101, 50, AggressorSide.BUYER);
        buy(1);
        settle(4);
        lab.quote(5, 99, 10, 101, 500);
        buy(1);
        settle(6);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@101 TAKER TOOK_BOOK", "BUY 1@103 TAKER TOOK_BOOK", "BUY 1@101 TAKER TOOK_BOOK");
    }

    @Test
    void aLimitOrderTakesUpToItsPriceAndRests() {
        onTrades(DepthModel.tiers("10", 2));
        Order order = buy(25, 102);
        settle(2);
        lab.trade(3, 101, 4, AggressorSide.SELLER);

        assertThat(order.rawFilled()).isEqualTo(24);
        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@100 TAKER MARKETABLE_LIMIT",
                        "BUY 10@102 TAKER DEPTH_MODEL",
                        "BUY 4@102 MAKER TRADED_THROUGH");
    }

    @Test
    void whatAnOpenLeavesOfALimitOrderRestsOnThePath() {
        onBars(DepthModel.tiers("10", 2));
        buy(25, 102);
        lab.bar(Lab.MINUTE, 100, 101, 99, 101);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@100 TAKER MARKETABLE_LIMIT",
                        "BUY 10@102 TAKER DEPTH_MODEL",
                        "BUY 5@102 MAKER TRADED_THROUGH");
    }

    @Test
    void fillOrKillCountsTheLevelsUpToItsLimit() {
        onTrades(DepthModel.tiers("10", 2));
        Order killed =
                lab.script.desk().buy(Lab.SWAP).lots(21).limit(102).fillOrKill().submit();
        settle(2);
        assertThat(killed.status()).isEqualTo(OrderStatus.CANCELED);
        lab.script.desk().buy(Lab.SWAP).lots(20).limit(102).fillOrKill().submit();
        settle(3);

        assertThat(lab.fills()).containsExactly("BUY 10@100 TAKER MARKETABLE_LIMIT", "BUY 10@102 TAKER DEPTH_MODEL");
    }

    @Test
    void priceProtectionHoldsForModelsToo() {
        lab = Lab.of(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT
                                .withDepth(DepthModel.tiers("10", 2))
                                .withPriceProtectionTicks(3),
                        100_000_000_00L)
                .start(0);
        lab.trade(1, 100, 1);
        buy(25);
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 10@100 TAKER TOOK_BOOK", "BUY 10@102 TAKER DEPTH_MODEL");
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("price protection: nothing more up to 103, 3 ticks from the best price, for the last 5 of"
                        + " sim:SWAP");
    }

    /**
     * By hand: 400 were traded and the price moved once, by 4, so σ = 4 and 100 move the price by 4 √(100 / 400) = 2. Up to x ticks lie 400 (x / 4)²:
     * 6 up to 0.5, 56 up to 1.5, 156 up to 2.5.
     */
    @Test
    void theSquareRootLawByHand() {
        lab = lab(DepthModel.squareRoot(1, Duration.ofDays(1))).start(0);
        lab.trade(1, 100, 200);
        buy(7);
        settle(2);
        lab.trade(3, 104, 200);
        buy(100);
        settle(4);
        lab.script.desk().sell(Lab.SWAP).lots(7).market().submit();
        settle(5);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 7@100 TAKER TOOK_BOOK",
                        "BUY 6@104 TAKER TOOK_BOOK",
                        "BUY 50@105 TAKER DEPTH_MODEL",
                        "BUY 44@106 TAKER DEPTH_MODEL",
                        "SELL 6@104 TAKER TOOK_BOOK",
                        "SELL 1@103 TAKER DEPTH_MODEL");
    }

    @Test
    void theSquareRootLawLearnsFromEveryBar() {
        lab = lab(DepthModel.squareRoot(1, Duration.ofDays(366)))
                .withBars(Lab.M1)
                .start(0);
        io.ttquant.api.exchange.BarSink bars = lab.sink.bars(Lab.M1);
        bars.whole(0, Lab.MINUTE, Lab.MINUTE, 100, 100, 100, 100, 200);
        bars.whole(Lab.MINUTE, 2 * Lab.MINUTE, 2 * Lab.MINUTE, 104, 104, 104, 104, 200);
        buy(100);
        bars.whole(2 * Lab.MINUTE, 3 * Lab.MINUTE, 3 * Lab.MINUTE, 104, 104, 104, 104, 200);

        assertThat(lab.fills().get(0)).isEqualTo("BUY 6@104 TAKER NEXT_OPEN");
        assertThat(lab.fills().get(1)).startsWith("BUY 50@105 TAKER DEPTH_MODEL");
    }

    @Test
    void manyLevelsAreTakenInAFewSteps() {
        lab = lab(DepthModel.squareRoot(1, Duration.ofDays(1))).start(0);
        lab.trade(1, 10_000, 200);
        lab.trade(2, 14_000, 200);
        buy(400);
        settle(3);

        assertThat(lab.fills()).hasSizeBetween(20, 22);
        long cost = lab.script.fills.stream()
                .mapToLong(f -> f.rawQuantity() * (f.rawPrice() - 14_000))
                .sum();
        // Two thirds of σ √(Q / V) = 4,000.
        assertThat(cost / 400.0).isBetween(2_600.0, 2_733.0);
    }

    @Test
    void aModelOfOnesOwnIsWalkedToo() {
        onTrades(new DepthModel() {
            @Override
            public void lay(DepthQuery query, DepthLadder ladder) {
                ladder.level(1, 3);
                ladder.level(7, 4);
            }

            @Override
            public String describe() {
                return "little";
            }
        });
        buy(8);
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 3@101 TAKER TOOK_BOOK", "BUY 4@107 TAKER DEPTH_MODEL");
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("the depth model shows nothing more for the last 1 of sim:SWAP");
    }

    @Test
    void aModelMustLayItsLevelsFromTheBestOn() {
        onTrades(new DepthModel() {
            @Override
            public void lay(DepthQuery query, DepthLadder ladder) {
                ladder.level(2, 3);
                ladder.level(1, 4);
            }

            @Override
            public String describe() {
                return "wrong";
            }
        });
        buy(8);

        assertThatThrownBy(() -> settle(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levels must come from the best (2 ticks so far) to the worst");
    }

    @Test
    void modelsAreReadByName() {
        assertThat(DepthModel.parse("next_tick")).isEqualTo(DepthModel.nextTick());
        assertThat(DepthModel.parse("unlimited")).isEqualTo(DepthModel.unlimited());
        assertThat(DepthModel.parse("fixed_spread 2")).isEqualTo(DepthModel.fixedSpread(2));
        assertThat(DepthModel.parse("tiers 0.5 1")).isEqualTo(DepthModel.tiers("0.5", 1));
        assertThat(DepthModel.parse("square_root 1.5 90m"))
                .isEqualTo(DepthModel.squareRoot(1.5, Duration.ofMinutes(90)));
        for (String wrong :
                new String[] {"", "tiers", "tiers 1", "tiers x 1", "fixed_spread 1.5", "square_root 1 1w"}) {
            assertThatThrownBy(() -> DepthModel.parse(wrong))
                    .hasMessageStartingWith("depth model '" + wrong + "' is not known");
        }
    }

    @Test
    void figuresOutOfRangeAreRefused() {
        assertThatThrownBy(() -> DepthModel.fixedSpread(-1)).hasMessageContaining("must be from 0 to 1000000");
        assertThatThrownBy(() -> DepthModel.tiers("0", 1)).hasMessageContaining("the quantity must be above 0");
        assertThatThrownBy(() -> DepthModel.tiers("1", 0)).hasMessageContaining("the ticks from 1 to");
        assertThatThrownBy(() -> DepthModel.squareRoot(0, Duration.ofDays(1)))
                .hasMessageContaining("must be above 0 and at most 100");
        assertThatThrownBy(() -> DepthModel.squareRoot(1, Duration.ZERO))
                .hasMessageContaining("must be from a second to 366 days");
        assertThatThrownBy(() -> SimulationConfig.DEFAULT.withPriceProtectionTicks(-1))
                .hasMessageContaining("must not be negative");
        onTrades(DepthModel.tiers("0.4", 1));
        buy(1);
        assertThatThrownBy(() -> settle(2)).hasMessageContaining("are smaller than the lot of sim:SWAP, 1");
    }
}
