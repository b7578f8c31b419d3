package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs at OKX that end as by kill -9, and what the next one finds. */
class OkxRestartsTest {
    @Row({"A6", "A12"})
    @ParameterizedTest
    @EnumSource
    void theNextRunBeginsWithWhatIsThereAndBooksNoFillAgain(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01").seconds(1);
        s.restart().untilTrading().untilPriced();
        s.trade(Side.SELL, "59995", "0.02");
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(1);
    }

    @Row({"A6", "A5"})
    @Test
    void idsOfTwoRunsNeverMeetAndAreOfLettersAndDigits() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        for (int life = 0; life < 2; life++) {
            for (int i = 0; i < 3; i++) {
                s.buy("0.01", "59000");
                s.millis(200);
            }
            if (life == 0) {
                s.restart().untilTrading().untilPriced();
            }
        }
        s.settle().agree();
        Set<String> ids = new HashSet<>();
        s.log().calls(s.venue()::isCreate).forEach(entry -> ids.addAll(s.venue().created(entry.call())));
        assertThat(ids).hasSize(6).allMatch(id -> id.matches("[A-Za-z0-9]{1,32}"));
    }

    @Row({"A3", "A6"})
    @Test
    void aRunThatTakesTheIdsOfTheOneBeforeMakesNoSecondOrderUnderAnOpenOnesId() {
        Scenario s =
                Scenario.at(OkxVenues.SPOT).open().start("same").untilTrading().untilPriced();
        Order first = s.buy("0.01", "59000");
        s.seconds(1).kill().start("same").untilTrading().untilPriced();
        s.buy("0.02", "58000");
        s.seconds(30).calm();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT))
                .filteredOn(o -> first.clientId().equals(o.clientId()))
                .hasSize(1);
    }

    @Row({"A6", "A1", "A5"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatWasUnderWayWhenTheProgramDiedIsFound(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
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
    void fillsOfTheTimeBetweenTwoRunsAreInTheAccount(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.03", "59995");
        s.seconds(1).kill().trade(Side.SELL, "59995", "0.01");
        s.pass(Duration.ofMinutes(3)).start().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.life().record.fills).isEmpty();
    }

    @Row({"A6", "A10"})
    @Test
    void aFillWhileTheNextRunOpensIsBookedOnce() {
        for (int millis = 0; millis < 60; millis += 9) {
            Scenario s = Scenario.at(OkxVenues.SWAP).begin();
            s.buy("0.03", "59995");
            s.seconds(1).restart().millis(805 + millis).trade(Side.SELL, "59995", "0.01");
            s.untilTrading().untilPriced();
            s.settle().agree();
        }
    }

    @Row({"A6", "I6"})
    @ParameterizedTest
    @EnumSource
    void ordersOfAnEarlierRunCanEndInThisOne(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).restart().untilTrading().untilPriced();
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.SELL, "59995", "0.03");
        s.settle().agree();
        assertThat(s.life().record.orders.get(order.clientId()).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A27", "A6"})
    @ParameterizedTest
    @EnumSource
    void aStopOfAnEarlierRunIsKnownAndItsFillIsBookedWhenItIsTriggered(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").stop("59950"));
        s.seconds(1).restart().untilTrading().untilPriced();
        s.trade(Side.SELL, "59900", "8");
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(1);
    }

    @Row({"A27", "A6", "A10"})
    @Test
    void aStopThatIsTriggeredBetweenTwoRunsIsInTheAccount() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.02");
        s.seconds(1);
        s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").stop("59950").reduceOnly());
        s.seconds(1).kill().trade(Side.SELL, "59900", "8").seconds(20);
        s.start().untilTrading().untilPriced().settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row("F8")
    @ParameterizedTest
    @EnumSource
    void aSecondProgramOnTheAccountIsSeenAsSomebodyElse(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01", "59000");
        s.seconds(1);
        // The second is started while the first goes on, and is the one that is judged.
        s.start().untilTrading().untilPriced();
        s.buy("0.02");
        s.buy("0.01", "58500");
        s.seconds(30).calm().agree();
    }

    private static Order triggeredAndResting(Scenario s) {
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").stop("59950").limit("59995"));
        s.seconds(1).trade(Side.SELL, "59900", "8");
        s.seconds(1).trade(Side.BUY, "59995", "0.02").seconds(1);
        assertThat(stop.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        return stop;
    }

    @Row({"A27", "A6", "I6"})
    @ParameterizedTest
    @EnumSource
    void whatCameOfAStopOfAnEarlierRunAndRestsIsCancelledByTheKillSwitch(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        triggeredAndResting(s);
        s.restart().untilTrading().untilPriced();
        s.engine().risk().trip("test", "the test", false);
        s.seconds(2);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        s.settle().agree();
    }

    @Row({"A27", "A6"})
    @ParameterizedTest
    @EnumSource
    void theSameAfterAuditsHaveToldOfIt(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        triggeredAndResting(s);
        s.restart().untilTrading().untilPriced();
        s.seconds(70).engine().risk().trip("test", "the test", false);
        s.seconds(2);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        s.settle().agree();
    }

    @Row({"A27", "A6", "A12"})
    @ParameterizedTest
    @EnumSource
    void itGoesBackToItsStrategyByTheStoreWhichCancelsIt(OkxVenues venue) {
        List<OwnOrder> stored = new ArrayList<>();
        Scenario s = Scenario.at(venue)
                .engine(builder -> builder.inherit(new Inheritance(List.of(), stored, Map.of())))
                .begin();
        Order stop = triggeredAndResting(s);
        s.kill();
        stored.add(new OwnOrder(
                "puppet",
                new ExternalOrder(
                        stop.clientId(),
                        "",
                        stop.sent(),
                        OrderStatus.TRIGGERED,
                        stop.rawFilled(),
                        stop.createdNanos())));
        s.start().untilTrading().untilPriced();
        Order again = s.life().record.orders.get(stop.clientId());
        assertThat(again.strategyId()).isEqualTo("puppet");
        s.cancel(again).seconds(2);
        assertThat(again.status()).isEqualTo(OrderStatus.CANCELED);
        s.settle().agree();
    }
}
