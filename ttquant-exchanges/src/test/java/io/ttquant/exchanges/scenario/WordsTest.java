package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.OrderReason;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Words, codes and shapes that nobody told us of; orders that the venue ends by itself; orders that it will never take. */
class WordsTest {
    private enum Damage {
        STATUS(text -> text.replaceAll("\"X\":\"[A-Z_]+\"", "\"X\":\"PARTIALLY_SETTLED\"")),
        EXECUTION(text -> text.replaceAll("\"x\":\"[A-Z_]+\"", "\"x\":\"NOVATED\"")),
        SIDE(text -> text.replaceAll("\"S\":\"[A-Z]+\"", "\"S\":\"SHORT_EXEMPT\"")),
        TYPE(text -> text.replaceAll("\"o\":\"LIMIT\"", "\"o\":\"LIMIT_PLUS\"")),
        TIME_IN_FORCE(text -> text.replaceAll("\"f\":\"GTC\"", "\"f\":\"GTX2\"")),
        NO_QUANTITY(text -> text.replaceAll("\"q\":\"[0-9.]+\",", "")),
        EMPTY_NUMBER(text -> text.replaceAll("\"l\":\"[0-9.]+\"", "\"l\":\"\"")),
        NUMBER_THAT_IS_NONE(text -> text.replaceAll("\"z\":\"[0-9.]+\"", "\"z\":\"NaN\"")),
        BOMB(text -> text.replaceAll("\"L\":\"[0-9.]+\"", "\"L\":\"1e10000000\"")),
        NEGATIVE(text -> text.replaceAll("\"z\":\"[0-9.]+\"", "\"z\":\"-5\"")),
        TIME_OF_NOWHERE(text -> text.replaceAll("\"T\":[0-9]+", "\"T\":-1").replaceAll("\"E\":[0-9]+", "\"E\":-1")),
        MICROSECONDS(text -> text.replaceAll("\"(T|E)\":([0-9]+)", "\"$1\":$2" + "000")),
        CUT_OFF(text -> text.substring(0, text.length() / 2)),
        OTHER_KIND(text -> text.replace("executionReport", "executionReportV2")
                .replace("ORDER_TRADE_UPDATE", "ORDER_TRADE_UPDATE_V2")),
        MORE_FIELDS(text -> text.replaceFirst("\\{", "{\"zz\":{\"a\":[1,{\"b\":null}]},"));

        private final UnaryOperator<String> change;

        Damage(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(Damage.values()).map(damage -> Arguments.of(venue, damage)));
    }

    @Row({"A28", "B15", "C8", "C4"})
    @ParameterizedTest
    @MethodSource("damages")
    void newsOfAFillThatCannotBeReadCostAQuestionAndNothingElse(BinanceVenues venue, Damage damage) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        Order other = s.buy("0.01", "59994");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Change(damage.change), 1);
        s.trade(Side.SELL, "59995", "0.01").seconds(1);
        s.trade(Side.SELL, "59994", "0.03");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(other.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A28", "A11"})
    @ParameterizedTest
    @EnumSource
    void aStatusThatNobodyKnowsInAnAnswerIsNoEnd(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        String body = "{\"symbol\":\"BTCUSDT\",\"orderId\":" + s.truth(order).id() + ",\"clientOrderId\":\""
                + order.clientId()
                + "\",\"price\":\"59000\",\"origQty\":\"0.01\",\"executedQty\":\"0\",\"status\":\"FROZEN\",\"timeInForce\":\"GTC\","
                + "\"type\":\"LIMIT\",\"side\":\"BUY\",\"time\":1700000000000,\"updateTime\":1700000000000}";
        s.faults()
                .requests(
                        call -> call.path().endsWith("/openOrders"),
                        CommandFault.json(200, "[" + body + "]", false),
                        2);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A28")
    @ParameterizedTest
    @EnumSource
    void anOrderThatTheVenueEndsByItselfHasEnded(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01").seconds(1);
        s.exchange()
                .operator()
                .end(
                        Scenario.ACCOUNT,
                        s.symbol(),
                        OrderRef.client(order.clientId()),
                        io.ttquant.exchanges.emulator.exchange.OrderStatus.EXPIRED,
                        OrderReason.OPERATOR)
                .get();
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
        assertThat(order.rawFilled()).isPositive();
    }

    @Row("A28")
    @ParameterizedTest
    @EnumSource
    void anOrderThatMeetsAnotherOfTheSameAccountEndsAsTheVenueSays(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order rests = s.buy("0.02", "59995");
        s.seconds(1);
        s.sell("0.01", "59995");
        s.settle().agree();
        assertThat(rests.isClosed() || rests.rawFilled() > 0).isTrue();
    }

    @Row("A28")
    @ParameterizedTest
    @EnumSource(
            value = io.ttquant.exchanges.emulator.exchange.OrderStatus.class,
            names = {"EXPIRED_IN_MATCH", "EXPIRED", "CANCELED"})
    void endsOfEachKindAreToldApart(io.ttquant.exchanges.emulator.exchange.OrderStatus end) {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order order = s.buy("0.03", "59000");
        s.seconds(1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 1);
        s.exchange()
                .operator()
                .end(Scenario.ACCOUNT, s.symbol(), OrderRef.client(order.clientId()), end, OrderReason.OPERATOR)
                .get();
        s.settle().agree();
        assertThat(order.status()).isIn(OrderStatus.CANCELED, OrderStatus.EXPIRED);
    }

    @Row("A28")
    @ParameterizedTest
    @EnumSource
    void whatCannotFillAtOnceExpires(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order none = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("59000").immediateOrCancel());
        Order part = s.order(
                p -> p.hands().buy(s.instrument()).quantity("7").limit("60010").immediateOrCancel());
        Order whole = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("59500").fillOrKill());
        s.settle();
        s.mayDeny().agree();
        assertThat(none.isClosed()).isTrue();
        assertThat(part.isClosed()).isTrue();
        assertThat(whole.isClosed()).isTrue();
        assertThat(whole.rawFilled()).isZero();
    }

    @Row("A29")
    @ParameterizedTest
    @EnumSource
    void anOrderThatTheVenueWillNeverTakeIsSentOnce(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.order(p ->
                p.hands().buy(s.instrument()).quantity("0.01").limit("60010").postOnly());
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row({"A29", "D2"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatTheVenueIsTooBusyForIsRefusedAndNotPostedAgainAndAgain(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults()
                .requests(
                        venue::isCreate,
                        CommandFault.json(400, CommandFault.code(-1015, "Too many new orders."), false),
                        1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.isClosed()).isTrue();
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
    }

    @Row("A30")
    @ParameterizedTest
    @EnumSource
    void noOrderLeavesBeforeTheNewsOfTheAccountCome(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).open();
        s.faults().refuseHandshakes(5);
        s.start().until("the engine is there", () -> s.life().engine != null);
        Order early = s.buy("0.01", "59000");
        s.untilTrading().untilPriced();
        Order late = s.buy("0.01", "58900");
        s.settle();
        s.mayDeny().agree();
        assertThat(early.isClosed()).isTrue();
        assertThat(s.log().count(venue::isCreate)).isEqualTo(1);
        assertThat(late.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A30", "B3"})
    @ParameterizedTest
    @EnumSource
    void noOrderLeavesWhileTheNewsOfTheAccountAreMissing(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order held = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults().refuseHandshakes(8);
        s.faults().cutSockets();
        s.until("the session notices", () -> !s.isTrading());
        Order refused = s.buy("0.01", "58900");
        s.cancel(held);
        s.settle();
        s.mayDeny().agree();
        assertThat(refused.isClosed()).isTrue();
        assertThat(held.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.isTrading()).isTrue();
    }
}
