package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.M1;
import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When margin runs out, worked out by hand. */
class MarginLiquidationTest extends MarginLab {
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
}
