package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SPOT;
import static io.ttquant.core.engine.Lab.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a spot account may owe, worked out by hand; amounts are in cents, one ABC costs 100.00 unless said otherwise. */
class BorrowLimitTest {
    private static final SimulationConfig FREE = SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0"));

    private static Lab lab(SimulationConfig simulation, UnaryOperator<EngineBuilder> more) {
        return new Lab(
                SPOT,
                simulation,
                b -> more.apply(b.startBalance(SPOT.quote(), 100_000)
                        .funds(FundsPolicy.BORROW)
                        .account(AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT))));
    }

    private static Lab trading(SimulationConfig simulation) {
        Lab lab = lab(simulation, b -> b).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private static Order buy(Lab lab, long quantity) {
        return settled(
                lab,
                lab.script.desk().buy(SPOT.id()).rawQuantity(quantity).market().submit());
    }

    private static Order sell(Lab lab, long quantity) {
        return settled(
                lab,
                lab.script.desk().sell(SPOT.id()).rawQuantity(quantity).market().submit());
    }

    private static Order buyLimit(Lab lab, long quantity, long price) {
        return settled(
                lab,
                lab.script
                        .desk()
                        .buy(SPOT.id())
                        .rawQuantity(quantity)
                        .rawLimit(price)
                        .submit());
    }

    private static Order sellLimit(Lab lab, long quantity, long price) {
        return settled(
                lab,
                lab.script
                        .desk()
                        .sell(SPOT.id())
                        .rawQuantity(quantity)
                        .rawLimit(price)
                        .submit());
    }

    private static Order settled(Lab lab, Order order) {
        lab.engine.settle();
        return order;
    }

    private static String denied(Lab lab, Order order) {
        assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
        OrderEvent.Denied denied = (OrderEvent.Denied) lab.lastEvent();
        assertThat(denied.reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        return denied.message();
    }

    @Test
    void anEquityOfAThousandBuysForThreeThousandAndNotForMore() {
        Lab lab = trading(FREE);
        assertThat(denied(lab, buy(lab, 31)))
                .isEqualTo(
                        "BUY of 31 sim:ABC at 100 could make the account owe 2100.00 USD with all open orders, more than the"
                                + " 2000.00 USD that it may at an equity of 1000.00 USD; order less, cancel other orders, or set a"
                                + " higher spot leverage");
        assertThat(buy(lab, 30).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(-200_000);
        denied(lab, buy(lab, 1));
    }

    @Test
    void anEquityOfAThousandSellsShortForTwoThousandAndNotForMore() {
        Lab lab = trading(FREE);
        denied(lab, sell(lab, 21));
        assertThat(sell(lab, 20).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.position()).isEqualTo(-20);
        denied(lab, sell(lab, 1));
    }

    @Test
    void theFeeIsOwedAndTakesOffTheEquity() {
        Lab lab = trading(SimulationConfig.DEFAULT.withFees(RateFees.of("0.01", "0.01")));
        // 30 owe 2,030.00 at an equity of 970.00; 29 owe 1,929.00 at 971.00, of which the limit is 1,942.00.
        assertThat(denied(lab, buy(lab, 30)))
                .contains("owe 2030.00 USD")
                .contains("the 1940.00 USD that it may at an equity of 970.00 USD");
        assertThat(buy(lab, 29).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void openOrdersCountAsIfTheyHadFilledWithTheirFees() {
        Lab lab = trading(SimulationConfig.DEFAULT.withFees(RateFees.of("0.01", "0.01")));
        // 20 at 90 pay 1,818.00 and so owe 818.00; 10 at 100 more pay 1,010.00 and owe 1,828.00; fees: 18.00 and 10.00,
        // gained: 200.00 at 90.
        assertThat(buyLimit(lab, 20, 90).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(denied(lab, buy(lab, 12))).contains("owe 2030.00 USD").contains("an equity of 988.00 USD");
        assertThat(buy(lab, 11).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aBuyAndASellAreBothCounted() {
        Lab lab = trading(FREE);
        assertThat(buyLimit(lab, 30, 100 - 1).status()).isEqualTo(OrderStatus.ACCEPTED);
        // The buy may owe 1,970.00. A sell of one at 101 owes one more ABC and brings 101.00; what it brings does not
        // count for the next one.
        assertThat(sellLimit(lab, 1, 101).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(denied(lab, sellLimit(lab, 1, 101))).contains("owe 2069.00 USD");
    }

    @Test
    void ordersInFlightCountAtOnce() {
        Lab lab = lab(FREE.withLatency(LatencyModel.constant(Duration.ofMinutes(1), Duration.ofMinutes(1))), b -> b)
                .start(0);
        lab.trade(0, 100, 1_000);
        Order first = buy(lab, 20);
        Order second = buy(lab, 11);
        Order third = buy(lab, 10);
        lab.engine.advanceTo(5 * MINUTE);
        assertThat(first.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(second.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(third.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(-200_000);
    }

    @Test
    void aCancelledOrderCountsNoMore() {
        Lab lab = trading(FREE);
        Order resting = buyLimit(lab, 30, 99);
        denied(lab, buy(lab, 10));
        lab.script.desk().cancel(resting);
        lab.engine.settle();
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.free()).isZero();
    }

    @Test
    void anAmendmentBeyondTheLimitIsRefused() {
        Lab lab = trading(FREE);
        Order resting = buyLimit(lab, 30, 99);
        lab.script.desk().amend(resting, Amendment.ofQuantity(31));
        lab.engine.settle();
        assertThat(lab.lastEvent()).isInstanceOf(OrderEvent.UpdateRejected.class);
        assertThat(((OrderEvent.UpdateRejected) lab.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        lab.script.desk().amend(resting, Amendment.ofQuantity(10));
        lab.engine.settle();
        assertThat(buy(lab, 20).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void whatMakesLessOwedIsTakenWhateverTheLimitSays() {
        Lab lab = trading(FREE);
        buy(lab, 30);
        // 3,000.00 are worth 2,400.00 now: equity 400.00 may owe 800.00, and 2,000.00 are owed.
        lab.trade(1, 80, 1_000);
        denied(lab, buy(lab, 1));
        assertThat(sell(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(-120_000);
    }

    @Test
    void aShortPositionIsBoughtBackWhateverTheLimitSays() {
        Lab lab = trading(FREE);
        sell(lab, 20);
        lab.trade(1, 120, 1_000);
        denied(lab, sell(lab, 1));
        assertThat(buy(lab, 20).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(60_000);
    }

    @Test
    void anOrderWithoutAnyPriceIsRefused() {
        Lab lab = lab(FREE, b -> b).start(0);
        assertThat(denied(lab, buy(lab, 1)))
                .isEqualTo("BUY of 1 sim:ABC cannot be judged, because no price of sim:ABC is known; wait for its first"
                        + " trade, quote or bar");
    }

    @Test
    void aMissingPriceOfWhatIsHeldRefusesAndIsNamed() {
        Currency eur = Currency.of("EUR", 2);
        Lab lab = lab(FREE, b -> b.startBalance(eur, 5_000)).start(0);
        lab.trade(0, 100, 1_000);
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(denied(lab, buy(lab, 1)))
                .isEqualTo(
                        "BUY of 1 sim:ABC at 100 cannot be judged, because what is owed has no value: no price of EUR in"
                                + " USD is known, because no instrument and no fixed rate leads from one to the other; wait for the"
                                + " price");
    }

    @Test
    void aFillBeyondTheLimitDoesNotHappen() {
        Lab lab = lab(FREE.withLatency(LatencyModel.constant(Duration.ofMinutes(1), Duration.ZERO)), b -> b)
                .start(0);
        lab.trade(0, 100, 1_000);
        Order order = buy(lab, 30);
        lab.trade(MINUTE / 2, 101, 1_000);
        lab.trade(2 * MINUTE, 101, 1_000);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(((OrderEvent.Rejected) lab.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(lab.cash()).isEqualTo(100_000);
    }

    @Test
    void withoutALimitAnAccountOwesWhatItLikes() {
        Lab lab = new Lab(SPOT, FREE, b -> b.startBalance(SPOT.quote(), 100_000).funds(FundsPolicy.BORROW));
        lab.start(0);
        lab.trade(0, 100, 1_000);
        assertThat(buy(lab, 1_000).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aLimitLetsACashAccountOweNothing() {
        Lab lab = new Lab(
                SPOT,
                FREE,
                b -> b.startBalance(SPOT.quote(), 100_000)
                        .account(AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT)));
        lab.start(0);
        lab.trade(0, 100, 1_000);
        assertThat(buy(lab, 11).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void leverageOneOwesNothing() {
        Lab lab = lab(FREE, b -> b.account(AccountConfig.DEFAULT.withBorrowing(BorrowTerms.of("1", "1.1"))))
                .start(0);
        lab.trade(0, 100, 1_000);
        denied(lab, buy(lab, 11));
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void moneyBehindADerivativeIsNotSpent() {
        Lab lab = lab(FREE, b -> b.instrument(SWAP)).start(0);
        lab.trade(0, 100, 1_000);
        lab.engine.instrument(SWAP.id()).trade(0, 0, 100, 1_000, io.ttquant.api.market.AggressorSide.NONE);
        assertThat(buy(lab, 1).status()).isEqualTo(OrderStatus.FILLED);
        lab.script.desk().buy(SWAP.id()).rawQuantity(5).market().submit();
        lab.engine.settle();
        Order order = buy(lab, 5);
        assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(((OrderEvent.Denied) lab.lastEvent()).message())
                .contains("of which positions and orders in derivatives leave free 400.00 USD");
        assertThat(buy(lab, 4).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void ordersOfWhichOneFillsCountOnce() {
        Lab lab = trading(FREE);
        buy(lab, 30);
        var orders = lab.script.desk();
        var group = orders.oco(
                orders.sell(SPOT.id()).rawQuantity(30).rawLimit(110),
                orders.sell(SPOT.id()).rawQuantity(30).rawStop(95));
        lab.engine.settle();
        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.ACCEPTED);
        // Alone a second sell of 30 would be short 30 ABC.
        assertThat(denied(lab, sellLimit(lab, 30, 110))).contains("owe 3000.00 USD");
        lab.trade(1, 95, 1_000);
        assertThat(lab.position()).isZero();
        assertThat(lab.cash()).isEqualTo(-200_000 + 30 * 9_500);
        assertThat(lab.free()).isEqualTo(lab.cash());
    }

    @Test
    void aBuyForAnAmountOwesAtMostThat() {
        Lab lab = trading(FREE);
        Order tooMuch = settled(
                lab, lab.script.desk().buy(SPOT.id()).spend("3000.01").market().submit());
        assertThat(denied(lab, tooMuch)).contains("owe 2000.01 USD");
        Order order = settled(
                lab, lab.script.desk().buy(SPOT.id()).spend("3000").market().submit());
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(-200_000);
    }

    @Test
    void aSaleIsTakenThoughItsFeeIsOwedInAThirdCurrency() {
        Currency coin = Currency.of("COIN", 2);
        FeeModel inCoins = new FeeModel() {
            @Override
            public long rawFee(
                    Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
                return rawQuantity;
            }

            @Override
            public Currency currency(Instrument instrument, Side side) {
                return coin;
            }

            @Override
            public String describe() {
                return "a hundredth of a coin each";
            }
        };
        Lab lab = lab(
                        SimulationConfig.DEFAULT.withFees(inCoins),
                        b -> b.startBalance(coin, 30).fixedRate(coin, SPOT.quote(), java.math.BigDecimal.ONE))
                .start(0);
        lab.trade(0, 100, 1_000);
        assertThat(buy(lab, 30).status()).isEqualTo(OrderStatus.FILLED);
        lab.trade(1, 80, 1_000);
        denied(lab, buy(lab, 1));
        assertThat(sell(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.engine.ledger().balance("COIN").rawTotal()).isEqualTo(-10);
        denied(lab, sell(lab, 30));
    }

    @Test
    void theTermsRefuseWhatWouldBeLiquidatedAtOnce() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> BorrowTerms.of("11", "1.1"))
                .hasMessageContaining("must be below leverage / (leverage - 1)");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> BorrowTerms.of("0.5", "1.1"))
                .hasMessageContaining("spot leverage 0.5 must be 1 or more");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> BorrowTerms.of("3", "0.9"))
                .hasMessageContaining("spot maintenance level 0.9 must be 1 or more");
        assertThat(BorrowTerms.of("10", "1.1").leverage()).isEqualByComparingTo("10");
    }
}
