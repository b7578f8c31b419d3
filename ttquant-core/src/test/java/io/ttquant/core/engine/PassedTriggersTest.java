package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops of a position that the exchange refuses because their trigger was passed on arrival: it is left at once. */
class PassedTriggersTest {
    private PartsDesk desk = new PartsDesk(Lab.SWAP, Capability.OCO);

    private Orders orders() {
        return desk.orders();
    }

    private OrderGroup bracket(Orders orders) {
        return desk.bracket(orders);
    }

    private void accept(Order order) {
        desk.accept(order);
    }

    private void fill(Order order, long rawQuantity) {
        desk.fill(order, rawQuantity);
    }

    private void passed(Order order) {
        desk.engine.reports().rejected(order, RejectReason.TRIGGER_ALREADY_PASSED, "would trigger at once", 3);
    }

    private long position() {
        return desk.position();
    }

    /** A bracket of which the entry filled 4, the target so many of them, and the stop was refused then. */
    private OrderGroup refusedAfterTheTargetFilled(long rawQuantity) {
        OrderGroup group = bracket(orders());
        accept(group.order(0));
        fill(group.order(0), 4);
        accept(group.order(1));
        fill(group.order(1), rawQuantity);
        passed(group.order(2));
        return group;
    }

    /** A bracket of which the entry filled in part, the target works and the stop was refused. */
    private OrderGroup refused() {
        OrderGroup group = bracket(orders());
        accept(group.order(0));
        fill(group.order(0), 4);
        accept(group.order(1));
        passed(group.order(2));
        return group;
    }

    @Test
    void thePartThatTheStopWasForIsLeftAtTheMarketAndTheTargetGoesWithIt() {
        OrderGroup group = refused();
        Order exit = group.order(3);
        assertThat(exit.type()).isEqualTo(OrderType.MARKET);
        assertThat(exit.request().isReduceOnly()).isTrue();
        assertThat(exit.rawQuantity()).isEqualTo(4);
        assertThat(exit.request().tag()).isEqualTo("out");
        assertThat(group.order(1).isOpen())
                .as("it stays until the position is gone")
                .isTrue();

        accept(exit);
        fill(exit, 4);
        assertThat(position()).isZero();
        assertThat(desk.venue.sent).contains("cancel 2").endsWith("cancel 1");
        assertThat(group.orders()).hasSize(4);
    }

    @Test
    void theStrategyHearsThatTheStopWasRefusedAndThenOfTheExit() {
        OrderGroup group = refused();
        Order exit = group.order(3);
        accept(exit);
        assertThat(desk.script.events)
                .filteredOn(event -> event instanceof OrderEvent.Rejected || event.order() == exit)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Rejected", "Accepted");
    }

    @Test
    void aFurtherPartOfTheEntryIsProtectedAgain() {
        OrderGroup group = refused();
        accept(group.order(3));
        fill(group.order(3), 4);
        fill(group.order(0), 6);
        List<Order> open = group.orders().stream()
                .filter(order -> order.status() == OrderStatus.SUBMITTED)
                .toList();
        assertThat(open).extracting(Order::type).containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.STOP_MARKET);
        assertThat(open).extracting(Order::rawQuantity).containsOnly(6L);
    }

    @Test
    void whatTheTargetFilledMeanwhileIsNotSoldTwice() {
        OrderGroup group = refusedAfterTheTargetFilled(3);
        assertThat(group.order(3).rawQuantity()).isEqualTo(1);
    }

    @Test
    void nothingIsSentWhereTheTargetHasClosedAll() {
        OrderGroup group = refusedAfterTheTargetFilled(4);
        assertThat(group.orders()).hasSize(3);
    }

    @Test
    void aStopOfUnknownOutcomeIsNotLeftTwice() {
        OrderGroup group = bracket(orders());
        accept(group.order(0));
        fill(group.order(0), 4);
        accept(group.order(1));
        desk.engine.reports().outcomeUnknown(group.order(2), "no answer", 3);
        assertThat(group.orders()).hasSize(3);
        desk.engine.reports().rejected(group.order(2), RejectReason.EXCHANGE, "found nowhere", 4);
        assertThat(group.orders()).hasSize(3);
    }

    @Test
    void aStopThatItsStrategyCancelsIsNotWantedAnyMore() {
        OrderGroup group = bracket(orders());
        accept(group.order(0));
        fill(group.order(0), 4);
        group.cancel();
        passed(group.order(2));
        assertThat(group.orders()).hasSize(3);
    }

    @Test
    void aStopWithALimitBecomesItsLimitOrder() {
        Orders orders = orders();
        OrderGroup group = orders.bracket(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                orders.sell(Lab.SWAP).limit(105),
                orders.sell(Lab.SWAP).stop(90).limit(88));
        accept(group.order(0));
        fill(group.order(0), 10);
        passed(group.order(2));
        assertThat(group.order(3).type()).isEqualTo(OrderType.LIMIT);
        assertThat(group.order(3).rawPrice()).isEqualTo(88);
        assertThat(group.order(3).request().isReduceOnly()).isTrue();
    }

    @Test
    void aStopThatAnEntryReleasedAloneIsLeftToo() {
        Orders orders = orders();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(Lab.SWAP).stop(90));
        accept(group.order(0));
        fill(group.order(0), 4);
        passed(group.order(1));
        assertThat(group.order(2).type()).isEqualTo(OrderType.MARKET);
        accept(group.order(2));
        fill(group.order(2), 4);
        fill(group.order(0), 6);
        assertThat(group.order(3).type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(group.order(3).rawQuantity()).isEqualTo(6);
    }

    @Test
    void theExitOfAStopThatMayDoMoreOnlyReduces() {
        Orders orders = orders();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(Lab.SWAP).stop(90));
        accept(group.order(0));
        fill(group.order(0), 4);
        Order sale = orders.sell(Lab.SWAP).lots(1).market().submit();
        fill(sale, 1);
        passed(group.order(1));
        assertThat(group.order(2).rawQuantity()).isEqualTo(3);
        assertThat(group.order(2).request().isReduceOnly()).isTrue();
    }

    @Test
    void nothingIsSentForAPositionThatIsGone() {
        Orders orders = orders();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SWAP).lots(10).limit(95),
                OtoTrigger.PARTIAL,
                orders.sell(Lab.SWAP).stop(90));
        accept(group.order(0));
        fill(group.order(0), 4);
        Order sale = orders.sell(Lab.SWAP).lots(4).market().submit();
        fill(sale, 4);
        passed(group.order(1));
        assertThat(group.orders()).hasSize(2);
    }

    @Test
    void aStopThatEntersAnewAfterAProfitWasTakenIsTheStrategysMatter() {
        Orders orders = orders();
        fill(orders.buy(Lab.SWAP).lots(10).market().submit(), 10);
        OrderGroup group = orders.oto(
                orders.sell(Lab.SWAP).lots(4).limit(105).reduceOnly(),
                OtoTrigger.PARTIAL,
                orders.buy(Lab.SWAP).stop(110));
        accept(group.order(0));
        fill(group.order(0), 4);
        passed(group.order(1));
        assertThat(group.orders()).hasSize(2);
    }

    @Test
    void aLoneStopThatOnlyReducesIsLeftForNoMoreThanIsHeld() {
        Orders orders = orders();
        Order entry = orders.buy(Lab.SWAP).lots(10).market().submit();
        fill(entry, 10);
        Order stop = orders.sell(Lab.SWAP).lots(8).stop(90).reduceOnly().submit();
        Order sale = orders.sell(Lab.SWAP).lots(7).market().submit();
        fill(sale, 7);
        passed(stop);
        List<Order> open = desk.script.desk().open(Lab.SWAP.id());
        assertThat(open).extracting(Order::type).containsExactly(OrderType.MARKET);
        assertThat(open.get(0).rawQuantity()).isEqualTo(3);
    }

    @Test
    void aStopThatOpensAndATrailingOneAreTheStrategysMatter() {
        Orders orders = orders();
        Order entry = orders.buy(Lab.SWAP).lots(10).stop(110).submit();
        passed(entry);
        Order held = orders.buy(Lab.SWAP).lots(10).market().submit();
        fill(held, 10);
        Order trailing = orders.sell(Lab.SWAP)
                .lots(8)
                .trailingBasisPoints("100")
                .reduceOnly()
                .submit();
        passed(trailing);
        assertThat(desk.script.desk().open(Lab.SWAP.id())).isEmpty();
    }

    @Test
    void aRefusedExitEndsTheGroup() {
        OrderGroup group = refused();
        desk.engine.reports().rejected(group.order(3), RejectReason.EXCHANGE, "no", 5);
        assertThat(desk.venue.sent).endsWith("cancel 2");
    }

    @Test
    void whatIsTooLittleToLeaveIsProtectedWithTheNextFill() {
        desk = new PartsDesk(
                Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(3)).build(), Capability.OCO);
        OrderGroup group = refusedAfterTheTargetFilled(2);
        assertThat(group.order(3).status()).as("2 of at least 3").isEqualTo(OrderStatus.DENIED);
        desk.canceled(group.order(1));
        fill(group.order(0), 3);
        assertThat(group.orders().stream().filter(Order::isOpen).skip(1))
                .extracting(order -> order.type() + " " + order.rawQuantity())
                .containsExactly("LIMIT 5", "STOP_MARKET 5");
    }

    @Test
    void simulatedExchangesThatRefuseSuchStopsEndWhereThoseDoThatTriggerThem() {
        for (boolean isRefused : new boolean[] {false, true}) {
            Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT.withPassedStopsRejected(isRefused), 100_000_00)
                    .start(0);
            lab.trade(1, 100, 1);
            OrderGroup group = bracket(lab.script.desk());
            lab.engine.advanceTo(2);
            lab.trade(3, 85, 100);
            lab.trade(4, 85, 100);
            assertThat(lab.position()).as("refused: " + isRefused).isZero();
            assertThat(group.isClosed()).isTrue();
            assertThat(lab.fills()).hasSize(2).last().asString().startsWith("SELL 10@85");
        }
    }
}
