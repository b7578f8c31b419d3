package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that die without a word, come back deaf, or are ended by plan. */
class ConnectionsTest {
    /** Somebody else who knows the key ends the stream of the account, on Binance futures. */
    private static final Call END_OF_LISTEN_KEY = new Call(
            "DELETE", "/fapi/v1/listenKey", "", Map.of("X-MBX-APIKEY", "puppet-key"), new byte[0], "127.0.0.2");

    @Row({"B1", "A11"})
    @ParameterizedTest
    @EnumSource
    void aSocketThatIsOpenAndSaysNothingIsNoticedAndReplaced(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().silence(true);
        s.trade(Side.SELL, "59995", "0.01");
        s.until("quotes are called old", () -> !s.comes(Capability.QUOTES));
        s.faults().silence(false);
        s.settle().agree();
        assertThat(s.comes(Capability.QUOTES)).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row("B1")
    @ParameterizedTest
    @EnumSource
    void aHalfOpenNetworkIsNoticedAndLosesNothing(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.link().freeze();
        s.trade(Side.SELL, "59995", "0.01");
        s.pass(Duration.ofMinutes(5));
        assertThat(s.isTrading()).isFalse();
        assertThat(order.isOpen()).isTrue();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(s.isTrading()).isTrue();
    }

    @Row({"F10", "A10"})
    @Test
    void anExitThatRestedWhenTheNewsWereLostIsKnownToHaveFilledBeforeNewsComeAgain() {
        Scenario s = Scenarios.withoutDeadMan(BinanceVenues.USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        Order exit = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").limit("60005").reduceOnly());
        s.seconds(5);
        s.faults().refuseHandshakes(1_000_000);
        s.faults().cutSockets();
        s.until("news are gone", () -> !s.isTrading());
        s.trade(Side.BUY, "60005", "0.005").seconds(15);
        assertThat(exit.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        s.pass(Duration.ofMinutes(10)).trade(Side.BUY, "60005", "0.015").seconds(35);
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.isTrading()).isFalse();
        s.calm().agree();
    }

    @Row({"F10", "A10"})
    @Test
    void anExitThatLeavesWithoutNewsAndFillsLaterIsKnownToHaveFilledBeforeNewsComeAgain() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        s.faults().refuseHandshakes(1_000_000);
        s.faults().cutSockets();
        s.until("news are gone", () -> !s.isTrading());
        Order exit = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").limit("60005").reduceOnly());
        s.seconds(5);
        assertThat(exit.status()).isEqualTo(OrderStatus.ACCEPTED);
        s.trade(Side.BUY, "60005", "0.005").seconds(15);
        assertThat(exit.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        s.trade(Side.BUY, "60005", "0.015").seconds(35);
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.isTrading()).isFalse();
        s.calm().agree();
    }

    @Row({"B1", "B5"})
    @ParameterizedTest
    @EnumSource
    void oneChannelThatFallsSilentIsNoticedThoughTheOthersGoOn(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        String part = venue.isDerivative() ? "\"bookTicker\"" : "@bookTicker";
        s.faults().frames(part, new FrameFault.Lose(), 10_000);
        s.until("quotes are called old", Duration.ofMinutes(5), () -> !s.comes(Capability.QUOTES));
        s.calm().agree();
        assertThat(s.comes(Capability.QUOTES)).isTrue();
    }

    @Row("B2")
    @Test
    void aListenKeyThatIsNotExtendedIsReplacedAndWhatWasMissedIsFetched() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.faults()
                .requests(
                        call -> call.method().equals("PUT") && call.path().endsWith("/listenKey"),
                        RequestFault.status(503),
                        2);
        s.pass(Duration.ofMinutes(62));
        s.trade(Side.SELL, "59995", "0.03");
        s.seconds(30);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.calm().agree();
        assertThat(s.isTrading()).isTrue();
    }

    @Row({"B2", "A11"})
    @Test
    void aListenKeyThatTheVenueForgotIsFoundOutByItsExtension() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        // Another program of the same account ends the key; the news of it are lost.
        s.faults().frames("listenKeyExpired", new FrameFault.Lose(), 1);
        s.noise(END_OF_LISTEN_KEY);
        s.trade(Side.SELL, "59995", "0.03");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("B2")
    @Test
    void aListenKeyThatTheVenueEndsIsReplacedAtOnce() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        s.noise(END_OF_LISTEN_KEY);
        s.seconds(20).trade(Side.SELL, "59995", "0.03").seconds(1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
    }

    @Row({"B3", "A10"})
    @ParameterizedTest
    @EnumSource
    void afterEachBreakAllChannelsComeAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        for (int i = 0; i < 5; i++) {
            s.faults().cutSockets();
            s.trade(Side.SELL, "59995", "0.01").seconds(8 + i);
        }
        int quotes = s.puppet().quotes.size();
        int trades = s.puppet().trades.size();
        s.seconds(30).trade(Side.BUY, "60010", "0.01").seconds(30);
        assertThat(s.puppet().quotes.size()).isGreaterThan(quotes);
        assertThat(s.puppet().trades.size()).isGreaterThan(trades);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"B3", "C7"})
    @ParameterizedTest
    @ValueSource(ints = {3, 12, 25})
    void aLoginBehindManyRefusedHandshakesIsSignedAtItsTime(int handshakes) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s = Scenario.at(venue).begin();
            s.faults().refuseHandshakes(handshakes);
            s.faults().cutSockets();
            s.pass(Duration.ofSeconds(handshakes * 20L));
            Order order = s.buy("0.01", "59000");
            s.settle().agree();
            assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        }
    }

    @Row({"B3", "B17"})
    @ParameterizedTest
    @EnumSource
    void aSubscriptionWhoseAcknowledgementIsLostIsAskedForAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).open();
        s.faults().frames("\"result\":null", new FrameFault.Lose(), 2);
        s.start().untilTrading().untilPriced();
        s.buy("0.01");
        s.calm().agree();
        assertThat(s.comes(Capability.QUOTES)).isTrue();
        assertThat(s.comes(Capability.TRADES)).isTrue();
    }

    @Row("B17")
    @ParameterizedTest
    @EnumSource
    void attemptsToConnectKeepTheirDistanceHoweverLongTheVenueRefuses(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        int before = s.log().handshakes();
        s.faults().refuseHandshakes(100_000);
        s.faults().cutSockets();
        s.pass(Duration.ofMinutes(5));
        assertThat(s.log().handshakes() - before).isLessThan(300);
        s.calm().agree();
        assertThat(s.isTrading()).isTrue();
    }

    @Row({"B6", "A12"})
    @ParameterizedTest
    @EnumSource
    void aConnectionThatTheVenueEndsByPlanCostsNoFill(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.1", "59995");
        s.seconds(1);
        for (int i = 0; i < 10; i++) {
            s.trade(Side.SELL, "59995", "0.01").millis(200);
            if (i == 5) {
                s.faults().cutSockets();
            }
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A9", "B3"})
    @ParameterizedTest
    @ValueSource(strings = {"latency", "drip", "loss", "resets"})
    void aBadLineIsSlowAndNotWrong(String kind) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s = Scenario.at(venue).begin();
            switch (kind) {
                case "latency" -> s.link().latency(Duration.ofMillis(5), Duration.ofMillis(1_500));
                case "drip" -> s.link().bytesPerSecond(4_000);
                case "loss" ->
                    s.link().requestLoss(0.3).answerLoss(0.3).messageLoss(0.3).messageDuplication(0.3);
                default -> s.link().resets(0.05);
            }
            for (int i = 0; i < 6; i++) {
                Order order = s.buy("0.02", Integer.toString(59_996 - i));
                s.seconds(4).trade(Side.SELL, "59990", "0.01").seconds(2);
                s.cancel(order);
                s.seconds(2);
            }
            s.link().latency(Duration.ofMillis(1), Duration.ofMillis(1)).bytesPerSecond(Long.MAX_VALUE);
            s.mayDeny().calm().agree();
        }
    }
}
