package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a session with OKX ends: in order, with orders left, or because it failed, and what the venue's timer does then. */
class OkxEndsTest {
    private static final String REFUSAL =
            "{\"event\":\"error\",\"code\":\"60005\",\"msg\":\"Invalid apiKey\",\"connId\":\"c1\"}";

    private static Scenario begin(OkxVenues venue) {
        return Scenario.at(venue).setting("dead_man_seconds", "30").begin();
    }

    private static long disarmed(Scenario s) {
        return s.log()
                .count(call -> call.path().equals("/api/v5/trade/cancel-all-after")
                        && call.text().contains("\"timeOut\":\"0\""));
    }

    /** The account's stream is refused for good, while the key goes on working elsewhere. */
    private static Scenario failed(Scenario s) {
        s.faults().frames("\"event\":\"login\"", new FrameFault.Change(text -> REFUSAL), 2);
        s.faults().cutSockets();
        return s.until("the session fails", () -> !s.failure().isEmpty());
    }

    @Row({"I3", "I6"})
    @ParameterizedTest
    @EnumSource
    void aSessionThatFailedLeavesTheVenuesTimerArmedEvenIfItIsClosedAfterwards(OkxVenues venue) {
        Scenario s = begin(venue);
        s.buy("0.01", "59000");
        s.seconds(5);
        failed(s);
        s.life().session.close();
        s.seconds(60);
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I3", "I6"})
    @ParameterizedTest
    @EnumSource
    void cancelsLeaveAfterTheSessionFailed(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        failed(s).cancel(order).seconds(4);
        assertThat(s.truth(order).status().isOpen()).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"I6", "A20"})
    @ParameterizedTest
    @EnumSource
    void anEndWithoutAConfirmedCancelLeavesTheTimerSoThatTheVenueCancels(OkxVenues venue) {
        Scenario s = begin(venue);
        s.buy("0.01", "59000");
        Order other = s.buy("0.01", "58000");
        s.seconds(5);
        s.faults().requests(s.venue()::isCancel, new RequestFault.LoseRequest(), 1);
        s.cancel(other).seconds(1);
        s.life().session.close();
        s.seconds(60);
        assertThat(disarmed(s)).isZero();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I6")
    @ParameterizedTest
    @EnumSource
    void anEndWhoseCancelsAreConfirmedDisarmsTheTimer(OkxVenues venue) {
        Scenario s = begin(venue);
        Order order = s.buy("0.01", "59000");
        s.seconds(5).cancel(order).seconds(4);
        s.life().session.close();
        s.seconds(2);
        assertThat(disarmed(s)).isEqualTo(1);
    }
}
