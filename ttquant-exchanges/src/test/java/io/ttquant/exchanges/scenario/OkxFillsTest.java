package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.OrderReason;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** News of orders and fills at OKX that are missing, doubled, late, out of order or of words that nobody knows. */
class OkxFillsTest {
    /** Buys, fills it in three parts of which the last ends it, and does something to one of the four frames. */
    private static Order threeParts(Scenario s, int which, FrameFault fault) {
        s.faults()
                .frames(
                        s.venue().orderNews(),
                        // The first frame tells that the order is there.
                        which == 0 ? fault : new FrameFault.Change(text -> text),
                        1);
        for (int i = 1; i <= 3; i++) {
            s.faults().frames(s.venue().orderNews(), which == i ? fault : new FrameFault.Change(text -> text), 1);
        }
        Order order = s.buy("0.06", "59995");
        s.millis(500);
        for (String part : new String[] {"0.01", "0.03", "0.02"}) {
            s.trade(Side.SELL, "59995", part).millis(200);
        }
        return order;
    }

    @Row({"A11", "A13"})
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void newsThatAreLostOnAHealthyStreamAreFound(int which) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = threeParts(s, which, new FrameFault.Lose());
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A12", "A13"})
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void newsThatComeTwiceCountOnce(int which) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = threeParts(s, which, new FrameFault.Twice());
        s.settle().agree();
        assertThat(s.puppet().events.stream().filter(OrderEvent.Filled.class::isInstance))
                .hasSize(3);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A15", "A16"})
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void newsThatComeAfterTheyWereAskedForChangeNothing(int which) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = threeParts(s, which, new FrameFault.Delay(Duration.ofSeconds(100)));
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A15", "A16", "A17"})
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void newsThatOvertakeEachOtherLeadToTheSameEnd(int which) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = threeParts(s, which, new FrameFault.Swap());
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A7")
    @ParameterizedTest
    @EnumSource
    void anAcceptedOrderIsNoPosition(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void fillsWhileTheStreamIsDownAreFetchedWhenItIsUp(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order bid = s.buy("0.05", "59995");
        Order ask = s.sell("0.04", "60005");
        s.seconds(1);
        s.faults().refuseHandshakes(12);
        s.faults().cutSockets();
        s.seconds(1).trade(Side.SELL, "59995", "0.02").trade(Side.BUY, "60005", "0.04");
        s.until("it is up again", s::isTrading);
        s.settle().agree();
        assertThat(bid.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(ask.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A10", "D7"})
    @Test
    void moreFillsThanAPageHoldsAreFetchedAfterACut() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order order = s.buy("3", "59995");
        s.seconds(1);
        s.faults().refuseHandshakes(6);
        s.faults().cutSockets();
        s.seconds(1);
        IntStream.range(0, 230).forEach(i -> s.trade(Side.SELL, "59995", "0.01"));
        s.until("it is up again", s::isTrading);
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(230);
        assertThat(order.isOpen()).isTrue();
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void aBurstOfFillsAcrossACutIsBookedOnce(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("1", "59995");
        s.seconds(1);
        for (int i = 0; i < 30; i++) {
            s.trade(Side.SELL, "59995", "0.02").millis(3);
            if (i == 10 || i == 20) {
                s.faults().cutSockets();
            }
        }
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(30);
    }

    @Row("A10")
    @ParameterizedTest
    @EnumSource
    void anOrderThatEndsWhileTheStreamIsDownIsKnownToHaveEnded(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        s.faults().refuseHandshakes(6);
        s.faults().cutSockets();
        s.millis(200).trade(Side.SELL, "59995", "0.02");
        s.exchange()
                .trading()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(order.clientId()))
                .get();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("A11")
    @Test
    void allNewsOfAnHourCanBeMissing() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 1_000);
        for (int i = 0; i < 6; i++) {
            Order order = s.buy("0.05", "59995");
            s.seconds(300).trade(Side.SELL, "59995", "0.02").seconds(300);
            s.cancel(order);
        }
        s.seconds(60).calm().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("A14")
    @Test
    void tradesOfTwoMarketsMayHaveTheSameId() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.buy("0.02");
        s.order(p -> p.hands().buy(s.traded().get(1)).quantity("1").market());
        s.settle().agree();
        assertThat(s.life().record.fills).hasSize(2);
        assertThat(s.life().record.fills.get(0).tradeId())
                .isEqualTo(s.life().record.fills.get(1).tradeId());
    }

    @Row({"A16", "A17"})
    @ParameterizedTest
    @EnumSource
    void fillsThatOvertakeTheAnswerToTheCreateFindTheirOrder(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayAnswer(Duration.ofSeconds(4)), 1);
        Order order = s.buy("0.05");
        s.seconds(1);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
    }

    @Row("A17")
    @ParameterizedTest
    @EnumSource
    void aFillInPartThatOvertakesTheAnswerIsNotForgottenByIt(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, new RequestFault.DelayAnswer(Duration.ofSeconds(4)), 1);
        Order order = s.buy("0.05", "59995");
        s.millis(100).trade(Side.SELL, "59995", "0.03");
        s.seconds(10);
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        s.settle().agree();
    }

    static Stream<UnaryOperator<String>> strangeWords() {
        return Stream.of(
                text -> text.replace("\"state\":\"filled\"", "\"state\":\"effervescent\""),
                text -> text.replace("\"state\":\"filled\"", "\"state\":\"\""),
                text -> text.replace("\"accFillSz\":\"0.05\"", "\"accFillSz\":\"\""),
                text -> text.replace("\"category\":\"normal\"", "\"category\":\"astral\""),
                text -> text.replace("\"instType\":\"SPOT\"", "\"instType\":\"XPERP\""),
                text -> text.replace("\"ordType\":\"limit\"", "\"ordType\":\"rpi\""),
                text -> text.replace("\"tradeId\":\"", "\"tradeId\":\"x"),
                text -> text.replace("\"fillPx\":\"59995\"", "\"fillPx\":\"\""),
                text -> text.replace("\"accFillSz\":", "\"accFillSzOfYore\":"),
                text -> text.replace("\"side\":\"buy\"", "\"side\":\"sideways\""),
                text -> text.replace("\"fillSz\":\"0.05\"", "\"fillSz\":\"1e100000000\""),
                text -> text.substring(0, text.length() / 2),
                text -> text.replace(
                        "\"data\":[{", "\"data\":[{\"novelty\":{\"deep\":[1,{\"x\":null}]},\"other\":true,"));
    }

    @Row({"A28", "B15"})
    @ParameterizedTest
    @MethodSource("strangeWords")
    void wordsThatNobodyKnowsInTheNewsOfAFillLoseNeitherItNorTheRest(UnaryOperator<String> change) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.05", "59995");
        Order other = s.sell("0.02", "60005");
        s.seconds(1);
        s.faults().frames("\"state\":\"filled\"", new FrameFault.Change(change), 1);
        s.trade(Side.SELL, "59995", "0.05");
        s.millis(100).trade(Side.BUY, "60005", "0.02");
        s.seconds(1);
        assertThat(other.status()).isEqualTo(OrderStatus.FILLED);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A28")
    @Test
    void aStateThatNobodyKnowsEndsNothing() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults()
                .frames(
                        "\"state\":\"live\"",
                        new FrameFault.Change(text -> text.replace("\"state\":\"live\"", "\"state\":\"mmp_paused\"")),
                        1);
        Order order = s.buy("0.05", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A28", "A24"})
    @ParameterizedTest
    @EnumSource
    void aPostOnlyOrderThatWouldTakeIsAcceptedAndThenCancelledByTheVenue(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("60010").postOnly());
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.truth(order).reason()).isEqualTo(OrderReason.WOULD_TAKE);
    }

    @Row("A28")
    @ParameterizedTest
    @EnumSource
    void anOrderThatTheVenueEndsByItselfHasEndedHereToo(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.02");
        s.exchange()
                .operator()
                .end(
                        Scenario.ACCOUNT,
                        s.symbol(),
                        OrderRef.client(order.clientId()),
                        io.ttquant.exchanges.emulator.exchange.OrderStatus.CANCELED,
                        OrderReason.OPERATOR)
                .get();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isPositive();
    }

    @Row("A28")
    @Test
    void anOrderThatWouldTradeWithItsOwnAccountEndsTheRestingOne() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order resting = s.buy("0.02", "60000");
        s.seconds(1);
        Order taker = s.sell("0.05", "60000");
        s.settle().agree();
        assertThat(resting.status().isClosed()).isTrue();
        assertThat(taker.isOpen()).isTrue();
    }

    @Row({"A24", "A28"})
    @Test
    void whatCannotFillAtOnceEndsWithWhatItGot() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order some = s.order(
                p -> p.hands().buy(s.instrument()).quantity("9").limit("60020").immediateOrCancel());
        Order none = s.order(
                p -> p.hands().buy(s.instrument()).quantity("9").limit("59000").fillOrKill());
        s.settle().agree();
        assertThat(some.isClosed()).isTrue();
        assertThat(none.rawFilled()).isZero();
    }
}
