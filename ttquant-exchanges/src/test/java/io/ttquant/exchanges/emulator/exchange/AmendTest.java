package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes of orders that rest. */
class AmendTest {
    private final Floor floor = new Floor(ExchangeRules.binanceUsdm());

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    private Outcome<Order> amend(Order order, @Nullable String price, @Nullable String quantity) {
        Amendment amendment =
                Amendment.to(price == null ? null : number(price), quantity == null ? null : number(quantity));
        return floor.exchange.trading().amend(order.account(), SPOT, OrderRef.id(order.id()), amendment);
    }

    @Test
    void aSmallerQuantityKeepsItsPlaceInTheQueue() {
        Order first = floor.submit(ALICE, sell("100", "2"));
        floor.submit(ALICE, sell("100", "1"));

        amend(first, null, "1").get();
        floor.submit(BOB, buy("100", "1"));

        assertThat(floor.now(first).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.balance(ALICE, "BTC").locked()).isEqualByComparingTo("1");
    }

    @Test
    void aLargerQuantityGoesToTheEndOfTheQueue() {
        Order first = floor.submit(ALICE, sell("100", "1"));
        Order second = floor.submit(ALICE, sell("100", "1"));

        amend(first, null, "2").get();
        floor.submit(BOB, buy("100", "1"));

        assertThat(floor.now(first).filled()).isZero();
        assertThat(floor.now(second).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void anotherPriceMayTradeAtOnce() {
        floor.submit(BOB, sell("101", "1"));
        Order order = floor.submit(ALICE, buy("100", "2"));

        Order amended = amend(order, "101", null).get();

        assertThat(amended.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(amended.amendments()).isEqualTo(1);
        assertThat(floor.balance(ALICE, "USDT").locked()).isEqualByComparingTo("101");
    }

    @Test
    void aPostOnlyOrderIsNotAmendedIntoATrade() {
        floor.submit(BOB, sell("101", "1"));
        Order order = floor.submit(ALICE, buy("100", "2").asPostOnly());

        assertThat(amend(order, "101", null).reason()).isEqualTo(RefusalReason.WOULD_TAKE);
        assertThat(floor.now(order).isOpen()).isTrue();
    }

    @Test
    void theQuantityCountsWhatHasFilledAndBelowItTheOrderEnds() {
        Order order = floor.submit(ALICE, sell("100", "3"));
        floor.submit(BOB, buy("100", "1"));

        assertThat(amend(order, null, "2").get().remaining()).isEqualByComparingTo("1");
        Order ended = amend(order, null, "1").get();

        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(ended.filled()).isEqualByComparingTo("1");
    }

    @Test
    void whereTheRulesSaySoAQuantityBelowWhatHasFilledIsRefused() {
        Floor spot = Floor.binance();
        Order order = spot.submit(ALICE, sell("100", "3"));
        spot.submit(BOB, buy("100", "1"));

        Outcome<Order> outcome =
                spot.exchange.trading().amend(ALICE, SPOT, OrderRef.id(order.id()), Amendment.to(null, number("1")));

        assertThat(outcome.reason()).isEqualTo(RefusalReason.CANNOT_AMEND);
    }

    @Test
    void aRefusedAmendmentLeavesTheOrderInItsPlace() {
        Order first = floor.submit(ALICE, buy("100", "1"));
        Order second = floor.submit(ALICE, buy("100", "1"));

        assertThat(amend(first, "100.005", null).reason()).isEqualTo(RefusalReason.PRICE_STEP);
        assertThat(amend(first, null, "5000").reason()).isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(amend(first, null, null).reason()).isEqualTo(RefusalReason.NOTHING_CHANGED);
        floor.submit(BOB, sell("100", "1"));

        assertThat(floor.now(first).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(second).isOpen()).isTrue();
    }

    @Test
    void aRefusedAmendmentCancelsIfItSaysSo() {
        Order order = floor.submit(ALICE, buy("100", "1"));

        Outcome<Order> outcome = floor.exchange
                .trading()
                .amend(ALICE, SPOT, OrderRef.id(order.id()), new Amendment(number("0.001"), null, false, true));

        assertThat(outcome.reason()).isEqualTo(RefusalReason.PRICE_STEP);
        assertThat(floor.now(order).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void anAmendmentThatMustKeepThePlaceRefusesAnythingElse() {
        Order order = floor.submit(ALICE, buy("100", "1"));
        OrderRef ref = OrderRef.id(order.id());
        Trading trading = floor.exchange.trading();

        assertThat(trading.amend(ALICE, SPOT, ref, new Amendment(number("99"), null, true, false))
                        .reason())
                .isEqualTo(RefusalReason.CANNOT_AMEND);
        assertThat(trading.amend(ALICE, SPOT, ref, new Amendment(null, number("0.5"), true, false))
                        .isAccepted())
                .isTrue();
    }
}
