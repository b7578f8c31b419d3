package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several orders in one request: each has an outcome of its own. */
class BatchesTest {
    private static final BinanceVenues USDM = BinanceVenues.USDM;

    static Stream<Arguments> faults() {
        return OutcomeUnknownTest.faults();
    }

    private static List<Order> grid(Scenario s, String... prices) {
        return s.act(p -> p.hands()
                .submitAll(Stream.of(prices)
                        .map(price -> p.hands()
                                .buy(s.instrument())
                                .quantity("0.01")
                                .limit(price)
                                .postOnly())
                        .toList()));
    }

    /** Members of a group go out in one request on futures. */
    private static List<Order> group(Scenario s, String... prices) {
        return s.act(p -> {
            OrderBuilder[] all = Stream.of(prices)
                    .map(price -> p.hands()
                            .buy(s.instrument())
                            .quantity("0.01")
                            .limit(price)
                            .postOnly())
                    .toArray(OrderBuilder[]::new);
            return p.hands()
                    .oco(all[0], all[1], Arrays.copyOfRange(all, 2, all.length))
                    .orders();
        });
    }

    @Row({"A26", "A1"})
    @ParameterizedTest
    @EnumSource
    void ofAGroupEachOrderIsWhatTheVenueSays(CommandFault fault) {
        Scenario s = Scenario.at(USDM).begin();
        s.faults().requests(USDM::isCreate, fault.fault(), 1);
        List<Order> orders = group(s, "59000", "58900", "58800", "58700");
        s.settle().agree();
        assertThat(s.log().count(USDM::isCreate)).isEqualTo(1);
        assertThat(orders)
                .allMatch(o -> o.status() == (fault.hasEffect() ? OrderStatus.ACCEPTED : OrderStatus.REJECTED));
    }

    @Row({"A26", "A24"})
    @Test
    void aMemberThatIsRefusedTakesTheOthersOfItsGroupWithIt() {
        Scenario s = Scenario.at(USDM).begin();
        List<Order> orders = group(s, "59000", "60010", "58900");
        s.settle().agree();
        assertThat(orders.stream().map(Order::status))
                .containsExactly(OrderStatus.CANCELED, OrderStatus.REJECTED, OrderStatus.CANCELED);
    }

    @Row({"A26", "A1"})
    @ParameterizedTest
    @MethodSource("faults")
    void ofAGridEachOrderIsWhatTheVenueSays(BinanceVenues venue, CommandFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(venue::isCreate, fault.fault(), 1);
        List<Order> orders = grid(s, "59000", "58900", "58800", "58700");
        s.settle().agree();
        // Spot takes a request for each order.
        boolean isOne = venue.isDerivative();
        assertThat(s.log().count(venue::isCreate)).isEqualTo(isOne ? 1 : 4);
        long there =
                orders.stream().filter(o -> o.status() == OrderStatus.ACCEPTED).count();
        assertThat(there).isEqualTo(fault.hasEffect() ? 4 : isOne ? 0 : 3);
    }

    @Row({"A24", "A26"})
    @ParameterizedTest
    @EnumSource
    void anOrderThatIsRefusedWithinAnAcceptedBatchIsNotThoughtToLive(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = grid(s, "59000", "60010", "58900", "60500", "58800");
        s.settle().agree();
        assertThat(orders.stream().map(Order::status))
                .containsExactly(
                        OrderStatus.ACCEPTED,
                        OrderStatus.REJECTED,
                        OrderStatus.ACCEPTED,
                        OrderStatus.REJECTED,
                        OrderStatus.ACCEPTED);
    }

    @Row({"A24", "A26"})
    @Test
    void anAnswerWithFewerItemsThanOrdersSaysNothingOfAnyOfThem() {
        Scenario s = Scenario.at(USDM).begin();
        s.faults()
                .requests(
                        USDM::isCreate,
                        CommandFault.json(200, "[{\"code\":-2019,\"msg\":\"Margin is insufficient.\"}]", true),
                        1);
        s.faults().frames(USDM.orderNews(), new FrameFault.Lose(), 3);
        List<Order> orders = group(s, "59000", "58900", "58800");
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.ACCEPTED);
    }

    @Row({"A24", "A26"})
    @Test
    void ofABatchOneLegCanBeUnknownAndOneRefused() {
        Scenario s = Scenario.at(USDM).begin();
        String answer = "[" + CommandFault.code(-1007, "Timeout waiting for response from backend server.") + ","
                + CommandFault.code(-1007, "Timeout waiting for response from backend server.") + "]";
        s.faults().requests(USDM::isCreate, CommandFault.json(200, answer, true), 1);
        List<Order> orders = group(s, "59000", "60010");
        s.settle().agree();
        // The one that never was takes the other with it, as it should.
        assertThat(orders.stream().map(Order::status)).containsExactly(OrderStatus.CANCELED, OrderStatus.REJECTED);
    }

    @Row("A26")
    @ParameterizedTest
    @EnumSource
    void aGridOfManyRequestsSurvivesTheLossOfOne(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(skip(venue, 1), CommandFault.ANSWER_LOST.fault(), 1);
        String[] prices = Stream.iterate(58_990, price -> price - 10)
                .limit(17)
                .map(price -> Integer.toString(price))
                .toArray(String[]::new);
        List<Order> orders = grid(s, prices);
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.ACCEPTED);
    }

    @Row("A26")
    @Test
    void aListLeavesInRequestsOfFiveAndIsCancelledInRequestsOfTen() {
        Scenario s = Scenario.at(USDM).begin();
        String[] prices = Stream.iterate(58_990, price -> price - 10)
                .limit(12)
                .map(price -> Integer.toString(price))
                .toArray(String[]::new);
        List<Order> orders = grid(s, prices);
        s.seconds(5);
        assertThat(orders).allMatch(Order::isOpen);
        assertThat(s.log().count(USDM::isCreate)).isEqualTo(3);
        s.act(p -> {
            p.hands().cancelAll(orders);
            return true;
        });
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.CANCELED);
        assertThat(s.log().count(USDM::isCancel)).isEqualTo(2);
    }

    @Row({"A26", "A20"})
    @Test
    void ofACancelOfManyWhoseAnswerIsLostEachIsFoundOut() {
        Scenario s = Scenario.at(USDM).begin();
        List<Order> orders = grid(s, "59000", "58900", "58800");
        s.seconds(5);
        s.faults().requests(USDM::isCancel, CommandFault.REQUEST_LOST.fault(), 1);
        s.act(p -> {
            p.hands().cancelAll(s.instrument());
            return true;
        });
        s.settle().agree();
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.CANCELED);
    }

    @Row("A26")
    @Test
    void resultsBelongToTheOrdersThatTheyNameInWhateverOrder() {
        Scenario s = Scenario.at(USDM).begin();
        s.faults()
                .requests(
                        USDM::isCreate,
                        CommandFault.json(
                                200,
                                "[{\"code\":-2019,\"msg\":\"Margin is insufficient.\"},{\"orderId\":1,\"symbol\":\"BTCUSDT\","
                                        + "\"status\":\"NEW\",\"clientOrderId\":\"ep1x1\",\"price\":\"59000\",\"origQty\":\"0.01\","
                                        + "\"executedQty\":\"0\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTX\"}]",
                                true),
                        1);
        s.faults().frames(USDM.orderNews(), new FrameFault.Lose(), 2);
        List<Order> orders = grid(s, "59000", "58900");
        s.settle().agree();
        // By its place the error would be of the first, which lives.
        assertThat(orders).allMatch(o -> o.status() == OrderStatus.ACCEPTED);
    }

    private static java.util.function.Predicate<Call> skip(BinanceVenues venue, int count) {
        int[] seen = {0};
        return call -> venue.isCreate(call) && seen[0]++ >= count;
    }
}
