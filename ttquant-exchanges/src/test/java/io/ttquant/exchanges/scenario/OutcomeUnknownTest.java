package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Creates of which nobody knows what became: found where they are, never sent again. */
class OutcomeUnknownTest {
    static Stream<Arguments> faults() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(CommandFault.values()).map(fault -> Arguments.of(venue, fault)));
    }

    static Stream<Arguments> faultsWithEffect() {
        return faults().filter(each -> ((CommandFault) each.get()[1]).hasEffect());
    }

    static Stream<Arguments> lost() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(
                                CommandFault.REQUEST_LOST,
                                CommandFault.ANSWER_LOST,
                                CommandFault.VENUE_DOES_NOT_KNOW_AFTER,
                                CommandFault.GATEWAY_FAILS_BEFORE)
                        .map(fault -> Arguments.of(venue, fault)));
    }

    @Row({"A1", "A2", "A25"})
    @ParameterizedTest
    @MethodSource("faults")
    void aRestingOrderIsWhatTheVenueSaysWhateverBecameOfItsCreate(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, fault.fault(), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(fault.hasEffect() ? OrderStatus.ACCEPTED : OrderStatus.REJECTED);
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row({"A1", "A4", "A25"})
    @ParameterizedTest
    @MethodSource("faultsWithEffect")
    void anOrderThatFillsAtOnceBehindAnUnreadableAnswerIsNotBoughtTwice(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, fault.fault(), 1);
        // The news are lost as well: a client that looks at the open orders only would not find it, and its id is free
        // again.
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), venue.isDerivative() ? 2 : 1);
        Order order = s.buy("0.02");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row({"A1", "A27"})
    @ParameterizedTest
    @MethodSource("lost")
    void aStopIsFoundInTheServiceThatHoldsItWhateverBecameOfItsCreate(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        s.faults().requests(venue::isCreate, fault.fault(), 1);
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.01").stop("59000").limit("58000"));
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(fault.hasEffect() ? OrderStatus.ACCEPTED : OrderStatus.REJECTED);
    }

    @Row("A1")
    @ParameterizedTest
    @EnumSource
    void whileAnOutcomeIsUnknownTheOrderIsNeitherOpenNorEndedForSure(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseRequest(), 1);
        Order order = s.buy("0.01", "59000");
        s.seconds(12);
        assertThat(order.isClosed()).isFalse();
        assertThat(order.isOutcomeUnknown()).isTrue();
        s.settle().agree();
        assertThat(s.puppet().events).anyMatch(OrderEvent.OutcomeUnknown.class::isInstance);
    }

    @Row({"A1", "A20"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatIsCancelledWhileItsCreateIsUnknownEndsCancelledAtBothEnds(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseAnswer(), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        Order order = s.buy("0.01", "59000");
        s.millis(500).cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A1")
    @ParameterizedTest
    @EnumSource
    void aCancelThatOvertakesItsCreateDoesNotLeaveTheOrderBehind(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayRequest(Duration.ofSeconds(2)), 1);
        Order order = s.buy("0.01", "59000");
        s.millis(100).cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A3")
    @ParameterizedTest
    @EnumSource
    void aDuplicateIdIsEvidenceThatTheOrderExists(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        String answer = venue == BinanceVenues.SPOT
                ? CommandFault.code(-2010, "Duplicate order sent.")
                : CommandFault.code(-4116, "ClientOrderId is duplicated.");
        s.faults().requests(venue::isCreate, CommandFault.json(400, answer, true), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofSeconds(4)), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A3")
    @ParameterizedTest
    @EnumSource
    void newsThatConfirmAnOrderEndTheDoubtThatItsAnswerRaises(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, CommandFault.VENUE_DOES_NOT_KNOW_AFTER.fault(), 1);
        Order order = s.buy("0.01", "59000");
        s.seconds(2);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        s.settle().agree();
        assertThat(s.puppet().events).noneMatch(OrderEvent.Rejected.class::isInstance);
    }

    @Row("A5")
    @ParameterizedTest
    @EnumSource
    void anIntentThatFailsAgainAndAgainHasOneId(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseAnswer(), 1);
        s.faults().requests(venue::isOrderQuestion, RequestFault.status(503), 3);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.buy("0.01", "59000");
        s.settle().agree();
        List<String> ids = s.log().calls(venue::isCreate).stream()
                .flatMap(entry -> venue.created(entry.call()).stream())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Row("A8")
    @ParameterizedTest
    @EnumSource
    void notFoundOfAReplicaThatLagsIsNoEnd(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.LoseAnswer(), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.faults()
                .requests(
                        venue::isOrderQuestion,
                        CommandFault.json(400, CommandFault.code(-2013, "Order does not exist."), false),
                        venue.isDerivative() ? 2 : 1);
        s.faults().requests(call -> call.path().contains("/all"), CommandFault.json(200, "[]", false), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A8")
    @ParameterizedTest
    @EnumSource
    void aListThatLacksAnOpenOrderIsNoEnd(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(2);
        s.faults().requests(call -> call.path().endsWith("/openOrders"), CommandFault.json(200, "[]", false), 2);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A9")
    @ParameterizedTest
    @EnumSource
    void hoursWithoutANetworkLoseNoOrder(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        Order far = s.buy("0.01", "58000");
        Order filled = s.sell("0.01", "60005");
        Order part = s.buy("0.02", "59995");
        s.seconds(2);
        s.link().refuse(true).cut();
        s.seconds(60);
        s.trade(Side.BUY, "60005", "0.01").trade(Side.SELL, "59995", "0.013");
        s.pass(Duration.ofMinutes(40));
        assertThat(s.isTrading()).isFalse();
        assertThat(List.of(far, filled, part)).allMatch(Order::isOpen);
        s.settle().agree();
        assertThat(far.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(part.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(s.isTrading()).isTrue();
    }

    @Row("A9")
    @ParameterizedTest
    @EnumSource
    void anOrderThatCouldNotEvenLeaveIsNotLeftOpen(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.link().refuse(true);
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }
}
