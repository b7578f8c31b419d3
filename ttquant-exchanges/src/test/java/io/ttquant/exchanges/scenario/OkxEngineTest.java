package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine on OKX whose strategy throws, acts from within its callbacks, or is stopped, and what is left at the venue. */
class OkxEngineTest {
    @Row({"I1", "I3"})
    @ParameterizedTest
    @EnumSource
    void aStrategyThatThrowsIsStoppedAndItsOrdersOfBothServicesAreCancelled(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01", "59000");
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000"));
        s.seconds(1);
        s.puppet().whenOrder = event -> {
            throw new IllegalStateException("a mistake of the strategy");
        };
        s.buy("0.01", "59995");
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I5")
    @ParameterizedTest
    @EnumSource
    void aStrategyMayOrderFromWithinItsCallbacks(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> exits = new ArrayList<>();
        s.puppet().whenOrder = event -> {
            if (event instanceof OrderEvent.Filled filled && filled.order().side() == io.ttquant.api.order.Side.BUY) {
                exits.add(s.puppet()
                        .hands()
                        .sell(s.instrument())
                        .rawQuantity(filled.fill().rawQuantity())
                        .limit("60500")
                        .submit());
            }
        };
        s.buy("0.05", "59995");
        s.seconds(1);
        for (int i = 0; i < 5; i++) {
            s.trade(Side.SELL, "59995", "0.01").millis(50);
        }
        s.settle().agree();
        assertThat(exits).hasSize(5).allMatch(Order::isOpen);
    }

    @Row({"I5", "A18"})
    @Test
    void aCancelFromWithinAFillOfTheSameOrderIsNoRiddle() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.puppet().whenOrder = event -> {
            if (event instanceof OrderEvent.Filled filled && filled.order().isOpen()) {
                s.puppet().hands().cancel(filled.order());
            }
        };
        Order order = s.buy("0.05", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.02").trade(Side.SELL, "59995", "0.03");
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
    }

    @Row({"I6", "I3"})
    @ParameterizedTest
    @EnumSource
    void theKillSwitchReachesBothServicesAndOrdersOfEarlierRuns(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000"));
        s.buy("0.01", "58000");
        s.seconds(1).restart().untilTrading().untilPriced();
        s.buy("0.01", "58500");
        s.seconds(1);
        s.engine().risk().trip("test", "the test", false);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I3")
    @ParameterizedTest
    @EnumSource
    void aKillSwitchThatIsFoundTrippedCancelsWhatTheRunBeforeLeftInBothServices(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000"));
        s.buy("0.01", "58000");
        s.seconds(1).kill();
        s.killSwitch().trip(new KillLatch("a test", "Ann", s.time().nanos()));
        s.start().untilTrading();
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I6", "A20"})
    @Test
    void theKillSwitchCancelsThoughTheVenueDoesNotAnswerAtFirst() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.buy("0.01", "58000");
        s.buy("0.01", "58100");
        s.seconds(1);
        s.faults().requests(s.venue()::isCancel, RequestFault.status(502), 2);
        s.engine().risk().trip("test", "the test", false);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"I8", "D6"})
    @Test
    void aCancelIsSentAtOnceInABurstOfTrades() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        for (int i = 0; i < 300; i++) {
            s.trade(Side.BUY, "60010", "0.001");
        }
        long asked = s.time().nanos();
        s.cancel(order);
        s.until("it is cancelled", () -> order.status() == OrderStatus.CANCELED);
        assertThat(s.time().nanos() - asked).isLessThan(Duration.ofMillis(50).toNanos());
        s.settle().agree();
    }

    @Row({"I9", "A12"})
    @Test
    void aStrategyIsToldEachFillOnceAndInOrder() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.2", "59995");
        s.seconds(1);
        for (int i = 0; i < 12; i++) {
            s.faults().frames(s.venue().orderNews(), i % 3 == 0 ? new FrameFault.Twice() : new FrameFault.Swap(), 1);
            s.trade(Side.SELL, "59995", "0.01").millis(30);
        }
        s.buy("0.01", "58000");
        s.seconds(1).calm().agree();
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.Filled.class::isInstance)
                .hasSize(12);
    }

    @Row("I10")
    @Test
    void twoRunsInOneProcessAreTheSameToTheLetter() {
        List<String> first = told();
        assertThat(told()).isEqualTo(first);
    }

    private static List<String> told() {
        Scenario s = Scenario.at(OkxVenues.SWAP, 11).begin();
        s.link().messageLoss(0.2).requestLoss(0.1).answerLoss(0.1);
        for (int i = 0; i < 5; i++) {
            s.buy("0.03", "59995");
            s.seconds(2).trade(Side.SELL, "59995", "0.02");
        }
        s.calm().agree();
        return s.life().record.events.stream().map(Object::toString).toList();
    }
}
