package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.backtest.report.RiskCount;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/** A run with risk limits, from the data to the report. */
class RiskRunTest {
    private static final BarSpec DAY = BarSpec.days(1);
    private static final RiskPolicy POLICY = RiskPolicy.ofAccount(RiskLimits.builder()
                    .stopLoss("0.05")
                    .maxDrawdown("0.03", GuardAction.HALT)
                    .build())
            .withStrategy("buyer", RiskLimits.builder().maxPositions(1).build());

    private static BacktestResult run(StringBuilder decisions) {
        BarColumns.Builder bars = BarColumns.builder(Walk.BTC, DAY);
        int open = 100;
        for (int close : new int[] {100, 101, 102, 96, 96, 95, 90, 90, 86, 86}) {
            long start = Walk.START + bars.size() * DAY.step();
            bars.add(
                    start,
                    start + DAY.step(),
                    100L * open,
                    100L * Math.max(open, close),
                    100L * Math.min(open, close),
                    100L * close,
                    1_000_000);
            open = close;
        }
        return Backtest.of(bars.build().source())
                .cash("10000 USDT")
                .risk(POLICY)
                .decisions(decisions)
                .strategy("buyer", new Buyer())
                .run();
    }

    private static final class Buyer extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(Walk.BTC.id(), DAY);
        }

        @Override
        protected void onBar(Bar bar) {
            if (position(Walk.BTC.id()).isFlat()) {
                orders().buy(Walk.BTC.id()).quantity("40").market().submit();
            }
        }
    }

    @Test
    void exitsAreFilledAndTripsAreInResultReportSummaryAndLog() {
        StringBuilder decisions = new StringBuilder();
        BacktestResult result = run(decisions);

        assertThat(result.fills()).extracting(Fill::side).hasToString("[BUY, SELL, BUY]");
        assertThat(result.orders().get(1).request().tag()).isEqualTo("risk:stop_loss");
        assertThat(result.riskEvents())
                .hasAtLeastOneElementOfType(RiskEvent.Tripped.class)
                .hasAtLeastOneElementOfType(RiskEvent.ExitSent.class)
                .hasAtLeastOneElementOfType(RiskEvent.StageChanged.class);
        ReportModel model = result.report().model();
        assertThat(model.risks())
                .extracting(RiskCount::strategy, RiskCount::what, RiskCount::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("buyer", "STOP_LOSS", 1L),
                        org.assertj.core.groups.Tuple.tuple("account", "DRAWDOWN", 1L),
                        org.assertj.core.groups.Tuple.tuple("account", "HALTED", 1L));
        assertThat(result.summary()).contains("! account: 1 × DRAWDOWN: the account lost ");
        assertThat(result.assumptions())
                .filteredOn(row -> row.topic().equals("Risk limits"))
                .extracting(row -> row.model())
                .containsExactly(
                        "account: stop loss 0.05, max drawdown 0.03, on drawdown HALT; strategy buyer: max positions 1");
        assertThat(decisions.toString())
                .contains("  buyer  risk, STOP_LOSS: stop-loss of the position 40")
                .contains("  buyer  risk, exit #2 sent: stop-loss")
                .contains("  account  risk, ACTIVE to HALTED: the account lost ");
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(run(new StringBuilder()).fingerprint())
                .isEqualTo(run(new StringBuilder()).fingerprint());
    }
}
