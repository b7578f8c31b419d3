package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On spot exits are for what their own parent bought and fees left of it, whatever else the strategy bought and sold there. */
class SpotFamiliesTest {
    private static final Currency COIN = Currency.of("COIN", 8);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:COIN"), COIN, Lab.USD)
            .tick("1")
            .lot("0.001")
            .build();
    private static final FeeModel IN_COINS = RateFees.of("0.001", "0.001").inBaseOnBuys();
    private static final SimulationConfig CONFIG = SimulationConfig.DEFAULT.withFees(IN_COINS);

    private long now = 1;

    private Lab lab(SimulationConfig config, String coins, FundsPolicy policy) {
        Lab lab = new Lab(
                        SPOT,
                        config,
                        builder -> builder.startBalance(Lab.USD, 100_000_00)
                                .startBalance(
                                        COIN,
                                        new BigDecimal(coins).movePointRight(8).longValueExact())
                                .funds(policy))
                .start(0);
        lab.trade(now++, 100, 1);
        return lab;
    }

    private Lab lab(String coins) {
        return lab(CONFIG, coins, FundsPolicy.STRICT);
    }

    private static OrderGroup oto(Lab lab, String quantity, OtoTrigger trigger) {
        Orders orders = lab.script.desk();
        return orders.oto(
                orders.buy(SPOT).quantity(quantity).limit("95"),
                trigger,
                orders.sell(SPOT).stop("80"));
    }

    private static void sell(Lab lab, String quantity) {
        lab.script.desk().sell(SPOT).quantity(quantity).market().submit();
        lab.engine.settle();
    }

    /** Thousandths of a coin are bought, as far as orders ask for them. */
    private void bought(Lab lab, long thousandths) {
        lab.trade(now++, 94, thousandths);
    }

    private static List<String> open(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.isOpen() && order.side() == Side.SELL)
                .map(order -> order.type() + " " + order.rawLeaves())
                .toList();
    }

    private static List<RejectReason> denials(Lab lab) {
        return lab.script.events.stream()
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).reason())
                .toList();
    }

    private static String lastDenial(Lab lab) {
        return lab.script.events.stream()
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).message())
                .reduce("", (first, second) -> second);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondPurchaseHasItsStopToo(OtoTrigger trigger) {
        Lab lab = lab("0");
        OrderGroup first = oto(lab, "1", trigger);
        bought(lab, 1_000);
        OrderGroup second = oto(lab, "1", trigger);
        bought(lab, 1_000);
        assertThat(open(first)).containsExactly("STOP_MARKET 999");
        assertThat(open(second)).containsExactly("STOP_MARKET 999");
        assertThat(denials(lab)).isEmpty();
        lab.trade(now++, 79, 10_000);
        assertThat(lab.position()).isZero();
    }

    @Test
    void purchasesThatFillInTurnsHaveTheirStops() {
        Lab lab = lab("0");
        OrderGroup first = oto(lab, "1", OtoTrigger.PARTIAL);
        OrderGroup second = oto(lab, "1", OtoTrigger.PARTIAL);
        for (int i = 0; i < 20; i++) {
            bought(lab, 150);
        }
        assertThat(open(first)).containsExactly("STOP_MARKET 999");
        assertThat(open(second)).containsExactly("STOP_MARKET 999");
        assertThat(denials(lab)).isEmpty();
    }

    @Test
    void theSecondBracketHasItsExitsToo() {
        Lab lab = lab("0");
        Orders orders = lab.script.desk();
        for (int i = 0; i < 2; i++) {
            OrderGroup group = orders.bracket(
                    orders.buy(SPOT).quantity("1").limit("95"),
                    orders.sell(SPOT).limit("120"),
                    orders.sell(SPOT).stop("80"));
            bought(lab, 1_000);
            assertThat(open(group)).containsExactly("LIMIT 999", "STOP_MARKET 999");
        }
        assertThat(denials(lab)).isEmpty();
    }

    @Test
    void aBracketOfAnAccountThatMayOweOffersNoMoreThanItBought() {
        Lab lab = lab(CONFIG, "0", FundsPolicy.BORROW);
        Orders orders = lab.script.desk();
        OrderGroup last = null;
        for (int i = 0; i < 2; i++) {
            last = orders.bracket(
                    orders.buy(SPOT).quantity("1").limit("95"),
                    orders.sell(SPOT).limit("120"),
                    orders.sell(SPOT).stop("80"));
            bought(lab, 1_000);
        }
        assertThat(open(last)).containsExactly("LIMIT 999", "STOP_MARKET 999");
    }

    @Test
    void aSaleOfAnAccountThatMayOweIsForAllThatWasBought() {
        Lab lab = lab(CONFIG, "0", FundsPolicy.BORROW);
        OrderGroup group = oto(lab, "1", OtoTrigger.PARTIAL);
        bought(lab, 1_000);
        assertThat(open(group)).containsExactly("STOP_MARKET 1000");
    }

    @Test
    void aSaleOfOtherCoinsTakesNothingFromTheStop() {
        Lab lab = lab("1");
        sell(lab, "0.5");
        OrderGroup group = oto(lab, "0.7", OtoTrigger.PARTIAL);
        bought(lab, 700);
        assertThat(lab.position()).isEqualTo(199);
        assertThat(open(group)).containsExactly("STOP_MARKET 699");
    }

    /** One at 120, so that what fills it fills nothing of the purchase. */
    private static OrderGroup withTarget(Lab lab, String quantity) {
        Orders orders = lab.script.desk();
        return orders.oto(
                orders.buy(SPOT).quantity(quantity).limit("95"),
                OtoTrigger.PARTIAL,
                orders.sell(SPOT).limit("120"));
    }

    private static long offered(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.side() == Side.SELL && order.status() != OrderStatus.DENIED)
                .mapToLong(Order::rawQuantity)
                .sum();
    }

    @Test
    void eachPartHasItsSaleThoughOtherCoinsWereSold() {
        Lab lab = lab("1");
        sell(lab, "0.7");
        OrderGroup group = withTarget(lab, "0.7");
        bought(lab, 300);
        lab.trade(now++, 121, 1_000);
        assertThat(group.order(1).rawFilled()).isEqualTo(299);
        assertThat(lab.position()).isEqualTo(-700);
        bought(lab, 400);
        assertThat(offered(group)).isEqualTo(699);
        assertThat(denials(lab)).isEmpty();
    }

    @Test
    void aStopWhoseTriggerIsPassedIsLeftThoughOtherCoinsWereSold() {
        Lab lab = lab(CONFIG.withPassedStopsRejected(true), "1", FundsPolicy.STRICT);
        sell(lab, "0.5");
        OrderGroup group = oto(lab, "0.7", OtoTrigger.PARTIAL);
        lab.engine.settle();
        lab.trade(now++, 70, 700);
        lab.trade(now++, 70, 10_000);
        assertThat(group.order(1).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(group.order(2).type()).isEqualTo(OrderType.MARKET);
        assertThat(group.order(2).rawFilled()).isEqualTo(699);
    }

    @Test
    void whatTheStrategySoldOfThePurchaseItselfNeedsNoStop() {
        Lab lab = lab("0");
        OrderGroup group = oto(lab, "1", OtoTrigger.FULL);
        bought(lab, 600);
        sell(lab, "0.2");
        bought(lab, 400);
        assertThat(open(group)).containsExactly("STOP_MARKET 799");
        assertThat(denials(lab)).isEmpty();
    }

    @Test
    void coinsThatOtherOrdersHoldBackAreNotOfferedAndTheRestIs() {
        Lab lab = lab("0");
        OrderGroup group = oto(lab, "1", OtoTrigger.FULL);
        bought(lab, 600);
        lab.script.desk().sell(SPOT).quantity("0.5").limit("130").submit();
        bought(lab, 400);
        assertThat(open(group)).containsExactly("STOP_MARKET 499");
        assertThat(denials(lab)).containsExactly(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(lastDenial(lab)).startsWith("SELL of 0.500").contains("is left without it");
    }

    @Test
    void aPurchaseOfWhichTheFeeLeftNoLotIsSaidToHaveNoStop() {
        Lab lab = lab("0");
        OrderGroup group = oto(lab, "0.001", OtoTrigger.PARTIAL);
        bought(lab, 1);
        assertThat(open(group)).isEmpty();
        assertThat(denials(lab)).containsExactly(RejectReason.QUANTITY_ZERO);
    }

    /** Fees of both sides in one currency. */
    private record FeesIn(Currency paid, long rawPerThousandth) implements FeeModel {
        @Override
        public long rawFee(Instrument i, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
            return rawQuantity * rawPerThousandth;
        }

        @Override
        public Currency currency(Instrument i, Side side) {
            return paid;
        }

        @Override
        public long rawReserve(Instrument i, Side side, long rawPrice, long rawQuantity) {
            return 0;
        }

        @Override
        public String describe() {
            return "fees in " + paid;
        }
    }

    @Test
    void feesInAThirdCoinTakeNothingFromTheStops() {
        Currency third = Currency.of("THIRD", 2);
        SimulationConfig config = SimulationConfig.DEFAULT.withFees(new FeesIn(third, 1));
        Lab lab = new Lab(
                        SPOT,
                        config,
                        builder -> builder.startBalance(Lab.USD, 1_000_00).startBalance(third, 1_000_00))
                .start(0);
        lab.trade(now++, 100, 1);
        for (int i = 0; i < 2; i++) {
            OrderGroup group = oto(lab, "1", OtoTrigger.PARTIAL);
            bought(lab, 1_000);
            assertThat(open(group)).containsExactly("STOP_MARKET 1000");
        }
    }

    /** Who trades the coin in which fees are paid pays them of both sides in it. */
    @Test
    void feesOfSalesInTheCoinCountToo() {
        Lab lab = lab(SimulationConfig.DEFAULT.withFees(new FeesIn(COIN, 1_000)), "1", FundsPolicy.STRICT);
        OrderGroup group = withTarget(lab, "1");
        bought(lab, 400);
        lab.trade(now++, 121, 1_000);
        assertThat(group.order(1).rawFilled()).isEqualTo(396);
        bought(lab, 600);
        assertThat(offered(group))
                .as("1000 less 10 of the purchase and 3.96 of the sale")
                .isEqualTo(986);
    }

    @Test
    void aRebateInCoinsMakesNoStopLargerThanThePurchase() {
        SimulationConfig config =
                SimulationConfig.DEFAULT.withFees(RateFees.of("-0.01", "0").inBaseOnBuys());
        Lab lab = lab(config, "0", FundsPolicy.STRICT);
        OrderGroup group = oto(lab, "1", OtoTrigger.PARTIAL);
        bought(lab, 1_000);
        assertThat(lab.position()).isEqualTo(1_010);
        assertThat(open(group)).containsExactly("STOP_MARKET 1000");
    }
}
