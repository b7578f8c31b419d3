package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancels of which nobody knows what became, and cancels that a fill overtakes. */
class CancelsTest {
    static Stream<Arguments> faults() {
        return OutcomeUnknownTest.faults();
    }

    static Stream<Arguments> lost() {
        return OutcomeUnknownTest.lost();
    }

    @Row({"A20", "A2"})
    @ParameterizedTest
    @MethodSource("faults")
    void aCancelIsRepeatedUntilTheOrderIsCancelledButNotForEver(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(venue::isCancel, fault.fault(), 1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.log().count(venue::isCancel)).isBetween(1L, 3L);
    }

    @Row("A20")
    @ParameterizedTest
    @EnumSource
    void aCancelThatFailsForAMinuteIsReportedAndTheOrderIsOpen(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(venue::isCancel, RequestFault.status(502), Scenarios.CANCELS_A_MINUTE);
        s.cancel(order);
        s.seconds(59);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.puppet().events).anyMatch(OrderEvent.CancelRejected.class::isInstance);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A20")
    @ParameterizedTest
    @MethodSource("lost")
    void aStopIsCancelledWhereverItWaits(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.01").stop("59000").limit("58000"));
        s.seconds(1);
        s.faults().requests(venue::isCancel, fault.fault(), 1);
        s.cancel(stop);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A18")
    @ParameterizedTest
    @EnumSource
    void aCancelThatIsRefusedBecauseTheOrderFilledEndsItAsFilled(BinanceVenues venue) {
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
    void theSameIfTheNewsOfTheFillNeverCome(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.sell("0.01", "60005");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.BUY, "60005", "0.01");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A19")
    @ParameterizedTest
    @EnumSource
    void whatFilledBeforeACancelIsKept(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.012").seconds(1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row({"A19", "A11"})
    @ParameterizedTest
    @MethodSource("lost")
    void whatFilledUnheardBeforeACancelOfUnknownOutcomeIsKept(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 2);
        s.faults().requests(venue::isCancel, fault.fault(), 1);
        s.trade(Side.SELL, "59995", "0.012");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row({"A19", "A16"})
    @ParameterizedTest
    @EnumSource
    void aFillThatIsToldAfterTheCancelCountsStill(BinanceVenues venue) {
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
    void anAnswerOfBeforeTheFillOpensNothingAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59995");
        s.seconds(1);
        // What the question finds is true when it is asked, and old when it is answered.
        s.faults()
                .requests(
                        call -> call.path().endsWith("/openOrders"),
                        new RequestFault.DelayAnswer(Duration.ofSeconds(6)),
                        1);
        s.until("the audit asks", () -> s.faults().armed() == 0);
        s.trade(Side.SELL, "59995", "0.01").seconds(1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A16")
    @ParameterizedTest
    @EnumSource
    void aCancelThatIsRefusedLateDoesNotUndoTheFill(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01");
        s.faults().requests(venue::isCancel, new RequestFault.DelayAnswer(Duration.ofSeconds(5)), 1);
        s.cancel(order);
        s.seconds(1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"D3", "A20"})
    @ParameterizedTest
    @EnumSource
    void aStrategyThatCancelsInALoopSendsOneCancel(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(venue::isCancel, new RequestFault.DelayAnswer(Duration.ofSeconds(2)), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofSeconds(2)), 1);
        for (int i = 0; i < 50; i++) {
            s.cancel(order).millis(20);
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.log().count(venue::isCancel)).isEqualTo(1);
    }

    @Row({"A26", "A20"})
    @ParameterizedTest
    @EnumSource
    void ofManyCancelsEachHasItsOwnOutcome(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            orders.add(s.buy("0.01", Integer.toString(59994 - i)));
        }
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 2);
        // Two fill while the cancels are under way.
        s.act(p -> {
            p.hands().cancelAll();
            return p;
        });
        s.trade(Side.SELL, "59993", "0.02");
        s.settle().agree();
        assertThat(orders.stream().filter(o -> o.status() == OrderStatus.FILLED))
                .hasSize(2);
        assertThat(orders.stream().filter(o -> o.status() == OrderStatus.CANCELED))
                .hasSize(5);
    }

    @Row("A26")
    @ParameterizedTest
    @MethodSource("lost")
    void aCancelOfManyWhoseAnswerSaysNothingEndsAllOfThem(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(s.buy("0.01", Integer.toString(59000 - i)));
        }
        s.seconds(1);
        s.faults().requests(venue::isCancel, fault.fault(), 1);
        s.act(p -> {
            p.hands().cancelAll();
            return p;
        });
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.CANCELED);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(
                        Arguments.of(venue, CommandFault.code(-1008, "Server is currently overloaded.")),
                        Arguments.of(venue, CommandFault.code(-2011, "Unknown order sent.")),
                        Arguments.of(venue, CommandFault.code(-1102, "A mandatory parameter was not sent."))));
    }

    @Row({"A20", "I6"})
    @ParameterizedTest
    @MethodSource("refusals")
    void theKillSwitchCancelsUntilNothingIsOpenHoweverOftenTheVenueRefuses(BinanceVenues venue, String refusal) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01", "58000");
        s.seconds(1);
        // One that is refused for good is told at once, and then repeated at longer and longer intervals.
        int refusals = refusal.contains("-1102") ? 8 : Scenarios.CANCELS_A_MINUTE + 2;
        s.faults().requests(venue::isCancel, CommandFault.json(400, refusal, false), refusals);
        s.engine().risk().trip("test", "the test", false);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.puppet().events).anyMatch(OrderEvent.CancelRejected.class::isInstance);
    }

    @Row({"A20", "I6"})
    @ParameterizedTest
    @EnumSource
    void anOrderlyStopCancelsAgainWhatTheVenueRefusedToCancel(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01", "58000");
        s.seconds(1);
        String refusal = CommandFault.code(-1102, "A mandatory parameter was not sent.");
        s.faults().requests(venue::isCancel, CommandFault.json(400, refusal, false), 2);
        s.life().turns.run(() -> s.engine().strategies().stop("the test"));
        s.seconds(4);
        assertThat(s.engine().strategies().openOrders()).isEmpty();
        assertThat(s.log().count(venue::isCancel)).isEqualTo(3);
        s.settle().agree();
    }

    @Row({"A20", "D3"})
    @ParameterizedTest
    @EnumSource
    void anOverloadedVenueIsNotAskedInALoop(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "58000");
        s.seconds(1);
        String busy = CommandFault.code(-1008, "Server is currently overloaded.");
        s.faults().requests(venue::isCancel, CommandFault.json(400, busy, false), 4);
        s.cancel(order);
        s.millis(1_000);
        assertThat(s.log().count(venue::isCancel)).isEqualTo(2);
        s.seconds(10);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.log().count(venue::isCancel)).isEqualTo(5);
        s.settle().agree();
    }
}
