package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.M1;
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
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Margin and liquidation, worked out by hand on a swap priced in whole dollars; amounts are in cents. */
class MarginTest {
    private final List<CashFlow> flows = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();

    private static AccountConfig leverage(String leverage) {
        return AccountConfig.DEFAULT.withTerms(
                MarginTerms.DEFAULT.withLeverage(new BigDecimal(leverage)).withTiers(List.of(MarginTier.of("0.05"))));
    }

    private Lab lab(AccountConfig account, SimulationConfig simulation, long rawCash) {
        return new Lab(
                SWAP,
                simulation,
                b -> b.startBalance(SWAP.quote(), rawCash).account(account).tap(new EngineTap() {
                    @Override
                    public void cashFlow(CashFlow flow) {
                        flows.add(flow);
                    }

                    @Override
                    public void notice(AccountNotice notice) {
                        notices.add(notice);
                    }
                }));
    }

    private Lab trading(AccountConfig account, long rawCash) {
        Lab lab = lab(account, SimulationConfig.DEFAULT, rawCash).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private static Order buy(Lab lab, long quantity) {
        Order order =
                lab.script.desk().buy(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
        return order;
    }

    private static Order sell(Lab lab, long quantity) {
        Order order =
                lab.script.desk().sell(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
        return order;
    }

    private static MarginGroup group(Lab lab) {
        return lab.engine.account().margin().account().groups().iterator().next();
    }

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
    void aFallToTheMaintenanceMarginLiquidatesAtTheMarket() {
        Lab lab = trading(leverage("10"), 10_000);
        buy(lab, 10);
        Order bid = lab.script.desk().buy(SWAP.id()).rawQuantity(1).limit("50").submit();
        // At 95: balance 100 − 50 = 50.00, maintenance 5 % of 950 = 47.50. At 94: 40.00 and 47.00.
        lab.trade(MINUTE, 95, 1);
        lab.engine.advanceTo(2 * MINUTE);
        assertThat(lab.position()).isEqualTo(10);
        lab.trade(3 * MINUTE, 94, 1);
        lab.engine.advanceTo(4 * MINUTE);
        assertThat(lab.position()).isZero();
        assertThat(lab.fills()).last().isEqualTo("SELL 10@94 TAKER LIQUIDATION");
        assertThat(bid.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(lab.cash()).isEqualTo(10_000 - 6_000);
        assertThat(notices)
                .singleElement()
                .satisfies(n -> assertThat(n.message())
                        .isEqualTo(
                                "liquidation of sim:SWAP at 94: its cross margin balance of 40.00 USD is not above the"
                                        + " maintenance margin of 47.00 USD"));
    }

    @Test
    void openOrdersOfTheSameMarginAreCancelledFirst() {
        Lab lab = trading(leverage("10"), 11_000);
        buy(lab, 10);
        Order bid = lab.script.desk().buy(SWAP.id()).rawQuantity(1).limit("50").submit();
        lab.engine.settle();
        assertThat(bid.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(MINUTE, 93, 1);
        lab.engine.advanceTo(2 * MINUTE);
        assertThat(bid.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.position()).isZero();
    }

    @Test
    void onBarsThePathLiquidatesAtThePriceWhereMarginRunsOut() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000)
                .withBars(M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(SWAP.id()).rawQuantity(10).market().submit();
        lab.bar(MINUTE, 100, 101, 99, 100);
        assertThat(lab.position()).isEqualTo(10);
        // 10,000 − 1,000 × (100 − p) <= 0.05 × 1,000 × p, so p <= 94.7: the first such dollar on the way down is 94.
        lab.bar(2 * MINUTE, 100, 102, 90, 101);
        assertThat(lab.fills()).last().isEqualTo("SELL 10@94 TAKER LIQUIDATION");
        assertThat(lab.cash()).isEqualTo(10_000 - 6_000);
    }

    @Test
    void aGapLiquidatesAtTheOpen() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000)
                .withBars(M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(SWAP.id()).rawQuantity(10).market().submit();
        lab.bar(MINUTE, 100, 101, 99, 100);
        lab.bar(2 * MINUTE, 80, 82, 79, 81);
        assertThat(lab.fills()).last().isEqualTo("SELL 10@80 TAKER LIQUIDATION");
        // The account bears the loss beyond its margin unless told otherwise, and says so.
        assertThat(lab.cash()).isEqualTo(10_000 - 20_000);
        assertThat(notices)
                .extracting(AccountNotice::kind)
                .containsExactly(AccountNotice.Kind.LIQUIDATION, AccountNotice.Kind.LOSS_BEYOND_MARGIN);
    }

    @Test
    void aStopBeforeTheLiquidationPriceSavesTheMargin() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000)
                .withBars(M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(SWAP.id()).rawQuantity(10).market().submit();
        lab.bar(MINUTE, 100, 101, 99, 100);
        lab.script
                .desk()
                .sell(SWAP.id())
                .rawQuantity(10)
                .stop("97")
                .reduceOnly()
                .submit();
        lab.bar(2 * MINUTE, 100, 102, 90, 101);
        assertThat(lab.fills()).last().isEqualTo("SELL 10@97 TAKER STOP_TRIGGER");
        assertThat(notices).isEmpty();
    }

    @Test
    void aShortIsLiquidatedOnTheWayUp() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000)
                .withBars(M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().sell(SWAP.id()).rawQuantity(10).market().submit();
        lab.bar(MINUTE, 100, 101, 99, 100);
        // 10,000 − 1,000 × (p − 100) <= 50 × p, so p >= 104.76: 105.
        lab.bar(2 * MINUTE, 100, 120, 99, 101);
        assertThat(lab.fills()).last().isEqualTo("BUY 10@105 TAKER LIQUIDATION");
    }

    @Test
    void aFundAndAFeeAreFlowsOfTheirOwn() {
        AccountConfig account =
                leverage("10").withLiquidationFee(new BigDecimal("0.01")).withInsurance(Insurance.FUND);
        Lab lab = trading(account, 10_000);
        buy(lab, 10);
        lab.trade(MINUTE, 80, 1);
        lab.engine.advanceTo(2 * MINUTE);
        // Fee 1 % of 800.00; lost are 200.00 and the fee, of which 100.00 were there.
        assertThat(flows)
                .extracting(CashFlow::kind)
                .containsExactly(CashFlow.Kind.LIQUIDATION_FEE, CashFlow.Kind.INSURANCE);
        assertThat(flows).extracting(CashFlow::rawAmount).containsExactly(-800L, 10_800L);
        assertThat(lab.cash()).isZero();
    }

    @Test
    void anIsolatedPositionLosesItsOwnMarginOnly() {
        AccountConfig account = leverage("10");
        account =
                account.withTerms(account.terms().withMode(MarginMode.ISOLATED)).withInsurance(Insurance.FUND);
        Lab lab = trading(account, 50_000);
        buy(lab, 10);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(50_000 - 10_000);
        // Its margin is 100.00: at 94 40.00 remain of it, below 47.00, though 400.00 lie beside.
        lab.trade(MINUTE, 85, 1);
        lab.engine.advanceTo(2 * MINUTE);
        assertThat(lab.position()).isZero();
        assertThat(lab.cash()).isEqualTo(40_000);
        assertThat(flows).extracting(CashFlow::rawAmount).containsExactly(5_000L);
    }

    @Test
    void moreMarginHoldsAnIsolatedPositionLonger() {
        AccountConfig account = leverage("10");
        Lab lab = trading(account.withTerms(account.terms().withMode(MarginMode.ISOLATED)), 50_000);
        buy(lab, 10);
        lab.engine.account().margin().account().assign(SWAP.id(), 10_000);
        lab.trade(MINUTE, 90, 1);
        lab.engine.advanceTo(2 * MINUTE);
        assertThat(lab.position()).isEqualTo(10);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(30_000);
        sell(lab, 10);
        assertThat(group(lab).rawFree(View.KNOWN)).isEqualTo(40_000);
    }

    @Test
    void fundingThatEatsTheMarginLiquidates() {
        Lab lab = trading(leverage("10"), 10_000);
        buy(lab, 10);
        lab.trade(MINUTE, 95, 1);
        lab.sink.funding(2 * MINUTE, 2 * MINUTE, new BigDecimal("0.003"), 3 * MINUTE);
        lab.engine.advanceTo(4 * MINUTE);
        // 50.00 − 2.85 = 47.15 against 47.50.
        assertThat(lab.position()).isZero();
        assertThat(lab.fills()).last().isEqualTo("SELL 10@95 TAKER LIQUIDATION");
    }

    @Test
    void aVenuesMarkDecidesAloneAndThePathOfABarDoesNot() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000)
                .withBars(M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().buy(SWAP.id()).rawQuantity(10).market().submit();
        lab.bar(MINUTE, 100, 101, 99, 100);
        lab.sink.markPrice(2 * MINUTE, 2 * MINUTE, 99);
        lab.bar(2 * MINUTE, 100, 102, 90, 97);
        assertThat(lab.position()).isEqualTo(10);
        lab.sink.markPrice(3 * MINUTE, 3 * MINUTE, 94);
        lab.engine.advanceTo(4 * MINUTE);
        // Judged by the mark of 94, closed at the market, which is at 97.
        assertThat(lab.fills()).last().isEqualTo("SELL 10@97 TAKER LIQUIDATION");
    }

    @Test
    void aLiquidationTakesWhatIsQuotedAndTheRestOneTickWorse() {
        Lab lab = lab(leverage("10"), SimulationConfig.DEFAULT, 10_000).start(0);
        lab.quote(0, 100, 50, 100, 50);
        buy(lab, 10);
        lab.quote(MINUTE, 93, 4, 95, 4);
        lab.engine.advanceTo(2 * MINUTE);
        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@100 TAKER TOOK_BOOK", "SELL 4@93 TAKER LIQUIDATION", "SELL 6@92 TAKER LIQUIDATION");
    }

    @Test
    void aLiquidationHappensAtTheExchangeBeforeWeHearOfIt() {
        Lab lab = lab(
                        leverage("10"),
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ZERO, Duration.ofSeconds(10))),
                        10_000)
                .start(0);
        lab.trade(0, 100, 1_000);
        Order order = buy(lab, 10);
        lab.engine.advanceTo(MINUTE);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        lab.trade(2 * MINUTE, 90, 1);
        lab.engine.advanceTo(2 * MINUTE + 1);
        assertThat(lab.position()).isEqualTo(10);
        assertThat(group(lab).members().get(0).rawQuantity(View.EXCHANGE)).isZero();
        lab.engine.advanceTo(3 * MINUTE);
        assertThat(lab.position()).isZero();
        assertThat(notices).extracting(AccountNotice::kind).containsExactly(AccountNotice.Kind.LIQUIDATION);
        assertThat(group(lab).rawFree(View.EXCHANGE))
                .isEqualTo(group(lab).rawFree(View.KNOWN))
                .isZero();
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
