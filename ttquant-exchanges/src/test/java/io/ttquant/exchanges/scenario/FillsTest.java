package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fills are booked once each, whatever becomes of the news of them. */
class FillsTest {
    /** Each of four pieces of news about an order that fills in three parts: that it is there, and its fills. */
    static Stream<Arguments> eachNews() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> IntStream.range(0, 4).mapToObj(which -> Arguments.of(venue, which)));
    }

    @Row("A7")
    @ParameterizedTest
    @EnumSource
    void anAcceptedOrderIsNoPosition(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.engine().ledger().position("puppet", order.instrument()).isFlat())
                .isTrue();
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void fillsWhileTheStreamIsDownAreFetchedWhenItIsUp(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order bought = s.buy("0.05", "59995");
        Order sold = s.sell("0.03", "60005");
        s.seconds(1);
        s.faults().refuseHandshakes(6);
        s.faults().cutSockets();
        for (int i = 0; i < 5; i++) {
            s.trade(Side.SELL, "59995", "0.01")
                    .trade(Side.BUY, "60005", "0.004")
                    .millis(300);
        }
        s.settle().agree();
        assertThat(bought.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(sold.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void aBurstOfFillsAcrossACutIsBookedOnce(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.1", "59995");
        s.seconds(1);
        for (int i = 0; i < 10; i++) {
            s.trade(Side.SELL, "59995", "0.01").millis(1);
            if (i == 4) {
                s.faults().cutSockets();
            }
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void anOrderThatEndsWhileTheStreamIsDownIsKnownToHaveEnded(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        s.faults().refuseHandshakes(4);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "0.02");
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row({"A11", "A13"})
    @ParameterizedTest
    @MethodSource("eachNews")
    void newsThatAreLostOnAHealthyStreamAreFoundByTheAudit(BinanceVenues venue, int which) {
        Scenario s = Scenario.at(venue).begin();
        fault(s, which, new FrameFault.Lose());
    }

    @Row({"A12", "A13"})
    @ParameterizedTest
    @MethodSource("eachNews")
    void newsThatComeTwiceCountOnce(BinanceVenues venue, int which) {
        Scenario s = Scenario.at(venue).begin();
        fault(s, which, new FrameFault.Twice());
    }

    @Row({"A15", "A16"})
    @ParameterizedTest
    @MethodSource("eachNews")
    void newsThatComeAfterTheyWereAskedForChangeNothing(BinanceVenues venue, int which) {
        Scenario s = Scenario.at(venue).begin();
        fault(s, which, new FrameFault.Delay(Duration.ofSeconds(100)));
    }

    @Row({"A15", "A16"})
    @ParameterizedTest
    @MethodSource("eachNews")
    void newsThatOvertakeEachOtherLeadToTheSameEnd(BinanceVenues venue, int which) {
        Scenario s = Scenario.at(venue).begin();
        fault(s, which, new FrameFault.Swap());
    }

    private static void fault(Scenario s, int which, FrameFault fault) {
        String news = s.venue().orderNews();
        if (which == 0) {
            s.faults().frames(news, fault, 1);
        }
        Order order = s.buy("0.03", "59995");
        s.seconds(1);
        for (int i = 1; i < 4; i++) {
            if (which == i) {
                s.faults().frames(news, fault, 1);
            }
            s.trade(Side.SELL, "59995", "0.01").millis(20);
        }
        // Behind a swapped one another has to come.
        s.seconds(1);
        s.buy("0.01", "58000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.puppet().events.stream().filter(OrderEvent.Filled.class::isInstance))
                .hasSize(3);
    }

    @Row("A11")
    @ParameterizedTest
    @EnumSource
    void allNewsOfAnHourCanBeMissing(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), venue.isDerivative() ? 8 : 7);
        Order order = s.buy("0.05", "59995");
        Order other = s.buy("0.02");
        s.seconds(1);
        for (int i = 0; i < 5; i++) {
            s.trade(Side.SELL, "59995", "0.01").seconds(40);
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(other.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A12")
    @ParameterizedTest
    @EnumSource
    void fillsOfBeforeAReconnectAreNotCountedAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.05");
        s.sell("0.02");
        s.seconds(1);
        for (int i = 0; i < 4; i++) {
            s.faults().cutSockets();
            s.seconds(20);
        }
        s.settle().agree();
    }

    /** Which of both tell of trades without their ids: the stream, the list of fills. */
    static Stream<Arguments> withoutIds() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> IntStream.range(1, 4)
                        .mapToObj(which -> Arguments.of(venue, (which & 1) != 0, (which & 2) != 0)));
    }

    @Row({"A14", "A12"})
    @ParameterizedTest
    @MethodSource("withoutIds")
    void fillsThatAreToldWithoutTheirIdsAreBookedOnce(BinanceVenues venue, boolean isStream, boolean isList) {
        Scenario s = Scenario.at(venue).begin();
        if (isStream) {
            s.faults()
                    .frames(
                            venue.orderNews(),
                            new FrameFault.Change(t -> t.replaceAll("\"t\":\\d+", "\"t\":null")),
                            1_000);
        }
        if (isList) {
            s.faults()
                    .requests(
                            call -> call.path().matches(".*/(my|user)Trades"),
                            new RequestFault.Change(t -> t.replaceAll("\"id\":\\d+", "\"id\":null")),
                            1_000);
        }
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        for (int i = 0; i < 3; i++) {
            s.trade(Side.SELL, "59995", "0.01").seconds(40);
        }
        s.faults().cutSockets();
        s.seconds(90);
        assertThat(new BigDecimal(order.instrument().formatQuantity(order.rawFilled())))
                .isEqualByComparingTo("0.03");
        s.trade(Side.SELL, "59995", "0.02").seconds(90);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        // From here on the ids are told again, of the same fills too.
        s.calm();
        assertThat(s.life().record.fills).hasSize(4);
        assertThat(s.life().record.flows)
                .as("what the account holds is what was booked")
                .isEmpty();
        if (!isStream) {
            s.agree();
        }
    }

    @Row("A14")
    @Test
    void bothSidesOfATradeWithOneselfAreBooked() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order bid = s.buy("0.01", "59995");
        s.seconds(1);
        Order ask = s.sell("0.01", "59995");
        s.settle().agree();
        assertThat(bid.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(ask.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A14")
    @ParameterizedTest
    @EnumSource
    void tradesOfTwoMarketsMayHaveTheSameId(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        var ether = s.traded().get(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 2);
        for (int i = 0; i < 3; i++) {
            s.buy("0.01");
            s.order(p -> p.hands().buy(ether).quantity("0.1").market());
            s.millis(100);
        }
        s.settle().agree();
        assertThat(s.puppet().events.stream().filter(OrderEvent.Filled.class::isInstance))
                .hasSize(6);
    }

    @Row({"A16", "A17"})
    @ParameterizedTest
    @EnumSource
    void fillsThatOvertakeTheAnswerToTheCreateFindTheirOrder(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayAnswer(Duration.ofSeconds(3)), 1);
        Order order = s.buy("0.02");
        s.millis(500);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A17")
    @ParameterizedTest
    @EnumSource
    void aFillInPartThatOvertakesTheAnswerIsNotForgottenByIt(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayAnswer(Duration.ofSeconds(5)), 1);
        Order order = s.buy("0.02", "59995");
        s.millis(100).trade(Side.SELL, "59995", "0.005").millis(100);
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Row("A17")
    @ParameterizedTest
    @EnumSource
    void aRefusalThatComesLateEndsOnlyItsOrder(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayAnswer(Duration.ofSeconds(3)), 1);
        Order crossing = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("60010").postOnly());
        Order fine = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("59000").postOnly());
        s.settle().agree();
        assertThat(crossing.isClosed()).isTrue();
        assertThat(fine.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A11", "A16"})
    @Test
    void moreFillsThanOneAnswerHoldsAreAllBookedThoughNoNewsOfThemCame() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order order = s.buy("1.2", "59995");
        s.seconds(1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 2_000);
        for (int i = 0; i < 1_100; i++) {
            s.trade(Side.SELL, "59995", "0.001").millis(1);
        }
        s.cancel(order).seconds(15);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.life().record.fills).hasSize(1_100);
        s.calm().agree();
    }
}
