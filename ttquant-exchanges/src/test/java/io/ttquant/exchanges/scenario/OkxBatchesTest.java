package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many orders in a request at OKX: each has an outcome of its own. */
class OkxBatchesTest {
    private static final Predicate<Call> BATCH = call -> call.path().equals(OkxVenues.PLACE_ALL);

    /** Members of a group go out in one request, twenty at most. */
    private static List<Order> grid(Scenario s, int count, String quantity) {
        return s.act(puppet -> {
            OrderBuilder[] all = IntStream.range(0, count)
                    .mapToObj(i -> puppet.hands()
                            .buy(s.instrument())
                            .quantity(quantity)
                            .limit(Integer.toString(59_000 - i)))
                    .toArray(OrderBuilder[]::new);
            return puppet.hands()
                    .oco(all[0], all[1], Arrays.copyOfRange(all, 2, count))
                    .orders();
        });
    }

    @Row({"A26", "A1"})
    @ParameterizedTest
    @EnumSource(
            names = {
                "REQUEST_LOST",
                "ANSWER_LOST",
                "ANSWER_AFTER_TIMEOUT",
                "ARRIVES_LATE_IN_ITS_WINDOW",
                "ORDER_TIMES_OUT_BEFORE",
                "SYSTEM_ERROR_AFTER",
                "ITEM_TIMES_OUT_AFTER",
                "NO_ITEM_AFTER",
                "CUT_BODY_AFTER",
                "ANSWER_OF_ANOTHER_AFTER"
            })
    void ofAGridEachOrderIsWhatTheVenueSays(OkxCommandFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().requests(BATCH, fault.fault(), 1);
        List<Order> grid = grid(s, 4, "0.01");
        s.settle().agree();
        assertThat(grid).allMatch(o -> o.isOpen() == fault.hasEffect());
    }

    @Row({"A24", "A26"})
    @Test
    void anOrderThatIsRefusedWithinAnAcceptedBatchIsNotThoughtToLive() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        // 1800 USDT are left, which the program does not know yet, and each order takes 590.
        s.exchange()
                .accounts()
                .withdraw(Scenario.ACCOUNT, "USDT", new java.math.BigDecimal("98200"))
                .get();
        List<Order> grid = grid(s, 5, "0.01");
        s.settle().agreeWithTransfers(1);
        assertThat(grid).filteredOn(o -> o.status() == OrderStatus.REJECTED).hasSize(2);
    }

    @Row({"A24", "A26"})
    @Test
    void anAnswerWithFewerItemsThanOrdersSaysNothingOfTheOthers() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        String some =
                "{\"code\":\"2\",\"msg\":\"\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"ep1x2\",\"sCode\":\"51020\",\"sMsg\":\"no\"}]}";
        s.faults().requests(BATCH, OkxCommandFault.answer(200, some, false), 1);
        List<Order> grid = grid(s, 3, "0.01");
        s.seconds(2);
        assertThat(grid.get(0).isClosed()).isFalse();
        assertThat(grid.get(1).status()).isEqualTo(OrderStatus.REJECTED);
        s.settle().agree();
        assertThat(grid).allMatch(Order::isClosed);
    }

    @Row("A26")
    @Test
    void theItemsOfAnAnswerBelongToTheOrdersThatTheyNameInWhateverOrder() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        String turned = "{\"code\":\"2\",\"msg\":\"\",\"data\":["
                + "{\"ordId\":\"\",\"clOrdId\":\"ep1x3\",\"sCode\":\"51020\",\"sMsg\":\"no\"},"
                + "{\"ordId\":\"\",\"clOrdId\":\"ep1x1\",\"sCode\":\"51149\",\"sMsg\":\"timed out\"},"
                + "{\"ordId\":\"\",\"clOrdId\":\"ep1x2\",\"sCode\":\"51020\",\"sMsg\":\"no\"}]}";
        s.faults().requests(BATCH, OkxCommandFault.answer(200, turned, false), 1);
        List<Order> grid = grid(s, 3, "0.01");
        s.seconds(2);
        assertThat(grid.get(0).isClosed()).isFalse();
        assertThat(grid.get(1).isClosed()).isTrue();
        assertThat(grid.get(2).isClosed()).isTrue();
        s.settle().agree();
    }

    @Row("A26")
    @ParameterizedTest
    @EnumSource
    void aGridOfManyRequestsSurvivesTheLossOfAnswers(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(BATCH, OkxCommandFault.ANSWER_LOST.fault(), 1);
        s.faults().requests(BATCH, OkxCommandFault.ORDER_TIMES_OUT_AFTER.fault(), 1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 5);
        List<Order> grid = grid(s, 50, "0.01");
        s.settle().agree();
        assertThat(grid).allMatch(Order::isOpen);
        assertThat(s.log().count(BATCH)).isEqualTo(3);
    }

    @Row("A26")
    @ParameterizedTest
    @EnumSource
    void aListLeavesAndIsCancelledInRequestsOfTwenty(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> list = s.act(puppet -> puppet.hands()
                .submitAll(IntStream.range(0, 45)
                        .mapToObj(i -> puppet.hands()
                                .buy(s.instrument())
                                .quantity("0.01")
                                .limit(Integer.toString(59_000 - i)))
                        .toList()));
        s.seconds(5);
        assertThat(list).allMatch(Order::isOpen);
        assertThat(s.log().count(BATCH)).isEqualTo(3);
        s.act(puppet -> {
            puppet.hands().cancelAll();
            return true;
        });
        s.settle().agree();
        assertThat(list).allMatch(o -> o.status() == OrderStatus.CANCELED);
        assertThat(s.log().count(call -> call.path().equals(OkxVenues.CANCEL_ALL)))
                .isEqualTo(3);
    }
}
