package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SWAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What orders and positions need and hold of margin, worked out by hand. */
class MarginTest extends MarginLab {
    @Test
    void anOrderNeedsItsValueOverTheLeverage() {
        Lab lab = trading(leverage("10"), 10_000);
        assertThat(buy(lab, 11).status()).isEqualTo(OrderStatus.DENIED);
        OrderEvent.Denied denied = (OrderEvent.Denied) lab.lastEvent();
        assertThat(denied.reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(denied.message())
                .isEqualTo("BUY of 11 sim:SWAP at 100 needs 110.00 USD of margin at leverage 10 with its fee, free are"
                        + " 100.00 USD; order less, cancel other orders, or set a higher leverage");
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group(lab).rawFree(View.KNOWN)).isZero();
    }

    @Test
    void aPriceThatTakesAPositionIntoAnotherTierIsJudgedHoweverNearItIs() {
        // Without deductions 13 % of all that is above 905.00: at 101 that is 118.17, and the balance is 109.00.
        List<MarginTier> tiers = List.of(
                new MarginTier(new BigDecimal("905"), BigDecimal.TEN, new BigDecimal("0.01"), BigDecimal.ZERO),
                new MarginTier(null, new BigDecimal(5), new BigDecimal("0.13"), BigDecimal.ZERO));
        Lab lab = trading(
                AccountConfig.DEFAULT.withTerms(
                        MarginTerms.DEFAULT.withLeverage(BigDecimal.TEN).withTiers(tiers)),
                10_000);
        assertThat(buy(lab, 9).status()).isEqualTo(OrderStatus.FILLED);
        lab.trade(1, 100, 1_000);
        assertThat(notices).isEmpty();
        lab.trade(2, 101, 1_000);
        lab.engine.advanceTo(3);

        assertThat(notices).extracting(AccountNotice::kind).containsExactly(AccountNotice.Kind.LIQUIDATION);
    }

    @Test
    void ordersWhoseValuesDoNotFitTogetherAreRefusedAndNeverWrap() {
        Lab lab = trading(leverage("1000"), 90_000_000_000_000_000L);
        Order first = lab.script
                .desk()
                .buy(SWAP.id())
                .rawQuantity(500_000_000_000_000L)
                .limit("90")
                .submit();
        long free = group(lab).rawFree(View.KNOWN);
        Order second = lab.script
                .desk()
                .buy(SWAP.id())
                .rawQuantity(900_000_000_000_000L)
                .limit("90")
                .submit();
        lab.engine.settle();

        assertThat(first.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(second.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(lab.script.events)
                .filteredOn(OrderEvent.Denied.class::isInstance)
                .extracting(event -> ((OrderEvent.Denied) event).reason())
                .containsExactly(RejectReason.ARITHMETIC_OVERFLOW);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(free);
    }

    @Test
    void withoutAnyWordThereIsNoLeverage() {
        Lab lab = trading(AccountConfig.DEFAULT, 10_000);
        assertThat(buy(lab, 2).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(buy(lab, 1).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void theFeeIsPartOfTheNeed() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")), 10_000)
                .start(0);
        lab.trade(0, 100, 1_000);
        // 10 need 100.00 and a fee of 1.00; 9 need 90.00 and 0.90.
        assertThat(buy(lab, 10).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(buy(lab, 9).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(10_000 - 9_000 - 90);
    }

    @Test
    void ordersInFlightCountAtOnce() {
        Lab lab = lab(
                        leverage("10"),
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ofMinutes(1), Duration.ofMinutes(1))),
                        10_000)
                .start(0);
        lab.trade(0, 100, 1_000);
        Order first = lab.script.desk().buy(SWAP.id()).rawQuantity(6).market().submit();
        Order second = lab.script.desk().buy(SWAP.id()).rawQuantity(5).market().submit();
        Order third = lab.script.desk().buy(SWAP.id()).rawQuantity(4).market().submit();
        lab.engine.settle();
        lab.engine.advanceTo(5 * MINUTE);
        assertThat(first.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(second.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(third.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group(lab).rawFree(View.KNOWN)).isZero();
        assertThat(group(lab).rawFree(View.EXCHANGE)).isZero();
    }

    @Test
    void oppositeOrdersAreNettedToTheLargerSide() {
        Lab lab = trading(leverage("10"), 10_000);
        // Buys of 600.00 and sells of 1,000.00 need the larger of the two: 100.00.
        Order bid = lab.script.desk().buy(SWAP.id()).rawQuantity(6).limit("90").submit();
        Order ask =
                lab.script.desk().sell(SWAP.id()).rawQuantity(8).limit("110").submit();
        lab.engine.settle();
        assertThat(bid.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(ask.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(10_000 - 8_800);
        lab.script.desk().cancel(ask);
        lab.engine.settle();
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(10_000 - 5_400);
        lab.script.desk().cancel(bid);
        lab.engine.settle();
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(10_000);
    }

    @Test
    void closingNeedsNothingEvenWhenNothingIsFree() {
        Lab lab = trading(leverage("10"), 10_000);
        buy(lab, 10);
        lab.trade(MINUTE, 96, 1);
        assertThat(group(lab).rawFree(View.KNOWN)).isNegative();
        assertThat(buy(lab, 1).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(sell(lab, 10).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(10_000 - 4_000);
    }

    @Test
    void onlyWhatIsFreeMovesToAnIsolatedPosition() {
        AccountConfig account = leverage("10");
        Lab lab = trading(account.withTerms(account.terms().withMode(MarginMode.ISOLATED)), 50_000);
        assertThatThrownBy(() -> lab.engine.margin().assign(SWAP.id(), 1))
                .hasMessageContaining("has no isolated position");
        buy(lab, 10);
        assertThatThrownBy(() -> lab.engine.margin().assign(SWAP.id(), 40_001))
                .hasMessageContaining("400.01 USD cannot be moved", "free are 400.00");
        lab.engine.margin().assign(SWAP.id(), 5_000);
        assertThatThrownBy(() -> lab.engine.margin().assign(SWAP.id(), -5_001))
                .hasMessageContaining("50.00 may be taken back");
        lab.engine.margin().assign(SWAP.id(), -5_000);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(40_000);
    }

    @Test
    void theMostMarginUsedIsKept() {
        Lab lab = trading(leverage("10"), 10_000);
        buy(lab, 4);
        sell(lab, 4);
        assertThat(group(lab).mostUsed()).isEqualTo(4_000);
    }

    @Test
    void anAmendmentThatNeedsMoreThanIsFreeIsRefused() {
        Lab lab = trading(leverage("10"), 10_000);
        Order order =
                lab.script.desk().buy(SWAP.id()).rawQuantity(10).rawLimit(90).submit();
        lab.engine.settle();
        lab.script.desk().amend(order, new Amendment(12, 0, 0));
        lab.engine.settle();
        assertThat(((OrderEvent.UpdateRejected) lab.lastEvent()).reason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        lab.script.desk().amend(order, new Amendment(11, 0, 0));
        lab.engine.settle();
        assertThat(order.rawQuantity()).isEqualTo(11);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(10_000 - 9_900);
    }

    @Test
    void spotIsNotPaidWithTheMarginOfDerivatives() {
        Script script = new Script();
        Engine engine = Engine.builder()
                .instrument(SWAP)
                .instrument(Lab.SPOT)
                .reporting(SWAP.quote())
                .startBalance(SWAP.quote(), 10_000)
                .account(leverage("2"))
                .strategy("s", script)
                .simulate(SimulationConfig.DEFAULT)
                .build();
        engine.start(0);
        engine.instrument(SWAP.id()).trade(0, 0, 10, 1, AggressorSide.NONE);
        engine.instrument(Lab.SPOT.id()).trade(0, 0, 10, 1, AggressorSide.NONE);
        script.desk().buy(SWAP.id()).rawQuantity(16).market().submit();
        engine.settle();
        Order tooMuch = script.desk().buy(Lab.SPOT.id()).rawQuantity(3).market().submit();
        engine.settle();
        assertThat(tooMuch.status()).isEqualTo(OrderStatus.DENIED);
        OrderEvent.Denied denied = (OrderEvent.Denied) script.events.get(script.events.size() - 1);
        assertThat(denied.reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(denied.message()).contains("needs 30.00 USD", "derivatives leave free 20.00 USD");
        Order enough = script.desk().buy(Lab.SPOT.id()).rawQuantity(2).market().submit();
        engine.settle();
        assertThat(enough.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aClosingOrderHoldsBackItsFeeOnlyAsFarAsSomethingIsFree() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")), 10_150)
                .start(0);
        lab.trade(0, 100, 1_000);
        buy(lab, 10);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(50);
        // Its fee would be 1.10, of which 0.50 are free.
        Order close =
                lab.script.desk().sell(SWAP.id()).rawQuantity(10).rawLimit(110).submit();
        lab.engine.settle();
        assertThat(close.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group(lab).rawFree(View.KNOWN)).isZero();
        assertThat(group(lab).rawFree(View.EXCHANGE)).isZero();
    }

    @Test
    void aReduceOnlyOrderNeedsNoMargin() {
        Lab lab = trading(leverage("10"), 10_000);
        buy(lab, 10);
        Order order = lab.script
                .desk()
                .sell(SWAP.id())
                .rawQuantity(10)
                .rawLimit(120)
                .reduceOnly()
                .submit();
        lab.engine.settle();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(group(lab).rawFree(View.KNOWN)).isZero();
    }
}
