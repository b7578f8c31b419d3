package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** If-touched orders, trailing stops and trigger sources, on trades, quotes and bars. */
class TriggeredOrdersTest {
    private static final TrailingOffset FIVE_TICKS = TrailingOffset.of(TrailingOffset.Kind.TICKS, 5);

    private static Lab ticks(SimulationConfig config) {
        Lab lab = Lab.of(Lab.SWAP, config, 1_000_000_00).start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    private static Lab ticks() {
        return ticks(SimulationConfig.DEFAULT);
    }

    private static Lab bars() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        return lab;
    }

    private static Orders desk(Lab lab) {
        return lab.script.desk();
    }

    // If touched.

    @Test
    void ifTouchedTriggersWhereAStopWouldNot() {
        Lab lab = ticks();
        desk(lab).buy(Lab.SWAP).lots(1).ifTouched(95).submit();
        desk(lab).sell(Lab.SWAP).lots(2).ifTouched(105).submit();
        lab.trade(2, 96, 1);
        lab.trade(3, 104, 1);
        assertThat(lab.fills()).isEmpty();
        lab.trade(4, 95, 1);
        lab.trade(5, 107, 1);

        assertThat(lab.fills()).containsExactly("BUY 1@95 TAKER IF_TOUCHED_TRIGGER", "SELL 2@107 TAKER IF_TOUCHED_GAP");
    }

    @Test
    void ifTouchedTakesTheQuoteAndNotItsTrigger() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.quote(1, 99, 5, 101, 5);
        desk(lab).buy(Lab.SWAP).lots(7).ifTouched(96).submit();
        lab.quote(2, 93, 5, 94, 5);

        assertThat(lab.fills()).containsExactly("BUY 5@94 TAKER IF_TOUCHED_GAP", "BUY 2@95 TAKER IF_TOUCHED_GAP");
    }

    @Test
    void aLimitIfTouchedIsALimitOrderOnceTriggered() {
        Lab lab = ticks();
        Order order = desk(lab).buy(Lab.SWAP).lots(1).ifTouched(95).limit(93).submit();
        lab.trade(2, 95, 1);
        assertThat(order.status()).isEqualTo(OrderStatus.TRIGGERED);
        assertThat(lab.fills()).isEmpty();
        lab.trade(3, 92, 1);

        assertThat(lab.fills()).containsExactly("BUY 1@93 MAKER TRADED_THROUGH");
    }

    @Test
    void onABarItIsFilledAtItsTriggerOrAtABetterOpen() {
        Lab lab = bars();
        desk(lab).buy(Lab.SWAP).lots(1).ifTouched(95).submit();
        desk(lab).sell(Lab.SWAP).lots(2).ifTouched(105).submit();
        lab.bar(Lab.MINUTE, 100, 101, 95, 100);
        lab.bar(2 * Lab.MINUTE, 108, 109, 107, 108);

        assertThat(lab.fills()).containsExactly("BUY 1@95 TAKER IF_TOUCHED_TRIGGER", "SELL 2@108 TAKER IF_TOUCHED_GAP");
    }

    @Test
    void aTouchedTriggerIsRejectedOnArrivalIfPassedStopsAre() {
        Lab lab = ticks(SimulationConfig.DEFAULT.withPassedStopsRejected(true));
        desk(lab).buy(Lab.SWAP).lots(1).ifTouched(100).submit();
        lab.engine.settle();

        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.TRIGGER_ALREADY_PASSED);
        assertThat(rejected.message())
                .isEqualTo("trigger 100 of sim:SWAP is already passed; the market is at 100; choose one that is not, or"
                        + " send a market order");
    }

    // Trailing.

    @Test
    void aTrailingStopFollowsOnlyForBetterAndTriggersWhenThePriceTurns() {
        Lab lab = ticks();
        Order order = desk(lab).sell(Lab.SWAP).lots(1).trailing(FIVE_TICKS).submit();
        lab.engine.settle();
        assertThat(order.rawTrigger()).isEqualTo(95);
        lab.trade(2, 110, 1);
        assertThat(order.rawTrigger()).isEqualTo(105);
        lab.trade(3, 106, 1);
        assertThat(order.rawTrigger()).isEqualTo(105);
        assertThat(lab.fills()).isEmpty();
        lab.trade(4, 104, 1);

        assertThat(lab.fills()).containsExactly("SELL 1@104 TAKER STOP_GAP");
    }

    @Test
    void aBuyFollowsDown() {
        Lab lab = ticks();
        Order order = desk(lab).buy(Lab.SWAP).lots(1).trailing(FIVE_TICKS).submit();
        lab.trade(2, 80, 1);
        assertThat(order.rawTrigger()).isEqualTo(85);
        lab.trade(3, 85, 1);

        assertThat(lab.fills()).containsExactly("BUY 1@85 TAKER STOP_TRIGGER");
    }

    @Test
    void basisPointsAreOfTheFollowedPriceAndRoundedAwayFromTheMarket() {
        Lab lab = ticks();
        Order sell = desk(lab).sell(Lab.SWAP).lots(1).trailingBasisPoints("150").submit();
        Order buy = desk(lab).buy(Lab.SWAP).lots(1).trailingBasisPoints("150").submit();
        lab.engine.settle();

        assertThat(sell.rawTrigger()).isEqualTo(98); // 98.5
        assertThat(buy.rawTrigger()).isEqualTo(102); // 101.5
    }

    @Test
    void itDoesNotFollowBeforeItsActivationPrice() {
        Lab lab = ticks();
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .trailing(FIVE_TICKS.withActivation(110))
                .submit();
        lab.trade(2, 109, 1);
        lab.trade(3, 50, 1);
        assertThat(order.rawTrigger()).isZero();
        assertThat(lab.fills()).isEmpty();
        lab.trade(4, 110, 1);
        assertThat(order.rawTrigger()).isEqualTo(105);
        lab.trade(5, 105, 1);

        assertThat(lab.fills()).containsExactly("SELL 1@105 TAKER STOP_TRIGGER");
    }

    @Test
    void anAmendmentMovesTheTriggerWhichGoesOnFromThere() {
        Lab lab = ticks();
        Order order = desk(lab).sell(Lab.SWAP).lots(1).trailing(FIVE_TICKS).submit();
        desk(lab).amend(order, Amendment.ofTrigger(98));
        lab.trade(2, 102, 1);
        assertThat(order.rawTrigger()).isEqualTo(98);
        lab.trade(3, 104, 1);
        assertThat(order.rawTrigger()).isEqualTo(99);
    }

    @Test
    void aTriggerThatThereIsNotYetCannotBeAmended() {
        Lab lab = ticks();
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .trailing(FIVE_TICKS.withActivation(110))
                .submit();
        desk(lab).amend(order, Amendment.ofTrigger(98));
        lab.engine.settle();

        OrderEvent.UpdateRejected rejected = (OrderEvent.UpdateRejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID_AMENDMENT);
        assertThat(rejected.message())
                .isEqualTo("trigger price 98 cannot replace that of order tt1, which does not follow the market yet and"
                        + " has none; wait until it is active, or send a new order");
    }

    @Test
    void aTrailingStopLimitHasItsLimitFromItsTrigger() {
        Lab lab = ticks();
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .trailingLimit(FIVE_TICKS.withLimitDistance(2))
                .submit();
        lab.trade(2, 90, 1);
        assertThat(order.status()).isEqualTo(OrderStatus.TRIGGERED);
        assertThat(order.rawTrigger()).isEqualTo(95);
        assertThat(order.rawPrice()).isEqualTo(93);
        assertThat(lab.script.heard).endsWith("Updated 1", "Triggered 1");
        lab.trade(3, 94, 1);

        assertThat(lab.fills()).containsExactly("SELL 1@93 MAKER TRADED_THROUGH");
    }

    @Test
    void onABarItFollowsThePathPointByPoint() {
        Lab lab = bars();
        Order order = desk(lab).sell(Lab.SWAP).lots(1).trailing(FIVE_TICKS).submit();
        // Low first: down to 96 does not trigger 95, then up to 112 moves it to 107, and the close meets it there.
        lab.bar(Lab.MINUTE, 100, 112, 96, 103);

        assertThat(order.rawTrigger()).isEqualTo(107);
        assertThat(lab.fills()).containsExactly("SELL 1@107 TAKER STOP_TRIGGER");
    }

    @Test
    void onABarAGapThroughTheTriggerFillsAtTheOpen() {
        Lab lab = bars();
        desk(lab).sell(Lab.SWAP).lots(1).trailing(FIVE_TICKS).submit();
        lab.bar(Lab.MINUTE, 90, 120, 89, 100);

        assertThat(lab.fills()).containsExactly("SELL 1@90 TAKER STOP_GAP");
    }

    @Test
    void aHundredTrailingStopsAreFilledNearestFirst() {
        Lab lab = ticks();
        for (int i = 1; i <= 100; i++) {
            desk(lab)
                    .sell(Lab.SWAP)
                    .lots(i)
                    .trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, 1 + (i * 37) % 50))
                    .submit();
        }
        lab.trade(2, 200, 1);
        lab.trade(3, 150, 1);

        assertThat(lab.script.fills).hasSize(100);
        assertThat(lab.script.fills)
                .isSortedAccordingTo(java.util.Comparator.comparingLong(
                        f -> -f.order().rawTrigger() * 1_000 + f.order().sequence()));
    }

    // Sources.

    @Test
    void markAndIndexPricesTriggerAndFillNothing() {
        Lab lab = ticks();
        desk(lab).sell(Lab.SWAP).lots(1).stop(95).triggerBy(TriggerSource.MARK).submit();
        desk(lab).buy(Lab.SWAP).lots(2).stop(105).triggerBy(TriggerSource.INDEX).submit();
        lab.trade(2, 90, 1);
        lab.trade(3, 110, 1);
        assertThat(lab.fills()).isEmpty();
        lab.sink.markPrice(4, 4, 95);
        lab.sink.indexPrice(5, 5, 105);

        assertThat(lab.fills()).containsExactly("SELL 1@110 TAKER TOOK_BOOK", "BUY 2@110 TAKER TOOK_BOOK");
        assertThat(lab.script.ctx().market(Lab.SWAP.id()).rawMark()).isEqualTo(95);
        assertThat(lab.script.ctx().market(Lab.SWAP.id()).rawIndex()).isEqualTo(105);
    }

    @Test
    void aTrailingStopFollowsTheMarkPrice() {
        Lab lab = ticks();
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .trailing(FIVE_TICKS)
                .triggerBy(TriggerSource.MARK)
                .submit();
        assertThat(order.rawTrigger()).isZero();
        lab.sink.markPrice(2, 2, 120);
        lab.trade(3, 300, 1);
        assertThat(order.rawTrigger()).isEqualTo(115);
        lab.sink.markPrice(4, 4, 114);

        assertThat(lab.fills()).containsExactly("SELL 1@300 TAKER TOOK_BOOK");
    }

    @Test
    void insideABarAMarkTriggeredOrderMeetsThePathAtThatMoment() {
        Lab lab = bars();
        desk(lab).sell(Lab.SWAP).lots(1).stop(95).triggerBy(TriggerSource.MARK).submit();
        lab.open(Lab.MINUTE, 100);
        lab.sink.markPrice(Lab.MINUTE + Lab.MINUTE / 2, Lab.MINUTE + Lab.MINUTE / 2, 95);
        // 100 to 102 to 90 to 95, a third of a minute each: halfway between 102 and 90 after half of it.
        lab.close(Lab.MINUTE, 100, 102, 90, 95, 1_000);

        assertThat(lab.fills()).containsExactly("SELL 1@96 TAKER BAR_PATH");
    }

    @Test
    void aQuoteTriggersWhereThatIsAskedFor() {
        Lab lab = ticks();
        lab.quote(2, 99, 10, 101, 10);
        desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .triggerBy(TriggerSource.BID_ASK)
                .submit();
        lab.trade(3, 90, 1);
        assertThat(lab.fills()).isEmpty();
        lab.quote(4, 94, 10, 96, 10);

        assertThat(lab.fills()).containsExactly("SELL 1@94 TAKER STOP_GAP");
    }

    @Test
    void withoutQuotesTheLastPriceStandsForThem() {
        Lab lab = ticks();
        desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .triggerBy(TriggerSource.BID_ASK)
                .submit();
        lab.trade(2, 95, 1);

        assertThat(lab.fills()).containsExactly("SELL 1@95 TAKER STOP_TRIGGER");
    }

    @Test
    void withQuotesAloneAnOrderThatAsksForTradesWaits() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.quote(1, 99, 10, 101, 10);
        Order order = desk(lab)
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .triggerBy(TriggerSource.LAST)
                .submit();
        lab.quote(2, 90, 10, 91, 10);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(3, 90, 1);

        assertThat(lab.fills()).containsExactly("SELL 1@90 TAKER STOP_GAP");
    }
}
