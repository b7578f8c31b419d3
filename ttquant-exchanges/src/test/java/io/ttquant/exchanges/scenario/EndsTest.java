package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a session ends: in order, with orders left, or because it failed, and what the venue's timer does then. */
class EndsTest {
    private static final String KEY_REVOKED =
            "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action, request ip: 1.2.3.4\"}";

    private static boolean isCountdown(Call call) {
        return call.path().equals("/fapi/v1/countdownCancelAll");
    }

    private static long disarmed(Scenario s) {
        return s.log()
                .count(call -> isCountdown(call) && (call.query() + '&' + call.text()).contains("countdownTime=0"));
    }

    /** The account's stream is refused for good, while the key goes on working elsewhere. */
    private static Scenario failed(Scenario s) {
        s.faults()
                .requests(
                        call -> call.method().equals("POST") && call.path().equals("/fapi/v1/listenKey"),
                        new RequestFault.Answer(Reply.json(401, KEY_REVOKED), false),
                        1);
        s.faults().cutSockets();
        return s.until("the session fails", () -> !s.failure().isEmpty());
    }

    @Row({"I3", "I6"})
    @Test
    void aSessionThatFailedLeavesTheVenuesTimerArmedEvenIfItIsClosedAfterwards() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        s.buy("0.01", "59000");
        s.seconds(5);
        failed(s);
        s.life().session.close();
        s.pass(Duration.ofMinutes(3));
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I3", "I6"})
    @Test
    void aSessionThatFailedAndThatNobodyClosesLeavesTheTimerToo() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        s.buy("0.01", "59000");
        s.seconds(5);
        failed(s).pass(Duration.ofMinutes(3));
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I3", "I6"})
    @Test
    void cancelsLeaveAfterTheSessionFailed() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        failed(s).cancel(order).seconds(2);
        assertThat(s.truth(order).status().isOpen()).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("I6")
    @Test
    void anEndWithAnOrderLeftOpenLeavesTheTimerSoThatTheVenueCancelsIt() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        s.buy("0.01", "59000");
        s.seconds(5);
        s.life().session.close();
        s.pass(Duration.ofMinutes(3));
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I6", "A20"})
    @Test
    void aCancelThatIsNotConfirmedLeavesTheTimerToo() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        s.faults().requests(s.venue()::isCancel, new RequestFault.LoseRequest(), 1);
        s.cancel(order).seconds(1);
        s.life().session.close();
        s.pass(Duration.ofMinutes(3));
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I6")
    @Test
    void anEndWhoseCancelsAreConfirmedDisarmsTheTimer() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5).cancel(order).seconds(2);
        s.life().session.close();
        s.seconds(2);
        assertThat(disarmed(s)).isEqualTo(1);
    }

    @Row("I6")
    @ParameterizedTest
    @EnumSource
    void aSessionThatIsClosedSaysNothingMore(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.life().session.close();
        s.seconds(5);
        int sent = s.log().calls().size();
        s.pass(Duration.ofMinutes(10));
        assertThat(s.log().calls()).hasSize(sent);
    }
}
