package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Amendments at OKX, whose new size counts what has filled. */
class OkxAmendmentsTest {
    @Row("A21")
    @ParameterizedTest
    @EnumSource(
            names = {
                "REQUEST_LOST",
                "ANSWER_LOST",
                "ANSWER_AFTER_TIMEOUT",
                "ARRIVES_LATE_IN_ITS_WINDOW",
                "ORDER_TIMES_OUT_BEFORE",
                "SYSTEM_ERROR_AFTER",
                "ITEM_TIMES_OUT_AFTER",
                "NO_ITEM_AFTER",
                "CUT_BODY_AFTER",
                "ARRIVES_AFTER_ITS_DEADLINE"
            })
    void anOrderHasTheFiguresThatItHasAtTheVenueWhateverBecameOfItsChange(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(s.venue()::isAmend, fault.fault(), 1);
        s.amend(order, "0.02", "59100");
        s.settle().agree();
        assertThat(order.rawPrice()).isEqualTo(fault.hasEffect() ? 591_000 : 590_000);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource(
            names = {
                "REQUEST_LOST",
                "ANSWER_LOST",
                "ARRIVES_LATE_IN_ITS_WINDOW",
                "ORDER_TIMES_OUT_AFTER",
                "ITEM_TIMES_OUT_AFTER"
            })
    void aFillThatLandsWhileAChangeIsUnderWayNeitherGrowsNorIsLost(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.1", "59995");
        s.seconds(1);
        s.faults().requests(s.venue()::isAmend, fault.fault(), 1);
        s.amend(order, "0.06", "59995");
        s.trade(Side.SELL, "59995", "0.04");
        s.settle().agree();
        s.trade(Side.SELL, "59995", "0.5");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource
    void theQuantityOfAChangeIsTheWholeOrdersNotWhatIsLeft(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.1", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.04").seconds(1);
        s.amend(order, "0.05", "59995");
        s.seconds(2).trade(Side.SELL, "59995", "0.5");
        s.settle().agree();
        assertThat(s.truth(order).filled()).isEqualByComparingTo("0.05");
    }

    @Row({"A21", "A11"})
    @ParameterizedTest
    @EnumSource
    void aChangeWhoseNewsAreLostIsFound(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.amend(order, "0.03", "59200");
        s.settle().agree();
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.Updated.class::isInstance)
                .hasSize(1);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource
    void aChangeOfAnOrderThatFilledMeanwhileIsRefusedAndTheOrderIsFilled(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59995");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofSeconds(6)), 1);
        s.trade(Side.SELL, "59995", "0.01");
        s.amend(order, "0.02", "59995");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource
    void aChangeThatCrossesTheBookFillsOnce(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.02", "59000");
        s.seconds(1);
        s.faults().requests(venue::isAmend, new RequestFault.LoseAnswer(), 1);
        s.amend(order, "0.02", "60050");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A21")
    @ParameterizedTest
    @EnumSource
    void aChangeToLessThanHasFilledIsNoRiddle(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.SELL, "59995", "0.03");
        s.amend(order, "0.02", "59995");
        s.settle().agree();
    }

    @Row({"A21", "A20"})
    @Test
    void aCancelBehindAChangeOfUnknownOutcomeCancels() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(s.venue()::isAmend, new RequestFault.LoseAnswer(), 1);
        s.amend(order, "0.02", "59100");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A21")
    @Test
    void changesInQuickSuccessionEndAtTheLast() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        for (int i = 1; i <= 6; i++) {
            s.amend(order, "0.0" + i, "5900" + i).millis(1);
        }
        s.settle().agree();
        assertThat(order.rawPrice()).isEqualTo(590_060);
    }

    @Row({"A21", "A24"})
    @ParameterizedTest
    @EnumSource
    void aChangeThatIsRefusedInsideASuccessLeavesTheOrderAsItWas(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        String refusal = OkxCommandFault.item("51006", "Order price is not within the price limit");
        s.faults().requests(venue::isAmend, OkxCommandFault.answer(200, refusal, false), 1);
        s.amend(order, "0.01", "59001");
        s.settle().agree();
        assertThat(order.rawPrice()).isEqualTo(590_000);
        assertThat(s.puppet().events).anyMatch(OrderEvent.UpdateRejected.class::isInstance);
    }

    @Row({"A21", "F5"})
    @Test
    void aChangeByHandIsTheOrdersNewTruth() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.exchange()
                .trading()
                .amend(
                        Scenario.ACCOUNT,
                        s.symbol(),
                        io.ttquant.exchanges.emulator.exchange.OrderRef.client(order.clientId()),
                        new io.ttquant.exchanges.emulator.exchange.Amendment(
                                new java.math.BigDecimal("59500"), new java.math.BigDecimal("0.04"), false, false))
                .get();
        s.settle().agree();
        assertThat(order.rawPrice()).isEqualTo(595_000);
    }
}
