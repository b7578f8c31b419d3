package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders that their parent's fills release. */
class BracketOrdersTest {
    private final Lab ticks =
            Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 100_000_00).start(0);

    private static OrderGroup bracket(Lab lab, long lots, long entry, long takeProfit, long stopLoss) {
        Orders orders = lab.script.desk();
        return orders.bracket(
                orders.buy(lab.instrument).lots(lots).limit(entry),
                orders.sell(lab.instrument).limit(takeProfit),
                orders.sell(lab.instrument).stop(stopLoss));
    }

    private static Lab bars() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 100_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        return lab;
    }

    @Test
    void exitsAreHeldUntilTheEntryFills() {
        ticks.trade(1, 100, 1);
        OrderGroup group = bracket(ticks, 10, 95, 105, 90);
        Order takeProfit = group.order(1);
        ticks.engine.advanceTo(2);

        assertThat(takeProfit.status()).isEqualTo(OrderStatus.INITIALIZED);
        assertThat(takeProfit.isHeld()).isTrue();
        assertThat(takeProfit.parent()).isSameAs(group.order(0));
        assertThat(takeProfit.group()).isNotSameAs(group);
        assertThat(group.order(0).group()).isSameAs(group);
        assertThat(ticks.script.desk().held(Lab.SWAP.id())).containsExactly(group.order(1), group.order(2));
        ticks.trade(3, 94, 4);
        assertThat(takeProfit.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(takeProfit.rawQuantity()).isEqualTo(4);
        ticks.trade(4, 94, 100);
        assertThat(takeProfit.rawQuantity()).isEqualTo(10);
        assertThat(group.order(2).rawQuantity()).isEqualTo(10);
        assertThat(ticks.script.desk().held(Lab.SWAP.id())).isEmpty();
        ticks.trade(5, 106, 100);
        assertThat(ticks.position()).isZero();
        assertThat(group.isClosed()).isTrue();
        assertThat(group.orders()).hasSize(3);
    }

    @Test
    void entryAndTakeProfitFillInsideOneBar() {
        Lab lab = bars();
        OrderGroup group = bracket(lab, 10, 95, 105, 80);
        // Low first: the entry fills at 95 on the way down, the take-profit on the way up.
        lab.bar(Lab.MINUTE, 100, 110, 92, 104);

        assertThat(lab.fills()).containsExactly("BUY 10@95 MAKER TRADED_THROUGH", "SELL 10@105 MAKER TRADED_THROUGH");
        assertThat(group.isClosed()).isTrue();
    }

    @Test
    void ofBothExitsInsideTheEntrysBarTheOneThatComesFirstOnThePathFills() {
        Lab lab = bars();
        OrderGroup group = bracket(lab, 10, 98, 105, 94);
        // Low first: 98, then 94 on the same way down.
        lab.bar(Lab.MINUTE, 100, 110, 92, 104);

        assertThat(lab.fills()).containsExactly("BUY 10@98 MAKER TRADED_THROUGH", "SELL 10@94 TAKER STOP_TRIGGER");
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void anOpenPastEntryAndStopLossFillsBothAtTheOpen() {
        Lab lab = bars();
        bracket(lab, 10, 98, 105, 94);
        lab.bar(Lab.MINUTE, 90, 91, 89, 90);

        assertThat(lab.fills()).containsExactly("BUY 10@90 MAKER LIMIT_AT_OPEN", "SELL 10@90 TAKER NEXT_OPEN");
        assertThat(lab.position()).isZero();
    }

    @Test
    void aGapThroughBothExitsFillsOne() {
        Lab lab = bars();
        OrderGroup group = bracket(lab, 10, 98, 105, 94);
        lab.bar(Lab.MINUTE, 100, 101, 97, 100);
        lab.bar(2 * Lab.MINUTE, 120, 121, 80, 90);

        assertThat(lab.position()).isZero();
        assertThat(lab.fills().get(1)).isEqualTo("SELL 10@120 MAKER LIMIT_AT_OPEN");
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aParentCancelledAfterAPartialFillKeepsExitsForTheFilledPart() {
        ticks.trade(1, 100, 1);
        OrderGroup group = bracket(ticks, 10, 95, 105, 90);
        ticks.trade(3, 94, 4);
        ticks.script.desk().cancel(group.order(0));
        ticks.engine.advanceTo(4);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(group.order(2).rawQuantity()).isEqualTo(4);
        ticks.trade(5, 89, 1);
        assertThat(ticks.position()).isZero();
        assertThat(group.isClosed()).isTrue();
    }

    @Test
    void aParentThatEndsUnfilledCancelsItsHeldChildren() {
        ticks.trade(1, 100, 1);
        OrderGroup group = bracket(ticks, 10, 95, 105, 90);
        ticks.engine.advanceTo(2);
        ticks.script.desk().cancel(group.order(0));
        ticks.engine.advanceTo(3);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.CANCELED);
        assertThat(((OrderEvent.Canceled) ticks.lastEvent()).message())
                .isEqualTo("parent " + group.order(0).clientId() + " is CANCELED and released nothing");
    }

    @Test
    void anExitThatFillsCancelsTheRestOfTheEntry() {
        ticks.trade(1, 100, 1);
        OrderGroup group = bracket(ticks, 10, 95, 105, 90);
        ticks.trade(3, 94, 4);
        ticks.trade(4, 106, 100);

        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(ticks.script.events)
                .anyMatch(e -> e instanceof OrderEvent.Canceled c
                        && c.order() == group.order(0)
                        && c.message().equals("an exit of its bracket filled"));
        assertThat(group.isClosed()).isTrue();
        assertThat(ticks.position()).isZero();
    }

    @Test
    void aFillThatOvertakesTheEndOfTheBracketGetsExitsOfItsOwn() {
        Lab slow = Lab.of(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ofSeconds(5), Duration.ofSeconds(5))),
                        100_000_00)
                .start(0);
        long s = 1_000_000_000L;
        slow.trade(1, 100, 1);
        OrderGroup group = bracket(slow, 10, 95, 105, 90);
        slow.trade(11 * s, 94, 4);
        slow.trade(30 * s, 106, 100);
        // The take-profit has filled and the entry is being cancelled, when the entry fills two more.
        slow.trade(31 * s, 94, 2);
        slow.engine.advanceTo(60 * s);

        assertThat(group.order(0).rawFilled()).isEqualTo(6);
        assertThat(group.orders()).hasSize(5);
        assertThat(group.order(4).rawQuantity()).isEqualTo(2);
        slow.trade(61 * s, 80, 1);
        slow.engine.advanceTo(90 * s);
        assertThat(slow.position()).isZero();
        assertThat(group.isClosed()).isTrue();
    }

    @Test
    void aFullTriggerWaitsForTheLastFill() {
        ticks.trade(1, 100, 1);
        Orders orders = ticks.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.FULL,
                orders.sell(Lab.SWAP).lots(3).limit(105));
        assertThat(group.kind()).isEqualTo(GroupKind.OTO);
        ticks.trade(3, 94, 4);
        assertThat(group.order(1).isHeld()).isTrue();
        ticks.trade(4, 94, 6);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group.order(1).rawQuantity()).isEqualTo(3);
    }

    @Test
    void aFullTriggerWhoseParentEndsEarlierReleasesNothing() {
        ticks.trade(1, 100, 1);
        Orders orders = ticks.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.FULL,
                orders.sell(Lab.SWAP).lots(3).limit(105));
        ticks.trade(3, 94, 4);
        orders.cancel(group.order(0));
        ticks.engine.advanceTo(5);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aHeldChildIsAmendedAndCancelledHere() {
        ticks.trade(1, 100, 1);
        OrderGroup group = bracket(ticks, 10, 95, 105, 90);
        Orders orders = ticks.script.desk();
        orders.amend(group.order(1), Amendment.ofPrice(107));
        assertThat(group.order(1).rawPrice()).isEqualTo(107);
        ticks.engine.advanceTo(2);
        assertThat(ticks.lastEvent()).isInstanceOf(OrderEvent.Updated.class);
        orders.amend(group.order(1), Amendment.ofTrigger(3));
        ticks.trade(3, 100, 1);
        assertThat(((OrderEvent.UpdateRejected) ticks.lastEvent()).reason()).isEqualTo(RejectReason.INVALID_AMENDMENT);
        orders.cancel(group.order(2));
        assertThat(group.order(1).status()).as("a group ends as a whole").isEqualTo(OrderStatus.CANCELED);
        ticks.trade(4, 94, 100);
        assertThat(ticks.position()).isEqualTo(10);
        assertThat(orders.open(Lab.SWAP.id())).isEmpty();
    }

    @Test
    void aChildThatLacksFundsWhenItIsReleasedIsDeniedThen() {
        Lab spot = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00).start(0);
        spot.trade(1, 100, 1);
        Orders orders = spot.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SPOT).lots(6).limit(95),
                OtoTrigger.PARTIAL,
                orders.buy(Lab.SPOT).lots(6).limit(90));
        assertThat(spot.free()).as("a held child holds nothing back").isEqualTo(1_000_00 - 6 * 95_00);
        spot.trade(3, 94, 100);

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(((OrderEvent.Denied) spot.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void spotExitsHoldWhatTheyWouldSellBackOnce() {
        Lab spot = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00).start(0);
        spot.trade(1, 100, 1);
        OrderGroup group = bracket(spot, 10, 95, 105, 90);
        spot.trade(3, 94, 100);

        assertThat(group.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(spot.engine.ledger().balance("ABC").rawFree()).isZero();
        spot.trade(4, 89, 100);
        assertThat(spot.cash()).isEqualTo(1_000_00 - 950_00 + 890_00).isEqualTo(spot.free());
    }

    @Test
    void aBracketWithAnExitOfTheEntrysSideIsDenied() {
        ticks.trade(1, 100, 1);
        Orders orders = ticks.script.desk();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                orders.buy(Lab.SWAP).limit(105),
                orders.sell(Lab.SWAP).stop(90));
        ticks.trade(2, 100, 1);
        assertThat(group.isClosed()).isTrue();
        assertThat(((OrderEvent.Denied) ticks.lastEvent()).message())
                .isEqualTo("the BUY exit of a bracket does not close its BUY entry; give it the other side");
    }

    @Test
    void aBracketIsDeniedForAHeldExitThatItsInstrumentWouldNotTake() {
        ticks.trade(1, 100, 1);
        Orders orders = ticks.script.desk();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                orders.sell(Lab.SWAP).limit(105).rawDisplay(20),
                orders.sell(Lab.SWAP).rawStop(-1));
        assertThat(group.isClosed()).isTrue();
        assertThat(orders.held(Lab.SWAP.id())).isEmpty();
    }

    @Test
    void anEntryMaySpendAnAmountAndItsExitsFollowWhatThatBuys() {
        ticks.trade(1, 100, 1);
        Orders orders = ticks.script.desk();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).spend("1050"),
                orders.sell(Lab.SWAP).limit(105),
                orders.sell(Lab.SWAP).stop(90));
        ticks.engine.advanceTo(2);
        assertThat(ticks.position()).isEqualTo(10);
        assertThat(group.order(2).rawQuantity()).isEqualTo(10);
        OrderGroup refused = orders.oco(
                orders.buy(Lab.SWAP).spend("1050"),
                orders.sell(Lab.SWAP).lots(1).limit(105));
        ticks.trade(3, 100, 1);
        assertThat(refused.order(0).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(((OrderEvent.Denied) ticks.lastEvent()).message())
                .isEqualTo("OCO has an order that spends an amount, which no other order can follow or share; give it a"
                        + " quantity");
    }
}
