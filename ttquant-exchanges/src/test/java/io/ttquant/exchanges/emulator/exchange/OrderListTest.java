package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that depend on each other. */
class OrderListTest {
    private final Floor floor = Floor.binance();

    @BeforeEach
    void aFirstTrade() {
        trade("100");
    }

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    private void trade(String price) {
        floor.submit(BOB, sell(price, "0.001"));
        floor.submit(BOB, buy(price, "0.001").withTimeInForce(TimeInForce.IOC));
    }

    private static OrderRequest stop(OrderRequest request, String price) {
        return request.edit()
                .trigger(Trigger.stop(request.side(), number(price)))
                .build();
    }

    private OrderList submit(OrderListRequest request) {
        return floor.exchange.lists().submit(ALICE, request).get();
    }

    private Order order(OrderList list, int index) {
        return floor.exchange
                .accounts()
                .order(ALICE, SPOT, OrderRef.id(list.orderIds().get(index)))
                .orElseThrow();
    }

    private OrderList pair() {
        return submit(OrderListRequest.oneCancelsOther(sell("110", "2").asPostOnly(), stop(sell("89", "2"), "90")));
    }

    @Test
    void aPairHoldsTheBalanceOnce() {
        pair();

        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("2");
    }

    @Test
    void aPairOfBuysHoldsTheLargerOfTheTwo() {
        submit(OrderListRequest.oneCancelsOther(buy("90", "2"), stop(buy("111", "2"), "110")));

        assertThat(floor.balance(ALICE, "USDT").locked()).isEqualByComparingTo("222");
    }

    @Test
    void aPartialFillOfOneEndsTheOther() {
        OrderList list = pair();

        floor.submit(BOB, buy("110", "0.5"));

        assertThat(order(list, 0).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order(list, 1).reason()).isEqualTo(OrderReason.LIST);
        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("1.5");
    }

    @Test
    void theStopThatFiresTakesTheMoneyOver() {
        OrderList list = pair();

        trade("90");

        assertThat(order(list, 0).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.LIVE);
        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("2");
    }

    @Test
    void aCancelOfOneCancelsTheOtherAndTheListIsDone() {
        OrderList list = pair();

        floor.exchange
                .trading()
                .cancel(ALICE, SPOT, OrderRef.id(list.orderIds().get(1)))
                .get();

        assertThat(order(list, 0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(floor.exchange
                        .lists()
                        .find(ALICE, OrderRef.id(list.id()))
                        .orElseThrow()
                        .isDone())
                .isTrue();
        assertThat(floor.balance(ALICE, "BTC").locked()).isZero();
    }

    @Test
    void aListIsCancelledAsAWhole() {
        OrderList list = pair();

        floor.exchange.lists().cancel(ALICE, SPOT, OrderRef.id(list.id())).get();

        assertThat(floor.exchange.accounts().openOrders(ALICE)).isEmpty();
        assertThat(floor.exchange
                        .lists()
                        .cancel(ALICE, SPOT, OrderRef.id(list.id()))
                        .reason())
                .isEqualTo(RefusalReason.NO_ORDER);
    }

    @Test
    void aListOfWhichOneIsRefusedIsRefusedAsAWhole() {
        floor.events.clear();
        Outcome<OrderList> outcome = floor.exchange
                .lists()
                .submit(ALICE, OrderListRequest.oneCancelsOther(sell("110", "2"), stop(sell("89", "20"), "90")));

        assertThat(outcome.reason()).isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(floor.exchange.accounts().openOrders(ALICE)).isEmpty();
        assertThat(floor.events).isEmpty();
    }

    @Test
    void listsOfAnotherShapeAreRefused() {
        OrderRequest one = sell("110", "2");

        assertThat(refusal(OrderListRequest.oneCancelsOther(one, one))).isEqualTo(RefusalReason.BAD_REQUEST);
        assertThat(refusal(OrderListRequest.oneCancelsOther(one, stop(buy("120", "1"), "119"))))
                .isEqualTo(RefusalReason.BAD_REQUEST);
        assertThat(refusal(new OrderListRequest(ListKind.ONE_TRIGGERS_PAIR, List.of(one, one), null)))
                .isEqualTo(RefusalReason.BAD_REQUEST);
    }

    private RefusalReason refusal(OrderListRequest request) {
        return floor.exchange.lists().submit(ALICE, request).reason();
    }

    @Test
    void theSecondOrderComesWhenTheFirstHasFilledAsAWhole() {
        OrderList list = submit(
                new OrderListRequest(ListKind.ONE_TRIGGERS_OTHER, List.of(buy("99", "2"), sell("120", "2")), null));
        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.PENDING);

        floor.submit(BOB, sell("99", "1"));
        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.PENDING);
        floor.submit(BOB, sell("99", "1"));

        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.LIVE);
        assertThat(order(list, 1).reason()).isEqualTo(OrderReason.RELEASED);
    }

    @Test
    void theSecondOrderEndsWithTheFirst() {
        OrderList list = submit(
                new OrderListRequest(ListKind.ONE_TRIGGERS_OTHER, List.of(buy("99", "2"), sell("120", "2")), null));

        floor.exchange
                .trading()
                .cancel(ALICE, SPOT, OrderRef.id(list.orderIds().get(0)))
                .get();

        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void anEntryPlacesItsPairAndTheStopEndsTheProfit() {
        OrderList list = submit(new OrderListRequest(
                ListKind.ONE_TRIGGERS_PAIR,
                List.of(buy("100", "2"), sell("120", "2"), stop(sell("89", "2"), "90")),
                null));

        floor.submit(BOB, sell("100", "2"));
        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.LIVE);
        assertThat(order(list, 2).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("2");
        trade("90");

        assertThat(order(list, 1).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order(list, 2).status()).isEqualTo(OrderStatus.LIVE);
    }
}
