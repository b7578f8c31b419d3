package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancels at OKX: repeated until the order has ended, never taken for an end themselves. */
class OkxCancelsTest {
    static Stream<OkxCommandFault> lost() {
        return Stream.of(
                OkxCommandFault.REQUEST_LOST,
                OkxCommandFault.ANSWER_LOST,
                OkxCommandFault.ORDER_TIMES_OUT_BEFORE,
                OkxCommandFault.GATEWAY_TIMES_OUT_AFTER);
    }

    @Row({"A20", "A2"})
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
                "CUT_BODY_AFTER"
            })
    void aCancelIsRepeatedUntilTheOrderIsCancelledButNotForEver(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(s.venue()::isCancel, fault.fault(), 1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.log().count(s.venue()::isCancel)).isBetween(1L, 3L);
    }

    @Row({"A20", "A2"})
    @ParameterizedTest
    @EnumSource
    void aCancelThatTimesOutAtTheVenueIsNoEnd(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults()
                .requests(
                        venue::isCancel,
                        OkxCommandFault.answer(200, OkxCommandFault.item("51412", "Cancellation timed out."), false),
                        1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"A18", "A20"})
    @ParameterizedTest
    @EnumSource
    void aCancelThatIsRefusedThoughTheOrderIsOpenDoesNotEndIt(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.sell("0.01", "61000");
        s.seconds(1);
        String refusal = OkxCommandFault.item("51400", "Cancellation failed as the order does not exist.");
        s.faults().requests(venue::isCancel, OkxCommandFault.answer(200, refusal, false), Scenarios.CANCELS_A_MINUTE);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.CancelRejected.class::isInstance)
                .hasSize(1)
                .allMatch(event -> ((OrderEvent.CancelRejected) event).reason() == RejectReason.EXCHANGE);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A20")
    @Test
    void anOrderThatIsBeingCancelledAlreadyEndsOnce() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        String being =
                OkxCommandFault.item("51410", "Cancellation failed as the order is already under cancelling status.");
        s.faults().requests(s.venue()::isCancel, OkxCommandFault.answer(200, being, true), 1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.Canceled.class::isInstance)
                .hasSize(1);
    }

    @Row("A18")
    @ParameterizedTest
    @EnumSource
    void aCancelThatComesBehindTheFillEndsTheOrderAsFilled(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59995");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofSeconds(20)), 1);
        s.trade(Side.SELL, "59995", "0.01");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A18", "A11"})
    @ParameterizedTest
    @EnumSource
    void theSameIfTheNewsOfTheFillNeverCome(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.sell("0.01", "60005");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.BUY, "60005", "0.01");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A19", "A11"})
    @ParameterizedTest
    @MethodSource("lost")
    void whatFilledUnheardBeforeACancelOfUnknownOutcomeIsKept(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 2);
        s.faults().requests(s.venue()::isCancel, fault.fault(), 1);
        s.trade(Side.SELL, "59995", "0.012");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row({"A19", "F1"})
    @Test
    void afterACancelledPartialBuyExactlyWhatWasBoughtCanBeSold() {
        Scenario s = Scenario.at(OkxVenues.SPOT)
                .exchange(e -> e.accounts().withdraw(Scenario.ACCOUNT, "BTC", java.math.BigDecimal.ONE))
                .begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01234").seconds(1);
        s.cancel(order);
        s.seconds(2);
        // The fee was taken in bitcoin: 0.01234 less 0.08 % of it, down to the lot.
        Order exit = s.sell("0.01233");
        s.settle().agree();
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A19", "A16"})
    @ParameterizedTest
    @EnumSource
    void aFillThatIsToldAfterTheCancelCountsStill(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofMillis(700)), 1);
        s.trade(Side.SELL, "59995", "0.012");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row("A16")
    @ParameterizedTest
    @EnumSource
    void aRefusalOfACancelThatComesLateDoesNotUndoTheFill(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01");
        s.faults().requests(venue::isCancel, new RequestFault.DelayAnswer(Duration.ofSeconds(5)), 1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A26", "A20"})
    @Test
    void ofManyCancelsEachHasItsOwnOutcome() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        List<Order> orders = IntStream.range(0, 5)
                .mapToObj(i -> s.millis(100).buy("0.01", "5999" + (i + 1)))
                .toList();
        s.seconds(1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Delay(Duration.ofSeconds(4)), 1);
        s.trade(Side.SELL, "59995", "0.01");
        s.act(puppet -> {
            puppet.hands().cancelAll(orders);
            return orders;
        });
        s.settle().agree();
        assertThat(orders).filteredOn(o -> o.status() == OrderStatus.FILLED).hasSize(1);
        assertThat(orders).filteredOn(o -> o.status() == OrderStatus.CANCELED).hasSize(4);
    }

    @Row({"A26", "A20"})
    @ParameterizedTest
    @EnumSource(
            names = {
                "ANSWER_LOST",
                "REQUEST_LOST",
                "CUT_BODY_AFTER",
                "NO_ITEM_AFTER",
                "ANSWER_OF_ANOTHER_AFTER",
                "ORDER_TIMES_OUT_BEFORE"
            })
    void aCancelOfManyWhoseAnswerSaysNothingEndsAllOfThem(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        List<Order> orders = IntStream.range(0, 4)
                .mapToObj(i -> s.millis(100).buy("0.01", "5900" + i))
                .toList();
        s.seconds(1);
        s.faults().requests(s.venue()::isCancel, fault.fault(), 1);
        s.act(puppet -> {
            puppet.hands().cancelAll();
            return orders;
        });
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.CANCELED);
    }

    @Row({"D3", "A20"})
    @Test
    void aStrategyThatCancelsInALoopSendsOneCancel() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(s.venue()::isCancel, new RequestFault.DelayRequest(Duration.ofSeconds(2)), 1);
        for (int i = 0; i < 50; i++) {
            s.cancel(order).millis(10);
        }
        s.settle().agree();
        assertThat(s.log().count(s.venue()::isCancel)).isEqualTo(1);
    }

    @Row("A20")
    @Test
    void aCancelIsTakenWhileTheStreamIsDown() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().refuseHandshakes(30);
        s.faults().cutSockets();
        s.seconds(1).cancel(order);
        s.until("it left", () -> s.log().count(s.venue()::isCancel) == 1);
        s.calm().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"A20", "I6"})
    @ParameterizedTest
    @ValueSource(strings = {"50013", "51400", "50014"})
    void theKillSwitchCancelsUntilNothingIsOpenHoweverOftenTheVenueRefuses(String code) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.01", "58000");
        s.seconds(1);
        // One that is refused for good is told at once, and then repeated at longer and longer intervals.
        int refusals = code.equals("50014") ? 8 : Scenarios.CANCELS_A_MINUTE + 2;
        s.faults()
                .requests(
                        s.venue()::isCancel,
                        OkxCommandFault.answer(200, OkxCommandFault.item(code, "no"), false),
                        refusals);
        s.engine().risk().trip("test", "the test", false);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.puppet().events).anyMatch(OrderEvent.CancelRejected.class::isInstance);
    }
}
