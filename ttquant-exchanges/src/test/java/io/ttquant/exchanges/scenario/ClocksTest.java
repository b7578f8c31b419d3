package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are off, jump, and are read badly. */
class ClocksTest {
    @Row("C1")
    @ParameterizedTest
    @ValueSource(ints = {-4000, -1500, -300, 300, 1500, 4000})
    void aClockThatIsOffByALittleChangesNothing(int millis) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s = Scenario.at(venue).skew(Duration.ofMillis(millis)).begin();
            Order order = s.buy("0.01", "59000");
            s.buy("0.02");
            s.seconds(1).cancel(order);
            s.settle().agree();
            assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(s.log().statuses(400)).isZero();
        }
    }

    @Row("C1")
    @ParameterizedTest
    @ValueSource(ints = {-3600, -30, 30, 3600})
    void aClockThatIsFarOffIsObjectedToBeforeAnyOrder(int seconds) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s =
                    Scenario.at(venue).skew(Duration.ofSeconds(seconds)).open().start();
            s.until("the session refuses", () -> !s.failure().isEmpty());
            assertThat(s.failure()).containsIgnoringCase("clock");
            assertThat(s.log().count(venue::isCreate)).isZero();
        }
    }

    @Row({"C1", "C2"})
    @ParameterizedTest
    @EnumSource
    void aClockThatJumpsWhileTradingIsMeasuredAnewAndNoOrderIsLost(BinanceVenues venue) {
        for (int seconds : new int[] {-4, 4}) {
            Scenario s = Scenario.at(venue).begin();
            Order before = s.buy("0.01", "59000");
            s.seconds(1).skew(Duration.ofSeconds(seconds));
            Order order = s.buy("0.01", "58900");
            s.seconds(20);
            s.cancel(before);
            s.seconds(5);
            Order after = s.buy("0.01", "58800");
            s.settle().agree();
            assertThat(before.status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(order.status()).isIn(OrderStatus.ACCEPTED, OrderStatus.REJECTED);
            assertThat(after.status()).isEqualTo(OrderStatus.ACCEPTED);
        }
    }

    @Row("C1")
    @ParameterizedTest
    @EnumSource
    void aRefusalOfATimeCertainlyDidNotPlaceTheOrder(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults()
                .requests(
                        venue::isCreate,
                        CommandFault.json(
                                400,
                                CommandFault.code(-1021, "Timestamp for this request is outside of the recvWindow."),
                                false),
                        1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row({"C1", "C2"})
    @ParameterizedTest
    @EnumSource
    void readingsOfTheClockThatAreSlowOrLostDoNotMoveIt(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).open();
        s.faults()
                .requests(
                        call -> call.path().endsWith("/time"), new RequestFault.DelayAnswer(Duration.ofSeconds(3)), 2);
        s.faults().requests(call -> call.path().endsWith("/time"), new RequestFault.LoseAnswer(), 1);
        s.start().untilTrading().untilPriced();
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"C2", "C3"})
    @ParameterizedTest
    @EnumSource
    void theEnginesTimeNeverGoesBackWhateverTheVenuesDoes(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        long[] last = {0};
        s.puppet().whenOrder = event -> {
            assertThat(event.tsInit()).isGreaterThanOrEqualTo(last[0]);
            last[0] = event.tsInit();
        };
        for (int millis : List.of(900, -900, 450, -3000, 0)) {
            s.skew(Duration.ofMillis(millis));
            s.buy("0.01");
            s.seconds(15);
        }
        s.settle().agree();
    }

    @Row("C3")
    @ParameterizedTest
    @EnumSource
    void aProgramThatSleptForAnHourCatchesUp(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        // What a suspended machine looks like from outside: nothing is heard of it, and its sockets die.
        s.link().freeze();
        s.trade(io.ttquant.exchanges.emulator.exchange.Side.SELL, "59995", "0.02");
        s.pass(Duration.ofHours(1));
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(s.isTrading()).isTrue();
    }

    @Row("C7")
    @Test
    void whatWaitedForItsTurnIsSignedWhenItLeaves() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        // All readings of the account for minutes fail; each is asked again, and signed anew, or the venue would refuse
        // its time.
        s.faults().requests(call -> call.path().endsWith("/account"), RequestFault.status(503), 6);
        s.faults().cutSockets();
        s.settle().agree();
        assertThat(s.log().statuses(400)).isZero();
        assertThat(s.isTrading()).isTrue();
    }
}
