package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks of OKX and ours that do not agree. */
class OkxClocksTest {
    @Row("C1")
    @ParameterizedTest
    @ValueSource(ints = {-900, 900})
    void aClockThatIsOffByALittleChangesNothing(int millis) {
        Scenario s = Scenario.at(OkxVenues.SPOT).skew(Duration.ofMillis(millis)).begin();
        Order order = s.buy("0.02");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("C1")
    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void aClockThatIsFarOffIsObjectedToBeforeAnyOrder(int seconds) {
        Scenario s = Scenario.at(OkxVenues.SPOT)
                .skew(Duration.ofSeconds(seconds))
                .open()
                .start();
        s.seconds(60);
        assertThat(s.failure()).containsIgnoringCase("clock");
        assertThat(s.log().count(s.venue()::isCreate)).isZero();
    }

    @Row({"C1", "C3"})
    @ParameterizedTest
    @EnumSource
    void aClockThatJumpsWhileTradingIsMeasuredAnewAndNoOrderIsLost(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order resting = s.buy("0.05", "59995");
        s.seconds(1).skew(Duration.ofMillis(800));
        s.trade(Side.SELL, "59995", "0.02").millis(20);
        s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(resting.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row({"C1", "A1"})
    @ParameterizedTest
    @ValueSource(strings = {"50102", "50112"})
    void aRefusalOfATimeCertainlyDidNotPlaceTheOrder(String code) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults()
                .requests(
                        s.venue()::isCreate,
                        OkxCommandFault.answer(401, OkxCommandFault.error(code, "Timestamp request expired"), false),
                        1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(1);
        assertThat(order.isClosed()).isTrue();
    }

    @Row("C2")
    @Test
    void readingsOfTheClockThatAreSlowOrLostDoNotMoveIt() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/public/time"),
                        new RequestFault.DelayAnswer(Duration.ofSeconds(4)),
                        3);
        s.seconds(320);
        Order order = s.untilPriced().seconds(1).buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"C4", "C8", "B15"})
    @Test
    void timesOfAnotherUnitInOneFrameAreNotBelieved() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults()
                .frames(
                        s.venue().orderNews(),
                        new io.ttquant.exchanges.emulator.fault.FrameFault.Change(text ->
                                text.replaceAll("\"(uTime|cTime|fillTime)\":\"(\\d+)\"", "\"$1\":\"$2000000\"")),
                        1);
        Order order = s.buy("0.05", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.02");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }
}
