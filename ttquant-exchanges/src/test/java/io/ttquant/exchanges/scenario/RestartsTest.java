package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that end as by kill -9, and what the next one finds. */
class RestartsTest {
    @Row({"A6", "A12"})
    @ParameterizedTest
    @EnumSource
    void theNextRunBeginsWithWhatIsThereAndBooksNoFillAgain(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.02");
        s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01").seconds(1);
        s.restart().untilTrading().untilPriced();
        s.trade(Side.SELL, "59995", "0.02");
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(1);
    }

    @Row({"A6", "A5"})
    @ParameterizedTest
    @EnumSource
    void idsOfTwoRunsNeverMeet(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        for (int i = 0; i < 3; i++) {
            s.buy("0.01", "59000");
            s.seconds(1);
        }
        s.restart().untilTrading().untilPriced();
        for (int i = 0; i < 3; i++) {
            s.buy("0.01", "58900");
            s.seconds(1);
        }
        s.settle().agree();
        Set<String> ids = new HashSet<>();
        s.log().calls(venue::isCreate).forEach(entry -> ids.addAll(venue.created(entry.call())));
        assertThat(ids).hasSize(6).allMatch(id -> id.matches("[A-Za-z0-9]{1,32}"));
    }

    @Row("A6")
    @ParameterizedTest
    @EnumSource
    void aRunThatTakesTheIdsOfTheOneBeforeMakesNoSecondOrderUnderAnOpenOnesId(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue)
                .open()
                .start("same")
                .untilTrading()
                .untilPriced();
        Order first = s.buy("0.01", "59000");
        s.seconds(1).kill().start("same").untilTrading().untilPriced();
        s.buy("0.02", "58000");
        s.calm();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT))
                .filteredOn(o -> first.clientId().equals(o.clientId()))
                .hasSize(1);
    }

    @Row({"A6", "A1"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatWasUnderWayWhenTheProgramDiedIsFound(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayRequest(Duration.ofSeconds(3)), 1);
        Order order = s.buy("0.01", "59000");
        s.millis(100);
        s.restart().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.life().record.orders.get(order.clientId()).strategyId()).isEqualTo(Ledger.EXTERNAL);
    }

    @Row({"A6", "A12"})
    @ParameterizedTest
    @EnumSource
    void fillsOfTheTimeBetweenTwoRunsAreInTheAccount(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.03", "59995");
        s.seconds(1).kill().trade(Side.SELL, "59995", "0.01");
        s.pass(Duration.ofMinutes(3)).start().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.life().record.fills).isEmpty();
    }

    @Row({"A6", "A10"})
    @ParameterizedTest
    @EnumSource
    void aFillWhileTheNextRunOpensIsBookedOnce(BinanceVenues venue) {
        for (int millis = 0; millis < 60; millis += 7) {
            Scenario s = Scenarios.withoutDeadMan(venue).begin();
            s.buy("0.03", "59995");
            s.seconds(1).restart().millis(805 + millis).trade(Side.SELL, "59995", "0.01");
            s.untilTrading().untilPriced();
            s.settle().agree();
        }
    }

    @Row({"A6", "A10", "A12"})
    @ParameterizedTest
    @EnumSource
    void anOrderOfTheLastRunThatFillsWhileTheNextOneOpensIsBookedOnce(BinanceVenues venue) {
        for (int millis = 680; millis < 760; millis += 3) {
            Scenario s = Scenarios.withoutDeadMan(venue).begin();
            s.faults().requests(venue::isCreate, new RequestFault.DelayRequest(Duration.ofMillis(300 + millis)), 1);
            s.buy("0.01", "61000");
            s.millis(200).restart().untilTrading().untilPriced();
            s.settle().agree();
        }
    }

    @Row({"A6", "I6"})
    @ParameterizedTest
    @EnumSource
    void ordersOfAnEarlierRunCanEndInThisOne(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).restart().untilTrading().untilPriced();
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.SELL, "59995", "0.03");
        s.settle().agree();
        assertThat(s.life().record.orders.get(order.clientId()).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A8", "A28"})
    @Test
    void anOrderThatTheVenueHasArchivedHasEndedAndKeepsNobodyFromTrading() {
        List<OwnOrder> stored = new ArrayList<>();
        Scenario s = Scenario.at(BinanceVenues.SPOT)
                .engine(builder -> builder.inherit(new Inheritance(List.of(), stored, Map.of())))
                .begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1).kill();
        s.exchange().trading().cancelAll(Scenario.ACCOUNT, s.symbol());
        stored.add(new OwnOrder(
                "puppet",
                new ExternalOrder(order.clientId(), "", order.sent(), OrderStatus.ACCEPTED, 0, order.createdNanos())));
        s.faults()
                .requests(
                        s.venue()::isOrderQuestion,
                        new RequestFault.Answer(
                                Reply.json(
                                        400,
                                        "{\"code\":-2026,\"msg\":\"Order was canceled or expired with no executed qty"
                                                + " over 90 days ago and has been archived.\"}"),
                                false),
                        100);
        s.start().untilTrading().untilPriced();
        Order ended = s.life().record.orders.get(order.clientId());
        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.story()).contains("archived");
        s.calm().agree();
    }

    @Row("I3")
    @ParameterizedTest
    @EnumSource
    void aKillSwitchThatIsFoundTrippedCancelsWhatTheRunBeforeLeft(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.02");
        s.buy("0.01", "59000");
        s.buy("0.01", "58000");
        s.seconds(1).kill();
        s.killSwitch().trip(new KillLatch("a test", "Ann", s.time().nanos()));
        s.start().untilTrading();
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        // What is held stays: whether it is to be closed was not kept.
        assertThat(s.life().record.fills).isEmpty();
    }

    @Row("F8")
    @ParameterizedTest
    @EnumSource
    void aSecondProgramOnTheAccountIsSeenByTheFirstAsSomebodyElse(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.01", "59000");
        s.seconds(1);
        // The second is started while the first goes on, and then the second is the one that is judged.
        s.start().untilTrading().untilPriced();
        s.buy("0.02");
        s.buy("0.01", "58500");
        s.calm().agree();
        List<Order> all = List.copyOf(s.life().record.orders.values());
        assertThat(all).anyMatch(o -> o.strategyId().equals(Ledger.EXTERNAL));
        assertThat(all).anyMatch(o -> o.strategyId().equals("puppet"));
        assertThat(s.lives().get(0).record.orders.values())
                .anyMatch(o -> o.strategyId().equals(Ledger.EXTERNAL));
    }
}
