package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program itself: callbacks that throw, ends, re-entrance, memory, repetition. */
class EngineTest {
    @Row("I1")
    @ParameterizedTest
    @EnumSource
    void aStrategyThatThrowsStopsAndItsOrdersAreCancelled(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order rests = s.buy("0.01", "59000");
        s.seconds(1);
        s.puppet().whenOrder = event -> {
            if (event instanceof OrderEvent.Filled) {
                throw new IllegalStateException("planted");
            }
        };
        s.buy("0.02");
        s.settle().agree();
        assertThat(rests.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I1", "A20"})
    @ParameterizedTest
    @EnumSource
    void theSameIfTheCancelsThatThisCausesAreLost(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().requests(venue::isCancel, new RequestFault.LoseRequest(), 1);
        s.puppet().whenOrder = event -> {
            throw new IllegalStateException("planted");
        };
        s.buy("0.02");
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I3")
    @Test
    void onFuturesTheVenueCancelsWhatADeadProgramLeft() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        s.buy("0.01", "59000");
        s.seconds(5).kill();
        s.pass(Duration.ofMinutes(3));
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        s.start().untilTrading().untilPriced().settle().agree();
    }

    @Row("I3")
    @Test
    void onFuturesTheVenueCancelsWhileNothingIsHeardOfUsAndWeFindOut() {
        Scenario s = Scenario.at(BinanceVenues.USDM).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        s.link().freeze();
        s.pass(Duration.ofMinutes(4));
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("I3")
    @Test
    void onSpotWhatADeadProgramLeftIsTakenOverByTheNext() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5).kill();
        s.pass(Duration.ofMinutes(3))
                .start()
                .untilTrading()
                .untilPriced()
                .settle()
                .agree();
        assertThat(s.life().record.orders).containsKey(order.clientId());
    }

    @Row("I4")
    @ParameterizedTest
    @EnumSource
    void nothingGathersOverManyOrdersAndReconnects(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        rounds(s, 10);
        int before = s.time().pending();
        rounds(s, 60);
        s.settle().agree();
        assertThat(s.time().pending()).isLessThan(before + 40);
    }

    private static void rounds(Scenario s, int count) {
        for (int i = 0; i < count; i++) {
            Order order = s.buy("0.001", Integer.toString(58_000 + i));
            s.seconds(3).cancel(order);
            if (i % 10 == 9) {
                s.faults().cutSockets();
            }
            s.seconds(6);
        }
    }

    @Row("I5")
    @ParameterizedTest
    @EnumSource
    void aStrategyMaySendAndCancelFromWithinItsCallbacks(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        int[] left = {25};
        s.puppet().whenOrder = event -> {
            if (event instanceof OrderEvent.Accepted && event.order().isOpen()) {
                s.puppet().hands().cancel(event.order());
            } else if (event instanceof OrderEvent.Canceled && left[0]-- > 0) {
                s.puppet()
                        .hands()
                        .buy(s.instrument())
                        .quantity("0.001")
                        .limit("58000")
                        .submit();
            }
        };
        s.buy("0.001", "58000");
        s.seconds(30);
        s.puppet().whenOrder = event -> {};
        s.settle().agree();
        assertThat(s.life().record.orders).hasSize(26);
    }

    @Row("I6")
    @ParameterizedTest
    @EnumSource
    void aStopCancelsEverythingAndSaysWhatIsOpenUntilItIsConfirmed(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        for (int i = 0; i < 5; i++) {
            s.buy("0.01", Integer.toString(59_000 - i));
        }
        s.seconds(1);
        s.faults().requests(venue::isCancel, new RequestFault.LoseRequest(), 1);
        s.life().turns.run(() -> s.engine().strategies().stop("the test"));
        assertThat(s.engine().strategies().openOrders()).hasSize(5);
        s.settle().agree();
        assertThat(s.engine().strategies().openOrders()).isEmpty();
    }

    @Row({"I6", "A1"})
    @ParameterizedTest
    @EnumSource
    void aStopWhileACreateIsUnknownEndsTheOrderToo(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayRequest(Duration.ofSeconds(3)), 1);
        Order order = s.buy("0.01", "59000");
        s.millis(200);
        s.life().turns.run(() -> s.engine().strategies().stop("the test"));
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("I8")
    @ParameterizedTest
    @EnumSource
    void aCancelInAStormOfMarketDataIsSentAtOnce(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        for (int i = 0; i < 3_000; i++) {
            s.crowd(i % 2 == 0 ? Side.BUY : Side.SELL, i % 2 == 0 ? "59990" : "60010", "0.001");
        }
        s.cancel(order);
        s.millis(50);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        s.settle().agree();
    }

    @Row("I9")
    @ParameterizedTest
    @EnumSource
    void whoAsksForABookLaterGetsItAsItIs(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        long[] best = {0};
        s.puppet().whenBook = book -> best[0] = book.rawBid(0);
        s.act(p -> {
            p.reach().subscribeBook(s.instrument());
            return p;
        });
        s.seconds(30);
        assertThat(s.life().instrument(s.instrument()).formatPrice(best[0])).startsWith("59990");
        s.settle().agree();
    }

    @Row("I10")
    @ParameterizedTest
    @EnumSource
    void theSameScenarioTwiceIsTheSameToTheLastLine(BinanceVenues venue) {
        assertThat(run(venue)).isEqualTo(run(venue));
    }

    private static String run(BinanceVenues venue) {
        Scenario s = Scenario.at(venue, 99)
                .network(network -> network.link("127.0.0.1").latency(Duration.ofMillis(1), Duration.ofMillis(300)))
                .begin();
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 2);
        s.buy("0.02");
        s.buy("0.03", "59995");
        s.seconds(2).trade(Side.SELL, "59995", "0.02");
        s.faults().cutSockets();
        s.seconds(20);
        s.settle().agree();
        return s.story();
    }
}
