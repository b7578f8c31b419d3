package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two strategies hold coins of one spot account, 10 each: no exit of one sells what the other holds. */
class SharedCoinsTest {
    private static final Instrument TWIN = Instrument.spot(InstrumentId.parse("sim:TWIN"), Lab.ABC, Lab.USD)
            .tick("1")
            .lot("1")
            .build();

    private final Script other = new Script();

    /** The other one has bought its coins; some more are there from the start. */
    private PartsDesk desk(Instrument where, long coins, Capability... missing) {
        PartsDesk desk = new PartsDesk(
                Lab.SPOT, b -> b.instrument(TWIN).startBalance(Lab.ABC, coins).strategy("t", other), missing);
        desk.orders();
        Order theirs = other.desk().buy(where).rawQuantity(10).limit("95").submit();
        desk.accept(theirs);
        desk.fill(theirs, 10);
        return desk;
    }

    private static OrderGroup oto(PartsDesk desk, OtoTrigger trigger) {
        Orders orders = desk.script.desk();
        OrderGroup group = orders.oto(
                orders.buy(Lab.SPOT).rawQuantity(10).limit(95),
                trigger,
                orders.sell(Lab.SPOT).stop(90));
        desk.accept(group.order(0));
        return group;
    }

    private static Order sell(PartsDesk desk, long quantity) {
        Order order =
                desk.script.desk().sell(Lab.SPOT).rawQuantity(quantity).market().submit();
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        return order;
    }

    private static void sold(PartsDesk desk, long quantity) {
        Order order = sell(desk, quantity);
        desk.accept(order);
        desk.fill(order, quantity);
    }

    private static void passed(PartsDesk desk, Order order) {
        desk.engine.reports().rejected(order, RejectReason.TRIGGER_ALREADY_PASSED, "would trigger at once", 3);
    }

    private static List<Long> exits(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.type() == OrderType.MARKET && order.side() == Side.SELL)
                .map(Order::rawQuantity)
                .toList();
    }

    private static List<Long> offered(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.isOpen() && order.side() == Side.SELL)
                .map(Order::rawQuantity)
                .toList();
    }

    @Test
    void aPassedStopSellsNothingOnceTheStrategySoldItsCoins() {
        for (Instrument theirs : List.of(Lab.SPOT, TWIN)) {
            PartsDesk desk = desk(theirs, 0);
            OrderGroup group = oto(desk, OtoTrigger.PARTIAL);
            desk.fill(group.order(0), 10);
            sold(desk, 10);
            assertThat(desk.position()).isZero();
            passed(desk, group.order(1));
            assertThat(exits(group)).as("%s", theirs).isEmpty();
            assertThat(offered(group)).as("%s", theirs).isEmpty();
        }
    }

    /** Also while its own sale is not filled yet. */
    @ParameterizedTest
    @CsvSource({"4, true, 6", "4, false, 6", "9, true, 1", "9, false, 1"})
    void aPassedStopSellsWhatItsStrategyHasLeft(long quantity, boolean isFilled, long exit) {
        PartsDesk desk = desk(Lab.SPOT, 0);
        OrderGroup group = oto(desk, OtoTrigger.PARTIAL);
        desk.fill(group.order(0), 10);
        if (isFilled) {
            sold(desk, quantity);
        } else {
            sell(desk, quantity);
        }
        passed(desk, group.order(1));
        assertThat(exits(group)).containsExactly(exit);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void coinsOfTheStartThatItSoldTakeNothingFromTheExit(boolean areTheirsOnSale) {
        PartsDesk desk = desk(Lab.SPOT, 10);
        sold(desk, 10);
        OrderGroup group = oto(desk, OtoTrigger.PARTIAL);
        desk.fill(group.order(0), 10);
        if (areTheirsOnSale) {
            other.desk().sell(Lab.SPOT).rawQuantity(10).limit("130").submit();
        }
        assertThat(desk.position()).isZero();
        passed(desk, group.order(1));
        assertThat(exits(group)).containsExactly(10L);
    }

    @Test
    void aStopThatIsReleasedIsForWhatTheStrategyHasLeft() {
        PartsDesk desk = desk(Lab.SPOT, 0);
        OrderGroup group = oto(desk, OtoTrigger.FULL);
        desk.fill(group.order(0), 6);
        sold(desk, 6);
        desk.fill(group.order(0), 4);
        assertThat(offered(group)).containsExactly(4L);
    }

    @Test
    void aStopThatIsReleasedLeavesOutWhatItsStrategyIsSelling() {
        PartsDesk desk = desk(Lab.SPOT, 0);
        OrderGroup group = oto(desk, OtoTrigger.FULL);
        desk.fill(group.order(0), 6);
        sell(desk, 6);
        desk.fill(group.order(0), 4);
        assertThat(offered(group)).containsExactly(4L);
    }

    @Test
    void aFurtherPartIsForWhatTheStrategyHasLeft() {
        PartsDesk desk = desk(Lab.SPOT, 0, Capability.AMEND_CONDITIONAL);
        OrderGroup group = oto(desk, OtoTrigger.PARTIAL);
        desk.fill(group.order(0), 4);
        desk.accept(group.order(1));
        sold(desk, 3);
        desk.fill(group.order(0), 6);
        assertThat(offered(group)).containsExactly(4L, 3L);
    }

    @Test
    void coinsOfTheStartThatItSoldTakeNothingFromItsParts() {
        PartsDesk desk = desk(Lab.SPOT, 10, Capability.AMEND_CONDITIONAL);
        sold(desk, 10);
        OrderGroup group = oto(desk, OtoTrigger.PARTIAL);
        desk.fill(group.order(0), 4);
        desk.accept(group.order(1));
        desk.fill(group.order(0), 6);
        assertThat(offered(group)).containsExactly(4L, 6L);
    }
}
