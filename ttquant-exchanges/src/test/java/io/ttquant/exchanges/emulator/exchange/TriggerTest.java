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

/** Orders that wait for a price: among the other orders, and in the service of their own. */
class TriggerTest {
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

    @Test
    void anOrderThatWaitsLocksItsMoneyAndKeepsItsIdWhenItFires() {
        Order waiting = floor.submit(ALICE, stop(sell("94", "2"), "95"));
        assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("2");
        assertThat(floor.exchange.marketData().book(SPOT, 5).asks()).isEmpty();

        trade("95");

        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.LIVE);
        assertThat(floor.now(waiting).reason()).isEqualTo(OrderReason.TRIGGERED);
        assertThat(floor.exchange.marketData().book(SPOT, 5).asks()).hasSize(1);
    }

    @Test
    void aTriggerThatIsReachedAlreadyIsRefused() {
        assertThat(floor.refusal(ALICE, stop(sell("94", "2"), "100"))).isEqualTo(RefusalReason.WOULD_TRIGGER);
        assertThat(floor.refusal(ALICE, stop(sell("94", "2"), "95.005"))).isEqualTo(RefusalReason.TRIGGER);
    }

    @Test
    void aTakeProfitFiresOnTheOtherSide() {
        OrderRequest request = sell("110", "1")
                .edit()
                .trigger(Trigger.takeProfit(Side.SELL, number("110")))
                .build();
        Order waiting = floor.submit(ALICE, request);

        trade("109.99");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.WAITING);
        trade("110");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.LIVE);
    }

    @Test
    void aCancelEndsAnOrderThatWaits() {
        Order waiting = floor.submit(ALICE, stop(sell("94", "2"), "95"));

        floor.exchange.trading().cancel(ALICE, SPOT, OrderRef.id(waiting.id())).get();
        trade("95");

        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(floor.balance(ALICE, "BTC").locked()).isZero();
    }

    @Test
    void aTrailFiresWhenThePriceTurnsBackFromItsBest() {
        OrderRequest market = OrderRequest.market(SPOT, Side.SELL, number("1"));
        Trigger trail = Trigger.trailing(Side.SELL, null, number("0.05"), true);
        Order waiting = floor.submit(ALICE, market.edit().trigger(trail).build());
        floor.submit(BOB, buy("50", "5"));

        trade("200");
        trade("190.01");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.WAITING);
        trade("190");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aTrailStartsAtItsActivation() {
        OrderRequest market = OrderRequest.market(SPOT, Side.SELL, number("1"));
        Trigger trail = Trigger.trailing(Side.SELL, number("120"), number("5"), false);
        Order waiting = floor.submit(ALICE, market.edit().trigger(trail).build());
        floor.submit(BOB, buy("50", "5"));

        trade("90");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.WAITING);
        trade("120");
        trade("115");
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void nothingFiresWhileTheMarketIsHalted() {
        Order waiting = floor.submit(
                ALICE,
                stop(sell("94", "2"), "95")
                        .edit()
                        .trigger(Trigger.atOrBelow(number("95")).on(PriceSource.MARK))
                        .build());
        floor.exchange.operator().status(SPOT, MarketStatus.HALTED);
        floor.exchange.operator().prices(SPOT, null, number("94"));
        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.WAITING);

        floor.exchange.operator().status(SPOT, MarketStatus.TRADING);

        assertThat(floor.now(waiting).status()).isEqualTo(OrderStatus.LIVE);
    }

    private Conditional conditional(Trigger trigger, OrderRequest order) {
        return floor.exchange
                .conditionals()
                .submit(ALICE, ConditionalRequest.of(trigger, order, "stop"))
                .get();
    }

    private Conditional now(Conditional conditional) {
        return floor.exchange
                .conditionals()
                .find(ALICE, SPOT, OrderRef.id(conditional.id()))
                .orElseThrow();
    }

    @Test
    void aConditionalOrderHoldsNothingAndIsUnknownToTheOrderService() {
        conditional(Trigger.atOrBelow(number("95")), sell("94", "2"));

        assertThat(floor.balance(ALICE, "BTC").locked()).isZero();
        assertThat(floor.exchange.accounts().openOrders(ALICE)).isEmpty();
        assertThat(floor.exchange.trading().cancelAll(ALICE, SPOT).get()).isEmpty();
        assertThat(floor.exchange.conditionals().open(ALICE)).hasSize(1);
    }

    @Test
    void aConditionalOrderThatFiresPlacesAnOrderOfItsOwn() {
        Conditional conditional = conditional(Trigger.atOrBelow(number("95")), sell("94", "2"));

        trade("95");

        assertThat(now(conditional).status()).isEqualTo(ConditionalStatus.TRIGGERED);
        Order order = floor.exchange.accounts().openOrders(ALICE).get(0);
        assertThat(order.id()).isEqualTo(now(conditional).orderId());
        assertThat(order.conditionalId()).isEqualTo(conditional.id());
    }

    @Test
    void aConditionalOrderWhoseOrderIsRefusedSaysWhy() {
        Conditional conditional = conditional(Trigger.atOrBelow(number("95")), sell("94", "20"));

        trade("95");

        assertThat(now(conditional).status()).isEqualTo(ConditionalStatus.FAILED);
        assertThat(now(conditional).refusal().reason()).isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
    }

    @Test
    void theFirstOfTwoBranchesThatFiresEndsTheOther() {
        var stop = new ConditionalRequest.Branch(Trigger.atOrBelow(number("95")), sell("94", "1"));
        var profit = new ConditionalRequest.Branch(Trigger.atOrAbove(number("105")), sell("105", "1"));
        Conditional conditional = floor.exchange
                .conditionals()
                .submit(ALICE, new ConditionalRequest(List.of(stop, profit), null))
                .get();

        trade("105");
        trade("95");

        assertThat(now(conditional).branch()).isEqualTo(1);
        assertThat(floor.exchange.accounts().openOrders(ALICE)).hasSize(1);
    }

    @Test
    void aConditionalOrderIsAmendedUnderItsId() {
        Conditional conditional = conditional(Trigger.atOrBelow(number("95")), sell("94", "1"));
        var branch = new ConditionalRequest.Branch(Trigger.atOrBelow(number("90")), sell("89", "1"));

        floor.exchange
                .conditionals()
                .amend(ALICE, SPOT, OrderRef.client("stop"), List.of(branch))
                .get();
        trade("95");
        assertThat(now(conditional).status()).isEqualTo(ConditionalStatus.WAITING);
        trade("90");
        assertThat(now(conditional).status()).isEqualTo(ConditionalStatus.TRIGGERED);
    }

    @Test
    void aConditionalOrderIsCancelledInItsOwnServiceAndItsClientIdIsFreeThen() {
        conditional(Trigger.atOrBelow(number("95")), sell("94", "1"));
        Conditionals service = floor.exchange.conditionals();
        ConditionalRequest same = ConditionalRequest.of(Trigger.atOrBelow(number("95")), sell("94", "1"), "stop");

        assertThat(service.submit(ALICE, same).reason()).isEqualTo(RefusalReason.DUPLICATE_CLIENT_ID);
        assertThat(service.cancelAll(ALICE, null).get()).hasSize(1);
        assertThat(service.submit(ALICE, same).isAccepted()).isTrue();
        assertThat(service.cancel(ALICE, SPOT, OrderRef.client("stop")).isAccepted())
                .isTrue();
        assertThat(service.cancel(ALICE, SPOT, OrderRef.client("stop")).reason())
                .isEqualTo(RefusalReason.NO_ORDER);
    }
}
