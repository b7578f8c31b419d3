package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders on spot, as the accounts and the book show them. */
class TradingTest {
    private final Floor floor = Floor.binance();

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    @Test
    void aLimitOrderRestsAndLocksWhatItWouldCost() {
        Order order = floor.submit(ALICE, buy("100.5", "2"));

        assertThat(order.status()).isEqualTo(OrderStatus.LIVE);
        assertThat(floor.balance(ALICE, "USDT").locked()).isEqualByComparingTo("201");
        assertThat(floor.balance(ALICE, "USDT").free()).isEqualByComparingTo("99799");
        assertThat(floor.exchange.marketData().book(SPOT, 5).bids())
                .containsExactly(new BookLevel(number("100.5"), number("2"), 1));
    }

    @Test
    void aTakerTradesAtTheMakersPriceAndWhatItLockedBeyondIsFree() {
        floor.submit(BOB, sell("100", "1"));
        Order taker = floor.submit(ALICE, buy("101", "1"));

        assertThat(taker.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(taker.filledValue()).isEqualByComparingTo("100");
        assertThat(floor.balance(ALICE, "USDT").free()).isEqualByComparingTo("99900");
        assertThat(floor.balance(ALICE, "BTC").total()).isEqualByComparingTo("11");
        assertThat(floor.balance(BOB, "USDT").total()).isEqualByComparingTo("100100");
    }

    @Test
    void theBetterPriceThenTheOlderOrderTradesFirst() {
        Order late = floor.submit(BOB, sell("100", "1"));
        Order later = floor.submit(BOB, sell("100", "1"));
        Order best = floor.submit(BOB, sell("99", "1"));

        floor.submit(ALICE, buy("100", "2"));

        assertThat(floor.now(best).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(late).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(later).status()).isEqualTo(OrderStatus.LIVE);
    }

    @Test
    void aMarketOrderByQuoteSpendsAtMostThatAmount() {
        floor.submit(BOB, sell("100", "1"));
        floor.submit(BOB, sell("200", "1"));

        Order order = floor.submit(ALICE, OrderRequest.spend(SPOT, Side.BUY, number("150.05")));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filled()).isEqualByComparingTo("1.25");
        assertThat(order.filledValue()).isEqualByComparingTo("150");
    }

    @Test
    void aMarketOrderThatFindsTooLittleExpires() {
        floor.submit(BOB, sell("100", "1"));

        Order order = floor.submit(ALICE, OrderRequest.market(SPOT, Side.BUY, number("3")));

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.reason()).isEqualTo(OrderReason.NO_LIQUIDITY);
        assertThat(order.filled()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsLeftOfAnImmediateOrderExpires() {
        floor.submit(BOB, sell("100", "1"));

        Order order = floor.submit(ALICE, buy("100", "3").withTimeInForce(TimeInForce.IOC));

        assertThat(order.reason()).isEqualTo(OrderReason.IMMEDIATE);
        assertThat(order.filled()).isEqualByComparingTo("1");
        assertThat(floor.balance(ALICE, "USDT").locked()).isZero();
    }

    @Test
    void aFillOrKillOrderFillsWhollyOrNotAtAll() {
        floor.submit(BOB, sell("100", "1"));

        Order tooLarge = floor.submit(ALICE, buy("100", "1.001").withTimeInForce(TimeInForce.FOK));
        Order fitting = floor.submit(ALICE, buy("100", "1").withTimeInForce(TimeInForce.FOK));

        assertThat(tooLarge.reason()).isEqualTo(OrderReason.ALL_OR_NOTHING);
        assertThat(tooLarge.filled()).isZero();
        assertThat(fitting.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aPostOnlyOrderThatCrossesIsRefusedOnBinanceAndCancelledOnOkx() {
        Floor okx = Floor.okx();
        floor.submit(BOB, sell("100", "1"));
        okx.submit(BOB, sell("100", "1"));

        assertThat(floor.refusal(ALICE, buy("100", "1").asPostOnly())).isEqualTo(RefusalReason.WOULD_TAKE);
        Order order = okx.submit(ALICE, buy("100", "1").asPostOnly());

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.reason()).isEqualTo(OrderReason.WOULD_TAKE);
    }

    @Test
    void anOrderWithAnEndEndsThen() {
        long end = floor.clock.getAsLong() + Duration.ofSeconds(10).toNanos();
        Order order = floor.submit(ALICE, buy("100", "1").edit().expiresAt(end).build());

        floor.advance(Duration.ofSeconds(60));

        assertThat(floor.now(order).reason()).isEqualTo(OrderReason.TIME);
        assertThat(floor.now(order).updated()).isEqualTo(end);
    }

    @Test
    void aCancelFreesWhatWasLocked() {
        Order order = floor.submit(ALICE, sell("100", "4"));
        floor.submit(BOB, buy("100", "1"));

        Order ended = floor.exchange
                .trading()
                .cancel(ALICE, SPOT, OrderRef.id(order.id()))
                .get();

        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(ended.filled()).isEqualByComparingTo("1");
        assertThat(floor.balance(ALICE, "BTC").locked()).isZero();
    }

    @Test
    void aCancelOfAnEndedOrderSaysSoAndOfAnUnknownOneToo() {
        Order order = floor.submit(ALICE, sell("100", "1").withClientId("a"));
        floor.submit(BOB, buy("100", "1"));

        assertThat(floor.exchange
                        .trading()
                        .cancel(ALICE, SPOT, OrderRef.client("a"))
                        .reason())
                .isEqualTo(RefusalReason.ORDER_ENDED);
        assertThat(floor.exchange
                        .trading()
                        .cancel(BOB, SPOT, OrderRef.id(order.id()))
                        .reason())
                .isEqualTo(RefusalReason.NO_ORDER);
    }

    @Test
    void aClientIdIsFreeAgainOnceItsOrderHasEnded() {
        floor.submit(ALICE, sell("100", "1").withClientId("a"));

        assertThat(floor.refusal(ALICE, sell("101", "1").withClientId("a")))
                .isEqualTo(RefusalReason.DUPLICATE_CLIENT_ID);
        floor.submit(BOB, buy("100", "1"));
        Order second = floor.submit(ALICE, sell("101", "1").withClientId("a"));

        assertThat(floor.exchange.accounts().order(ALICE, SPOT, OrderRef.client("a")))
                .contains(second);
    }

    @Test
    void aCancelAllEndsTheOrdersOfThatMarketOnly() {
        floor.submit(ALICE, sell("100", "1"));
        floor.submit(ALICE, buy("90", "1"));
        floor.submit(ALICE, Floor.perp(Side.BUY, "90", "1"));

        List<Order> ended = floor.exchange.trading().cancelAll(ALICE, SPOT).get();

        assertThat(ended).hasSize(2);
        assertThat(floor.exchange.accounts().openOrders(ALICE)).hasSize(1);
        assertThat(floor.exchange.trading().cancelAll(ALICE, null).get()).hasSize(1);
    }

    @Test
    void aReplaceCancelsAndPlacesInOneStep() {
        Order order = floor.submit(ALICE, sell("100", "1"));

        Replacement replacement =
                floor.exchange.trading().replace(ALICE, SPOT, OrderRef.id(order.id()), sell("101", "10"), false);

        assertThat(replacement.canceled().get().reason()).isEqualTo(OrderReason.REPLACED);
        assertThat(replacement.placed().get().status()).isEqualTo(OrderStatus.LIVE);
    }

    @Test
    void aReplaceOfNothingPlacesOnlyIfItGoesOn() {
        OrderRef nothing = OrderRef.id(1);

        assertThat(floor.exchange
                        .trading()
                        .replace(ALICE, SPOT, nothing, sell("101", "1"), false)
                        .placed())
                .isNull();
        assertThat(floor.exchange
                        .trading()
                        .replace(ALICE, SPOT, nothing, sell("101", "1"), true)
                        .placed()
                        .isAccepted())
                .isTrue();
    }
}
