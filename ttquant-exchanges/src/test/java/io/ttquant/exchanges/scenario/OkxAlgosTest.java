package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional orders at OKX, which live in a service of their own until they are triggered. */
class OkxAlgosTest {

    private static Order stop(Scenario s) {
        return s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").stop("59950"));
    }

    private static void fall(Scenario s) {
        s.trade(Side.SELL, "59900", "8");
    }

    @Row("A27")
    @ParameterizedTest
    @EnumSource
    void aStopThatIsTriggeredIsOneOrderWithItsFills(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order stop = stop(s);
        s.seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.Triggered.class::isInstance)
                .hasSize(1);
    }

    @Row({"A27", "A11"})
    @ParameterizedTest
    @ValueSource(strings = {"\"effective\"", "\"accFillSz\"", "\"algoId\""})
    void aStopWhoseTriggeringIsNotHeardOfIsFoundWithItsFills(String news) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.faults().frames(news, new FrameFault.Lose(), news.equals("\"effective\"") ? 1 : 2);
        fall(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A27", "A10"})
    @ParameterizedTest
    @EnumSource
    void aStopThatIsTriggeredWhileTheStreamIsDownIsFoundWithItsFills(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.faults().refuseHandshakes(8);
        s.faults().cutSockets();
        s.seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A27", "A12"})
    @ParameterizedTest
    @ValueSource(strings = {"\"effective\"", "\"accFillSz\""})
    void newsOfATriggeredStopThatComeTwiceCountOnce(String news) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.faults().frames(news, new FrameFault.Twice(), 1);
        fall(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A8", "A27"})
    @Test
    void aStopThatThePlainServiceDoesNotKnowIsAlive() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order stop = stop(s);
        s.seconds(1_300).settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A8", "A27"})
    @Test
    void aStopThatALaggingReplicaDoesNotKnowIsAlive() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop = stop(s);
        s.seconds(1);
        String nothing = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/trade/orders-algo-pending"),
                        OkxCommandFault.answer(200, nothing, false),
                        24);
        s.faults()
                .requests(
                        call -> call.method().equals("GET") && call.path().equals(OkxVenues.PLACE_ALGO),
                        OkxCommandFault.answer(200, OkxCommandFault.error("51603", "Order does not exist"), false),
                        2);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A20", "A27"})
    @ParameterizedTest
    @EnumSource(
            names = {"REQUEST_LOST", "ANSWER_LOST", "ORDER_TIMES_OUT_BEFORE", "ITEM_TIMES_OUT_AFTER", "CUT_BODY_AFTER"})
    void aStopIsCancelledInItsService(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.faults().requests(s.venue()::isCancel, fault.fault(), 1);
        s.cancel(stop);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"A18", "A27"})
    @Test
    void aCancelThatComesWhenTheStopWasTriggeredGoesToWhatCameOfIt() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").stop("59950").limit("59995"));
        s.seconds(1);
        s.faults().frames("\"algoId\"", new FrameFault.Lose(), 2);
        fall(s);
        s.cancel(stop);
        s.settle().agree();
        assertThat(stop.isClosed()).isTrue();
    }

    @Row({"A27", "A19"})
    @Test
    void aTriggeredStopLimitThatRestsIsFilledInPartAndCancelled() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").stop("59950").limit("59995"));
        s.seconds(1);
        fall(s);
        s.seconds(1).trade(Side.BUY, "59995", "0.02").seconds(1);
        assertThat(stop.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        s.cancel(stop);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    }

    private static String withoutChild(String text) {
        return text.replaceAll("(\"algoClOrdId\":\"[^\"]*\".*?\"ordId\":)\"\\d+\"", "$1\"\"");
    }

    @Row({"A27", "A11"})
    @ParameterizedTest
    @EnumSource
    void whatCameOfAStopWhoseServiceDoesNotNameItIsFoundByTheIdOfTheStop(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.faults().frames("\"effective\"", new FrameFault.Change(OkxAlgosTest::withoutChild), 1);
        s.faults().frames("\"accFillSz\"", new FrameFault.Lose(), 2);
        s.faults()
                .requests(
                        call -> call.method().equals("GET") && call.path().contains("algo"),
                        new RequestFault.Change(OkxAlgosTest::withoutChild),
                        1_000);
        fall(s);
        s.seconds(8);
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
        s.calm().agree();
    }

    private static void forget(Scenario s, String path, String answer) {
        s.faults()
                .requests(
                        call -> call.method().equals("GET") && call.path().startsWith(path),
                        OkxCommandFault.answer(200, answer, false),
                        100_000);
    }

    /** A stop that was triggered, and whose own order rests and is then cancelled without news. */
    private static Order endedUnheard(Scenario s) {
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").stop("59950").limit("61000"));
        s.seconds(1);
        fall(s);
        s.seconds(2);
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
        s.faults().frames("\"accFillSz\"", new FrameFault.Lose(), 1);
        s.exchange().trading().cancelAll(Scenario.ACCOUNT, s.symbol());
        return stop;
    }

    @Row({"A27", "A11"})
    @ParameterizedTest
    @EnumSource
    void aTriggeredStopWhoseOrderEndedUnheardAndForgottenDoesNotStayOpenForEver(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order stop = endedUnheard(s);
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/trade/order")
                                && call.method().equals("GET"),
                        OkxCommandFault.answer(200, OkxCommandFault.error("51603", "Order does not exist"), false),
                        100_000);
        forget(s, "/api/v5/trade/orders-history", "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");
        s.seconds(600);
        assertThat(stop.status()).isEqualTo(OrderStatus.TRIGGERED);
        s.seconds(600);
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
        s.calm().agree();
    }

    @Row({"A27", "A11"})
    @ParameterizedTest
    @EnumSource
    void aTriggeredStopThatItsServiceForgotEndsByWhatBecameOfItsOrder(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order stop = endedUnheard(s);
        s.faults()
                .requests(
                        call -> call.path().equals(OkxVenues.PLACE_ALGO)
                                && call.method().equals("GET"),
                        OkxCommandFault.answer(200, OkxCommandFault.error("51603", "Order does not exist"), false),
                        100_000);
        forget(s, "/api/v5/trade/orders-algo-history", "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");
        s.seconds(180);
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
        s.calm().agree();
    }

    @Row("A27")
    @Test
    void cancelAllEndsOrdersOfBothServices() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        List<Order> orders = List.of(
                stop(s),
                s.buy("0.01", "59000"),
                s.order(p -> p.hands()
                        .buy(s.instrument())
                        .quantity("0.01")
                        .ifTouched("59000")
                        .limit("59010")),
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").trailingBasisPoints("100")));
        s.seconds(2);
        s.act(p -> {
            p.hands().cancelAll();
            return orders;
        });
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.CANCELED);
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A27", "F5"})
    @Test
    void aStopThatIsCancelledByHandHasEnded() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order stop = stop(s);
        s.seconds(1);
        s.exchange()
                .conditionals()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(stop.clientId()))
                .get();
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"A23", "A27", "F10"})
    @Test
    void aReducingStopThatFindsNoPositionFailsAndSellsNothing() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").stop("59950").reduceOnly());
        s.seconds(1);
        s.sell("0.02");
        s.seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(stop.isClosed()).isTrue();
        assertThat(stop.rawFilled()).isZero();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row({"A22", "A23"})
    @Test
    void aBracketWhoseStopIsTriggeredEndsItsTarget() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        List<Order> bracket = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        p.hands()
                                .sell(s.instrument())
                                .quantity("0.05")
                                .limit("60400")
                                .reduceOnly(),
                        p.hands()
                                .sell(s.instrument())
                                .quantity("0.05")
                                .stop("59950")
                                .reduceOnly())
                .orders());
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(1).trade(Side.SELL, "59995", "0.03");
        s.seconds(2);
        fall(s);
        s.settle().agree();
        assertThat(bracket).allMatch(Order::isClosed);
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row({"A22", "A19"})
    @Test
    void aBracketOnAPartlyFilledEntryProtectsNoMoreThanThat() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        List<Order> bracket = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        p.hands()
                                .sell(s.instrument())
                                .quantity("0.05")
                                .limit("60400")
                                .reduceOnly(),
                        p.hands()
                                .sell(s.instrument())
                                .quantity("0.05")
                                .stop("59950")
                                .reduceOnly())
                .orders());
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(1);
        s.cancel(bracket.get(0));
        s.seconds(2);
        fall(s);
        s.settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row({"A28", "A27"})
    @Test
    void aStateOfAnAlgoOrderThatNobodyKnowsEndsNothing() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults()
                .frames(
                        "\"orders-algo\",\"instType\":\"ANY\"},\"data\"",
                        new FrameFault.Change(text -> text.replace("\"state\":\"live\"", "\"state\":\"dormant\"")),
                        1);
        Order stop = stop(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("A27")
    @Test
    void aTrailingStopFollowsAndSellsOnce() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop =
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").trailingBasisPoints("10"));
        s.seconds(1).trade(Side.BUY, "60100", "7").seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A27", "F5"})
    @Test
    void aTrailingStopThatIsCancelledByHandIsHeardOfAtOnce() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        Order stop =
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").trailingBasisPoints("100"));
        s.seconds(1);
        s.exchange()
                .conditionals()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(stop.clientId()))
                .get();
        s.seconds(1);
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
        s.settle().agree();
    }
}
