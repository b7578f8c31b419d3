package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets to OKX that die without a word, come back deaf, or are not let in. */
class OkxConnectionsTest {
    private static final String LOGIN = "\"event\":\"login\"";

    private static String error(String code, String message) {
        return "{\"event\":\"error\",\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"connId\":\"c1\"}";
    }

    @Row({"B1", "A11"})
    @ParameterizedTest
    @EnumSource
    void aSocketThatIsOpenAndSaysNothingIsNoticedAndReplaced(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().silence(true);
        s.trade(Side.SELL, "59995", "0.01");
        s.until("quotes are called old", () -> !s.comes(Capability.QUOTES));
        s.until("orders may not be sent", () -> !s.isTrading());
        s.faults().silence(false);
        s.settle().agree();
        assertThat(s.comes(Capability.QUOTES)).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row("B1")
    @ParameterizedTest
    @EnumSource
    void aHalfOpenNetworkIsNoticedAndLosesNothing(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.03", "59995");
        Order cancelled = s.sell("0.01", "61000");
        s.seconds(1);
        s.link().freeze();
        s.trade(Side.SELL, "59995", "0.02");
        s.cancel(cancelled);
        s.seconds(90);
        assertThat(s.isTrading()).isFalse();
        s.settle().agree();
        assertThat(s.isTrading()).isTrue();
    }

    @Row({"B1", "B5"})
    @Test
    void aChannelOfPricesThatFallsSilentIsNoticedThoughPongsCome() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().frames("\"channel\":\"bbo-tbt\"", new FrameFault.Lose(), 100_000);
        s.until("quotes are called old", Duration.ofMinutes(10), () -> !s.comes(Capability.QUOTES));
        s.calm().agree();
        assertThat(s.comes(Capability.QUOTES)).isTrue();
    }

    @Row({"B4", "A30"})
    @Test
    void anAccountWithoutNewsKeepsItsConnectionsForAnHour() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        int before = s.log().handshakes();
        s.pass(Duration.ofHours(1));
        assertThat(s.log().handshakes() - before).as("connections anew").isZero();
        s.settle().agree();
    }

    @Row({"B3", "A10"})
    @ParameterizedTest
    @EnumSource
    void afterEachBreakAllChannelsComeAgain(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        for (int i = 0; i < 4; i++) {
            s.faults().cutSockets();
            s.seconds(20);
        }
        s.until("it is up again", s::isTrading);
        Order order = s.buy("0.03", "59995");
        int quotes = s.puppet().quotes.size();
        s.seconds(1).trade(Side.SELL, "59995", "0.03").seconds(1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.puppet().quotes.size()).isGreaterThan(quotes);
        s.settle().agree();
    }

    @Row({"B3", "C7"})
    @ParameterizedTest
    @ValueSource(ints = {3, 12, 25})
    void aLoginBehindManyRefusedHandshakesIsSignedAtItsTime(int handshakes) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().refuseHandshakes(handshakes);
        s.faults().cutSockets();
        s.until("it is noticed", () -> !s.isTrading());
        s.until("it is up again", Duration.ofMinutes(20), s::isTrading);
        Order order = s.untilPriced().seconds(1).buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"C7", "B3"})
    @ParameterizedTest
    @ValueSource(strings = {"60006", "60004", "60014", "63999"})
    void aLoginThatIsRefusedForItsTimeOrTheVenuesLoadIsTriedAnew(String code) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().frames(LOGIN, new FrameFault.Change(text -> error(code, "not now")), 2);
        s.faults().cutSockets();
        s.seconds(1).trade(Side.SELL, "59995", "0.02");
        s.settle().agree();
        assertThat(s.isTrading()).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row({"B3", "A30"})
    @Test
    void aLoginWhoseAnswerIsLostIsTriedAnewAndNothingIsSentBefore() {
        Scenario s = Scenario.at(OkxVenues.SPOT).open();
        s.faults().frames(LOGIN, new FrameFault.Lose(), 2);
        s.start().seconds(5);
        assertThat(s.isTrading()).isFalse();
        s.untilTrading().untilPriced();
        s.buy("0.01");
        s.settle().agree();
    }

    @Row({"A30", "B3"})
    @ParameterizedTest
    @EnumSource
    void noOrderLeavesBeforeTheChannelOfOrdersIsAcknowledged(OkxVenues venue) {
        Scenario s = Scenario.at(venue).mayDeny().open();
        s.faults()
                .frames(
                        "\"event\":\"subscribe\",\"arg\":{\"channel\":\"orders\"",
                        new FrameFault.Delay(Duration.ofSeconds(4)),
                        1);
        s.start().seconds(4);
        s.trade(Side.BUY, "60010", "0.001").millis(50);
        Order early = s.buy("0.01", "59000");
        s.seconds(1);
        assertThat(early.isClosed()).isTrue();
        assertThat(s.log().count(venue::isCreate)).isZero();
        s.untilTrading().untilPriced();
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A30", "D6"})
    @Test
    void noOrderLeavesWhileTheNewsOfTheAccountAreMissing() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        s.faults().refuseHandshakes(40);
        s.faults().cutSockets();
        s.seconds(2);
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        assertThat(order.isClosed()).isTrue();
        assertThat(s.log().count(s.venue()::isCreate)).isZero();
        s.calm().agree();
    }

    @Row({"B3", "B17"})
    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders-algo", "account", "trades"})
    void aSubscriptionWhoseAcknowledgementIsLostIsAskedForAgain(String channel) {
        Scenario s = Scenario.at(OkxVenues.SPOT).open();
        s.faults().frames("\"event\":\"subscribe\",\"arg\":{\"channel\":\"" + channel + "\"", new FrameFault.Lose(), 1);
        s.start().untilTrading().untilPriced();
        s.buy("0.01");
        s.calm().agree();
        s.untilPriced().seconds(1);
        assertThat(s.comes(Capability.TRADES)).isTrue();
    }

    @Row("B17")
    @Test
    void attemptsToConnectKeepTheirDistanceHoweverLongTheVenueRefuses() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        int before = s.log().handshakes();
        s.faults().refuseHandshakes(100_000);
        s.faults().cutSockets();
        s.pass(Duration.ofMinutes(5));
        assertThat(s.log().handshakes() - before).isLessThan(300);
        s.calm().agree();
        assertThat(s.isTrading()).isTrue();
    }

    @Row({"B6", "A12"})
    @Test
    void aNoticeOfTheVenuesUpgradeCostsNoFill() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("0.1", "59995");
        s.faults()
                .frames(
                        "pong",
                        new FrameFault.Change(
                                text -> "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be"
                                        + " closed for a service upgrade. Please reconnect.\",\"connId\":\"a\"}"),
                        3);
        s.until("it was told", Duration.ofMinutes(3), () -> s.faults().armed() == 0);
        for (int i = 0; i < 10; i++) {
            s.trade(Side.SELL, "59995", "0.01").millis(200);
        }
        s.faults().cutSockets();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A9", "B3"})
    @ParameterizedTest
    @ValueSource(strings = {"latency", "drip", "loss", "resets"})
    void aBadLineIsSlowAndNotWrong(String kind) {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        switch (kind) {
            case "latency" -> s.link().latency(Duration.ofMillis(5), Duration.ofMillis(1_500));
            case "drip" -> s.link().bytesPerSecond(4_000);
            case "loss" ->
                s.link().requestLoss(0.3).answerLoss(0.3).messageLoss(0.3).messageDuplication(0.3);
            default -> s.link().resets(0.05);
        }
        for (int i = 0; i < 6; i++) {
            s.buy("0.03", "59995");
            s.seconds(7).trade(Side.SELL, "59995", "0.02").seconds(7);
        }
        s.link().latency(Duration.ofMillis(1), Duration.ofMillis(2)).bytesPerSecond(10_000_000);
        s.calm().agree();
    }

    @Row("A9")
    @ParameterizedTest
    @EnumSource
    void twoHoursWithoutANetworkLoseNoOrder(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        Order other = s.sell("0.02", "60005");
        s.seconds(1);
        s.link().refuse(true).cut();
        s.pass(Duration.ofHours(1)).trade(Side.SELL, "59995", "0.01").pass(Duration.ofHours(1));
        assertThat(order.isClosed()).isFalse();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(other.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A9", "A1"})
    @Test
    void aCreateAtTheMomentOfAnOutageIsResolvedWhenItIsOver() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, OkxCommandFault.ANSWER_LOST.fault(), 1);
        Order order = s.buy("0.03", "59995");
        s.millis(20);
        s.link().freeze();
        s.pass(Duration.ofMinutes(30));
        assertThat(order.isClosed()).isFalse();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"B3", "A28"})
    @Test
    void nonsenseOnTheSocketsOfTheAccountChangesNothing() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().frames("\"cashBal\"", new FrameFault.Change(text -> "{]"), 1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Change(text -> "\"orders\""), 1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Change(text -> "[]"), 1);
        s.buy("0.02");
        s.settle().agree();
    }

    @Row({"B3", "A11"})
    @ParameterizedTest
    @EnumSource
    void aChannelThatTheVenueTakesBackAfterItsAcknowledgementIsNotTakenForLive(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        String taken =
                "{\"event\":\"channel-conn-count-error\",\"channel\":\"orders\",\"connCount\":\"30\",\"connId\":\"c1\"}";
        s.faults().frames("\"eventType\":\"snapshot\"", new FrameFault.Change(text -> taken), 1);
        s.until("the venue took it back", () -> s.faults().armed() == 0);
        s.until("orders may not be sent", () -> !s.isTrading());
        s.trade(Side.SELL, "59995", "0.03");
        s.until("orders may be sent again", s::isTrading);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
    }
}
