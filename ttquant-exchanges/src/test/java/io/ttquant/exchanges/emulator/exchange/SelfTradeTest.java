package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that meets another of its account, and icebergs. */
class SelfTradeTest {
    private final Floor floor = Floor.binance();
    private Order own = floor.submit(ALICE, sell("100", "1"));

    @BeforeEach
    void behindItAnother() {
        floor.submit(BOB, sell("100", "1"));
    }

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    private Order taker(SelfTradePrevention mode) {
        return floor.submit(ALICE, buy("100", "1").edit().selfTrade(mode).build());
    }

    @Test
    void withoutPreventionTheyTrade() {
        assertThat(taker(SelfTradePrevention.NONE).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(own).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void theTakerGivesWay() {
        assertThat(taker(SelfTradePrevention.CANCEL_TAKER).status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(floor.now(own).isOpen()).isTrue();
    }

    @Test
    void theMakerGivesWayAndTheTakerGoesOn() {
        assertThat(taker(SelfTradePrevention.CANCEL_MAKER).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(own).reason()).isEqualTo(OrderReason.SELF_TRADE);
        assertThat(floor.balance(BOB, "USDT").total()).isEqualByComparingTo("100100");
    }

    @Test
    void bothGiveWay() {
        assertThat(taker(SelfTradePrevention.CANCEL_BOTH).status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(floor.now(own).status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
    }

    @Test
    void aFillOrKillOrderDoesNotCountOnOrdersOfItsAccount() {
        Order order = floor.submit(
                ALICE,
                buy("100", "2")
                        .edit()
                        .timeInForce(TimeInForce.FOK)
                        .selfTrade(SelfTradePrevention.CANCEL_MAKER)
                        .build());

        assertThat(order.reason()).isEqualTo(OrderReason.ALL_OR_NOTHING);
    }

    @Test
    void anIcebergShowsAPartAndItsNextPartQueuesBehind() {
        Floor other = Floor.binance();
        Order iceberg =
                other.submit(ALICE, sell("100", "3").edit().display(number("1")).build());
        Order behind = other.submit(BOB, sell("100", "1"));
        assertThat(other.exchange.marketData().book(SPOT, 1).asks())
                .containsExactly(new BookLevel(number("100"), number("2"), 2));

        other.exchange.accounts().open(AccountSpec.of("carol"));
        other.exchange.accounts().deposit("carol", "USDT", number("1000"));
        other.submit("carol", buy("100", "1.5"));

        assertThat(other.now(iceberg).filled()).isEqualByComparingTo("1");
        assertThat(other.now(behind).filled()).isEqualByComparingTo("0.5");
        other.exchange.assertConservation();
    }
}
