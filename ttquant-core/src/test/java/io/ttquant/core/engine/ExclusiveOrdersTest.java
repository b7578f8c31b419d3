package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.GroupRequest;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of which one order or the other fills, on the simulated exchange. */
class ExclusiveOrdersTest {
    private static final SimulationConfig SLOW =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(5), Duration.ofSeconds(5)));

    private final Lab lab =
            Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 100_000_00).start(0);

    private OrderGroup breakout() {
        return lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(10).stop(110),
                        lab.script.desk().sell(Lab.SWAP).lots(10).stop(90));
    }

    private void start() {
        lab.trade(1, 100, 1);
    }

    @Test
    void theFirstFillCancelsTheOther() {
        start();
        OrderGroup group = breakout();
        lab.trade(3, 111, 1);
        lab.trade(4, 80, 1);

        assertThat(lab.fills()).hasSize(1);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        OrderEvent.Canceled canceled = (OrderEvent.Canceled) lab.lastEvent();
        assertThat(canceled.message()).isEqualTo("OCO sibling " + group.order(0).clientId() + " filled");
        assertThat(group.isClosed()).isTrue();
        assertThat(group.order(1).group()).isSameAs(group);
        assertThat(lab.script.desk().open(Lab.SWAP.id())).isEmpty();
    }

    @Test
    void aBarThatPassesBothFillsTheFirstOnItsPath() {
        Lab bars = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 100_000_00)
                .withBars(Lab.M1)
                .start(0);
        bars.bar(0, 100, 100, 100, 100);
        OrderGroup group = bars.script
                .desk()
                .oco(
                        bars.script.desk().buy(Lab.SWAP).lots(10).stop(110),
                        bars.script.desk().sell(Lab.SWAP).lots(10).stop(90));
        // The high is nearer to the open than the low, so that it comes first.
        bars.bar(Lab.MINUTE, 100, 112, 80, 100);

        assertThat(bars.fills()).containsExactly("BUY 10@110 TAKER STOP_TRIGGER");
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void onePrintThroughTwoLimitsOfOneSideFillsOne() {
        start();
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(10).limit(95),
                        lab.script.desk().buy(Lab.SWAP).lots(10).limit(94));
        Order alone = lab.script.desk().buy(Lab.SWAP).lots(3).limit(93).submit();
        lab.trade(3, 90, 1000);

        assertThat(lab.fills()).containsExactly("BUY 10@95 MAKER TRADED_THROUGH", "BUY 3@93 MAKER TRADED_THROUGH");
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(alone.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aPartialFillCancelsTheOtherOfOcoAndTheRestWorksOn() {
        start();
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(10).limit(95),
                        lab.script.desk().buy(Lab.SWAP).lots(10).limit(94));
        lab.trade(3, 94, 4);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(group.order(0).rawLeaves()).isEqualTo(6);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
        lab.trade(4, 94, 100);
        assertThat(lab.position()).isEqualTo(10);
    }

    @Test
    void aPartialFillReducesTheOtherOfOuoToWhatIsLeft() {
        start();
        OrderGroup group = lab.script
                .desk()
                .ouo(
                        lab.script.desk().sell(Lab.SWAP).lots(10).limit(105),
                        lab.script.desk().sell(Lab.SWAP).lots(10).stop(95));
        lab.trade(3, 106, 4);

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group.order(1).rawQuantity()).isEqualTo(6);
        lab.trade(4, 94, 1);
        assertThat(lab.position()).isEqualTo(-10);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(group.order(0).rawFilled()).isEqualTo(4);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("OUO sibling " + group.order(1).clientId() + " filled");
    }

    @Test
    void neverBothFillHoweverLateReportsAndCancelsAre() {
        Lab slow = Lab.of(Lab.SWAP, SLOW, 100_000_00).start(0);
        slow.trade(1, 100, 1);
        OrderGroup group = slow.script
                .desk()
                .oco(
                        slow.script.desk().buy(Lab.SWAP).lots(10).stop(110),
                        slow.script.desk().sell(Lab.SWAP).lots(10).stop(90));
        slow.engine.advanceTo(6_000_000_000L);
        slow.trade(6_000_000_001L, 111, 1);
        slow.trade(6_000_000_002L, 80, 1);
        assertThat(group.order(1).isOpen()).as("nobody knows yet").isTrue();
        slow.engine.advanceTo(20_000_000_000L);

        assertThat(slow.position()).isEqualTo(10);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aMemberThatArrivesAfterTheFillOfAnotherEndsAtOnce() {
        start();
        lab.quote(2, 99, 50, 101, 50);
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).lots(10).limit(101),
                        lab.script.desk().sell(Lab.SWAP).lots(10).limit(99));
        lab.engine.advanceTo(3);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER MARKETABLE_LIMIT");
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aMemberRejectedOnArrivalTakesTheOthersWithIt() {
        start();
        lab.quote(2, 99, 50, 101, 50);
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().sell(Lab.SWAP).lots(10).stop(90),
                        lab.script.desk().sell(Lab.SWAP).lots(10).limit(98).postOnly());
        lab.engine.advanceTo(3);

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("OCO sibling " + group.order(1).clientId() + " ended");
    }

    @Test
    void cancellingOneCancelsTheGroupWithOneCommand() {
        start();
        OrderGroup group = breakout();
        lab.engine.advanceTo(2);
        lab.script.desk().cancelAll();
        lab.engine.advanceTo(3);

        assertThat(group.isClosed()).isTrue();
        assertThat(lab.script.events).noneMatch(OrderEvent.CancelRejected.class::isInstance);
    }

    @Test
    void fundsAreHeldBackOnceForTheLargestMember() {
        Lab spot = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00).start(0);
        spot.trade(1, 100, 1);
        OrderGroup group = spot.script
                .desk()
                .oco(
                        spot.script.desk().buy(Lab.SPOT).lots(9).limit(90),
                        spot.script.desk().buy(Lab.SPOT).lots(9).stop(110));
        assertThat(spot.free()).isEqualTo(10_00);
        spot.engine.advanceTo(2);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        spot.trade(3, 89, 5);

        assertThat(spot.free()).as("four more at 90 are open").isEqualTo(1_000_00 - 9 * 90_00);
        spot.trade(4, 89, 100);
        assertThat(spot.free()).isEqualTo(190_00).isEqualTo(spot.cash());
    }

    @Test
    void oneDeniedMemberDeniesAllAndHoldsNothingBack() {
        Lab spot = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00).start(0);
        spot.trade(1, 100, 1);
        OrderGroup group = spot.script
                .desk()
                .oco(
                        spot.script.desk().buy(Lab.SPOT).lots(9).limit(90),
                        spot.script.desk().buy(Lab.SPOT).lots(10).stop(110));
        spot.trade(2, 100, 1);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        OrderEvent.Denied first = (OrderEvent.Denied) spot.script.events.get(0);
        OrderEvent.Denied second = (OrderEvent.Denied) spot.script.events.get(1);
        assertThat(second.reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(first.reason()).isEqualTo(RejectReason.GROUP_DENIED);
        assertThat(first.message())
                .isEqualTo("order " + group.order(1).clientId()
                        + " of the same group was denied (INSUFFICIENT_FUNDS: " + second.message()
                        + "); nothing of the group was sent");
        assertThat(spot.free()).isEqualTo(1_000_00);
        assertThat(spot.script.desk().open(Lab.SPOT.id())).isEmpty();
    }

    @Test
    void anOuoOfTwoSidesIsDenied() {
        start();
        OrderGroup group = lab.script
                .desk()
                .ouo(
                        lab.script.desk().buy(Lab.SWAP).lots(1).limit(90),
                        lab.script.desk().sell(Lab.SWAP).lots(1).limit(110));
        lab.trade(2, 100, 1);

        assertThat(group.isClosed()).isTrue();
        assertThat(((OrderEvent.Denied) lab.lastEvent()).message())
                .isEqualTo("OUO has a BUY and a SELL, which do not stand for one quantity; use oco for both sides");
    }

    @Test
    void anAmendmentThatCrossedAFillDoesNotUndoTheReduction() {
        Lab slow = Lab.of(Lab.SWAP, SLOW, 100_000_00).start(0);
        slow.trade(1, 100, 1);
        OrderGroup group = slow.script
                .desk()
                .ouo(
                        slow.script.desk().sell(Lab.SWAP).lots(10).limit(105),
                        slow.script.desk().sell(Lab.SWAP).lots(10).stop(95));
        slow.engine.advanceTo(20_000_000_000L);
        slow.trade(20_000_000_001L, 106, 4);
        slow.script.desk().amend(group.order(1), Amendment.ofQuantity(12));
        slow.engine.advanceTo(40_000_000_000L);

        OrderEvent.UpdateRejected refused = (OrderEvent.UpdateRejected) slow.lastEvent();
        assertThat(refused.message())
                .isEqualTo("the group of order " + group.order(1).clientId()
                        + " filled while its amendment was on the way, and left it 6; amend again from its new"
                        + " quantity");
        assertThat(group.order(1).rawQuantity()).isEqualTo(6);
    }

    /* The fill left 8, so it did not reduce the stop of 3; the amendment to 10 was sent before it was known. */
    @Test
    void anAmendmentThatCrossedAFillWhichReducedNothingIsRefusedToo() {
        Lab slow = Lab.of(Lab.SWAP, SLOW, 100_000_00).start(0);
        slow.trade(1, 100, 1);
        OrderGroup group = slow.script
                .desk()
                .ouo(
                        slow.script.desk().sell(Lab.SWAP).lots(10).limit(105),
                        slow.script.desk().sell(Lab.SWAP).lots(3).stop(95));
        slow.engine.advanceTo(20_000_000_000L);
        slow.trade(20_000_000_001L, 106, 2);
        slow.script.desk().amend(group.order(1), Amendment.ofQuantity(10));
        slow.engine.advanceTo(40_000_000_000L);

        OrderEvent.UpdateRejected refused = (OrderEvent.UpdateRejected) slow.lastEvent();
        assertThat(refused.message()).endsWith("left it 8; amend again from its new quantity");
        assertThat(group.order(0).rawFilled()).isEqualTo(2);
        slow.script.desk().amend(group.order(1), Amendment.ofQuantity(8));
        slow.engine.advanceTo(60_000_000_000L);
        assertThat(group.order(1).rawQuantity()).isEqualTo(8);
    }

    @Test
    void aGroupOfOneIsRefusedWithItsRule() {
        start();
        assertThatThrownBy(() -> new GroupRequest(GroupKind.OCO, OtoTrigger.PARTIAL, List.of()))
                .hasMessage("an order group of kind OCO cannot have 0 of them; give two or more");
    }
}
