package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Creates at OKX of which nobody knows what became: found where they are, never sent again. */
class OkxOutcomeUnknownTest {
    static Stream<OkxCommandFault> withEffect() {
        return EnumSet.of(
                OkxCommandFault.ANSWER_LOST,
                OkxCommandFault.ENDPOINT_TIMES_OUT_AFTER,
                OkxCommandFault.ITEM_TIMES_OUT_AFTER,
                OkxCommandFault.CODE_OF_NO_TABLE_AFTER,
                OkxCommandFault.PAGE_INSTEAD_OF_JSON_AFTER,
                OkxCommandFault.NO_ITEM_AFTER)
                .stream();
    }

    static Stream<OkxCommandFault> someFaults() {
        return EnumSet.of(
                OkxCommandFault.REQUEST_LOST,
                OkxCommandFault.ANSWER_LOST,
                OkxCommandFault.ARRIVES_AFTER_ITS_DEADLINE,
                OkxCommandFault.ORDER_TIMES_OUT_AFTER,
                OkxCommandFault.ITEM_TIMES_OUT_AFTER)
                .stream();
    }

    @Row({"A1", "A2", "A25"})
    @ParameterizedTest
    @EnumSource
    void aRestingOrderIsWhatTheVenueSaysWhateverBecameOfItsCreate(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, fault.fault(), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(fault.hasEffect() ? OrderStatus.ACCEPTED : OrderStatus.REJECTED);
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(1);
    }

    @Row({"A1", "A4", "A25"})
    @ParameterizedTest
    @MethodSource("withEffect")
    void anOrderThatFillsAtOnceBehindAnUnreadableAnswerIsNotBoughtTwice(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().requests(s.venue()::isCreate, fault.fault(), 1);
        // The news are lost as well; and the id is free again, so that the venue would take a second order under it.
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 2);
        Order order = s.buy("0.02");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(1);
    }

    @Row({"A1", "A8", "A27"})
    @ParameterizedTest
    @MethodSource("someFaults")
    void aStopIsLookedForInTheServiceOfAlgoOrdersWhateverBecameOfItsCreate(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().requests(s.venue()::isCreate, fault.fault(), 1);
        Order stop =
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000"));
        s.settle().agree();
        // Algo orders have no deadline at the venue, so that one that is missing is given up late.
        assertThat(stop.status())
                .isEqualTo(fault == OkxCommandFault.REQUEST_LOST ? OrderStatus.REJECTED : OrderStatus.ACCEPTED);
    }

    @Row("A1")
    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksUnderACreateLeavesOneOrderOrNone(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.link().resets(1);
        Order order = s.buy("0.02");
        s.millis(300);
        s.link().resets(0);
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
    }

    @Row("A1")
    @ParameterizedTest
    @EnumSource
    void anOutcomeIsUnknownUntilItIsKnown(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseRequest(), 1);
        Order order = s.sell("0.02", "61000");
        s.until("it is asked for", order::isOutcomeUnknown);
        assertThat(order.isClosed()).isFalse();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Row({"A1", "A8"})
    @Test
    void anOrderOnItsWayIsNotGivenUpBecauseItIsNotFoundYet() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, new RequestFault.DelayRequest(Duration.ofMillis(4_900)), 1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 1);
        Order order = s.buy("0.02", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A2")
    @ParameterizedTest
    @EnumSource
    void newsOfAnOrderSettleItBeforeItsAnswerSaysThatItTimedOut(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, OkxCommandFault.ORDER_TIMES_OUT_AFTER.fault(), 1);
        Order order = s.buy("0.02", "59000");
        s.seconds(3);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.isOutcomeUnknown()).isFalse();
        s.settle().agree();
    }

    @Row({"A1", "A19"})
    @ParameterizedTest
    @EnumSource
    void anUnknownOrderThatFilledInPartIsFoundWithThatPart(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseAnswer(), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 3);
        Order order = s.buy("0.05", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.02").trade(Side.SELL, "59995", "0.01");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row({"A1", "A20"})
    @ParameterizedTest
    @MethodSource("someFaults")
    void anOrderThatIsCancelledWhileItsCreateIsUnknownIsNotLeftBehind(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, fault.fault(), 1);
        Order order = s.buy("0.01", "59000");
        s.millis(200).cancel(order);
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A1", "A5"})
    @Test
    void manyUnknownCreatesAreEachResolvedForThemselves() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        List<OkxCommandFault> faults = List.of(
                OkxCommandFault.REQUEST_LOST,
                OkxCommandFault.ANSWER_LOST,
                OkxCommandFault.ORDER_TIMES_OUT_BEFORE,
                OkxCommandFault.CUT_BODY_AFTER,
                OkxCommandFault.ARRIVES_AFTER_ITS_DEADLINE);
        faults.forEach(fault -> s.faults().requests(s.venue()::isCreate, fault.fault(), 1));
        List<Order> orders = faults.stream()
                .map(fault -> s.millis(150).buy("0.01", "5" + (9000 + fault.ordinal())))
                .toList();
        s.settle().agree();
        for (int i = 0; i < faults.size(); i++) {
            assertThat(orders.get(i).isOpen())
                    .as("%s", faults.get(i))
                    .isEqualTo(faults.get(i).hasEffect());
        }
    }

    @Row("A3")
    @Test
    void anOrderThatTheVenueCallsADuplicateIsTheOneThatIsThere() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        // A proxy sends it twice, and hands the second answer on.
        s.faults().requests(s.venue()::isCreate, new RequestFault.Repeat(), 1);
        Order order = s.buy("0.02", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A3")
    @Test
    void aDuplicateAnswerWithLostNewsDoesNotRefuseTheLiveOrder() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().requests(s.venue()::isCreate, new RequestFault.Repeat(), 1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 1);
        Order order = s.sell("0.02", "61000");
        s.seconds(2);
        assertThat(order.status()).isNotEqualTo(OrderStatus.REJECTED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }
}
