package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of orders, of unknown outcome and overtaken by fills. Spot changes no order in place. */
class AmendmentsTest {
    private static final BinanceVenues VENUE = BinanceVenues.USDM;

    @Row("A21")
    @ParameterizedTest
    @EnumSource
    void anOrderHasTheFiguresThatItHasAtTheVenueWhateverBecameOfItsChange(CommandFault fault) {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.02", "59000");
        s.seconds(1);
        s.faults().requests(VENUE::isAmend, fault.fault(), 1);
        s.amend(order, "0.03", "58900");
        s.settle().agree();
        assertThat(order.rawQuantity()).isEqualTo(fault.hasEffect() ? 30 : 20);
        assertThat(order.rawPrice()).isEqualTo(fault.hasEffect() ? 589_000 : 590_000);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource(names = {"REQUEST_LOST", "ANSWER_LOST", "ARRIVES_LATE_IN_ITS_WINDOW", "VENUE_DOES_NOT_KNOW_AFTER"})
    void aFillThatLandsWhileAChangeIsUnderWayNeitherGrowsNorIsLost(CommandFault fault) {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().requests(VENUE::isAmend, fault.fault(), 1);
        s.amend(order, "0.05", "59996");
        s.trade(Side.SELL, "59995", "0.01").seconds(10).trade(Side.SELL, "59995", "0.01");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order.rawFilled()).isEqualTo(20);
        assertThat(order.rawQuantity()).isEqualTo(fault.hasEffect() ? 50 : 30);
    }

    @Row("A21")
    @Test
    void theQuantityOfAChangeIsTheWholeOrdersNotWhatIsLeft() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(1);
        s.amend(order, "0.04", "59995");
        s.seconds(2).trade(Side.SELL, "59995", "0.5");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.rawFilled()).isEqualTo(40);
    }

    @Row({"A21", "A11"})
    @Test
    void aChangeWhoseNewsAreLostIsFound() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        s.faults().frames(VENUE.orderNews(), new FrameFault.Lose(), 1);
        s.faults().requests(VENUE::isAmend, new RequestFault.LoseAnswer(), 1);
        s.amend(order, "0.01", "59000");
        s.settle().agree();
        assertThat(order.rawQuantity()).isEqualTo(10);
    }

    @Row("A21")
    @Test
    void aChangeOfAnOrderThatFilledMeanwhileIsRefusedAndTheOrderIsFilled() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(VENUE.orderNews(), new FrameFault.Delay(Duration.ofSeconds(5)), 1);
        s.trade(Side.SELL, "59995", "0.03");
        s.amend(order, "0.05", "59995");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A21")
    @Test
    void aChangeThatCrossesTheBookFillsOnce() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        s.faults().requests(VENUE::isAmend, new RequestFault.LoseAnswer(), 1);
        s.amend(order, "0.03", "60010");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A21")
    @Test
    void aChangeToLessThanHasFilledIsNoRiddle() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(VENUE.orderNews(), new FrameFault.Delay(Duration.ofSeconds(5)), 1);
        s.trade(Side.SELL, "59995", "0.02");
        s.amend(order, "0.01", "59995");
        s.settle().agree();
    }

    @Row({"A21", "A20"})
    @Test
    void aCancelBehindAChangeOfUnknownOutcomeCancels() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        s.faults().requests(VENUE::isAmend, new RequestFault.LoseAnswer(), 1);
        s.amend(order, "0.05", "58000");
        s.millis(50).cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A21")
    @Test
    void changesInQuickSuccessionEndAtTheLast() {
        Scenario s = Scenario.at(VENUE).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        for (int i = 1; i <= 5; i++) {
            s.amend(order, "0.0" + (3 + i % 3), Integer.toString(59000 - i));
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A21")
    @Test
    void spotRefusesAChangeAndTheOrderStaysAsItIs() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        s.act(p -> {
            p.hands().amend(order, Amendment.ofPrice(5_890_000));
            return p;
        });
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.puppet().events).anyMatch(OrderEvent.UpdateRejected.class::isInstance);
    }
}
