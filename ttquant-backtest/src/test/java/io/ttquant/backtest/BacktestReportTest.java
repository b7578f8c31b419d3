package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.backtest.report.StrategySummary;
import io.ttquant.backtest.report.TradeRow;
import io.ttquant.core.engine.RunSamples;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestReportTest {
    private static final BarSpec HOUR = BarSpec.hours(1);

    private static BacktestResult twoStrategies() {
        Instrument eth = Walk.spot("ETH");
        return Backtest.of(
                        Walk.bars(Walk.BTC, HOUR, 2000, 1).source(),
                        Walk.bars(eth, HOUR, 2000, 2).source())
                .cash("100000 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.0002", "0.0005")))
                .strategy("slow", Walk.turns(Walk.BTC, HOUR, 50, "0.5"), Map.of("every", "50"))
                .strategy("quick", Walk.turns(eth, HOUR, 7, "0.25"))
                .run();
    }

    @Test
    void sumsTheStrategiesToTheWhole() {
        BacktestResult result = twoStrategies();
        ReportModel model = result.report().model();
        StrategySummary total = model.total();
        assertThat(model.strategies()).extracting(StrategySummary::strategy).containsExactly("slow", "quick");
        assertThat(model.strategies().stream()
                        .mapToLong(StrategySummary::orders)
                        .sum())
                .isEqualTo(result.orders().size());
        BigDecimal sum = model.strategies().stream().map(StrategySummary::pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(total.pnl());
        BigDecimal end = BigDecimal.valueOf(result.finalEquity());
        assertThat(end.subtract(new BigDecimal("100000"))).isEqualByComparingTo(total.pnl());
    }

    @Test
    void samplesEachStrategysProfitUpToItsEnd() {
        BacktestResult result = twoStrategies();
        int last = result.samples().size() - 1;
        assertThat(result.samples().timeNanos(last))
                .isEqualTo(result.equity().timeNanos(result.equity().size() - 1));
        for (int s = 0; s < 2; s++) {
            assertThat(result.samples().rawProfit(s, 0)).isZero();
            assertThat(FixedPoint.toDecimal(result.samples().rawProfit(s, last), 8))
                    .isEqualTo(result.report().model().strategies().get(s).pnl());
        }
    }

    @Test
    void listsOpenTradesLastAndAtTheLastPrice() {
        BacktestResult result = twoStrategies();
        List<TradeRow> trades = result.report().model().trades();
        TradeRow open = trades.get(trades.size() - 1);
        assertThat(open.isOpen()).isTrue();
        BigDecimal profits = trades.stream().map(TradeRow::pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(profits).isEqualByComparingTo(result.report().model().total().pnl());
    }

    @Test
    void drawsTheRunsOwnBars() {
        ReportModel model = twoStrategies().report().model();
        assertThat(model.candles()).hasSize(2);
        assertThat(model.candles().get(0).size()).isEqualTo(2000);
        assertThat(model.candles().get(0).instrument()).isEqualTo("test:BTCUSDT");
    }

    @Test
    void writesEverythingAndPrintsASummary(@TempDir Path folder) {
        BacktestReport report = twoStrategies().report().title("Two by turns");
        assertThat(report.summary()).contains("Two by turns", "slow", "quick", "Sharpe ratio");
        Path page = report.write(folder.resolve("run"));
        assertThat(page.resolveSibling("fills.csv")).exists();
    }

    @Test
    void refusesToChangeAReportThatIsMade() {
        BacktestReport report = twoStrategies().report();
        report.model();
        assertThatThrownBy(() -> report.title("late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the report is made already; set title, candles and the like before asking for it");
    }

    @Test
    void thinsTheProfitsOfALongRunAndKeepsItsEnds() {
        BacktestResult result = Backtest.of(
                        Walk.bars(Walk.BTC, BarSpec.minutes(1), 20_000, 3).source())
                .cash("100000 USDT")
                .strategy("turns", Walk.turns(Walk.BTC, BarSpec.minutes(1), 11, "1"))
                .run();
        RunSamples samples = result.samples();
        int last = samples.size() - 1;
        assertThat(result.equity().size()).isEqualTo(20_001);
        assertThat(samples.size()).isBetween(RunSamples.LIMIT / 2, RunSamples.LIMIT);
        assertThat(samples.timeNanos(0)).isEqualTo(Walk.START);
        for (int i = 0; i <= last; i++) {
            long time = samples.timeNanos(i);
            int minute = (int) ((time - Walk.START) / BarSpec.minutes(1).step());
            assertThat(result.equity().timeNanos(minute)).isEqualTo(time);
            assertThat(samples.rawProfit(0, i))
                    .isEqualTo(
                            result.equity().rawEquity(minute) - result.equity().rawEquity(0));
        }
        assertThat(samples.timeNanos(last)).isEqualTo(result.equity().timeNanos(20_000));
    }

    @Test
    void printsTheSameSummaryAsEver() {
        assertThat(twoStrategies().report().title("Two by turns").summary().lines())
                .containsExactly(
                        "Two by turns",
                        "test:BTCUSDT, test:ETHUSDT, 1h bars, 2024-01-01 to 2024-03-24",
                        "",
                        "Strategy  Orders  Refused  Trades  Net PnL    Fees   Return  Drawdown  Sharpe",
                        "─────────────────────────────────────────────────────────────────────────────",
                        "slow          40        0      19  +161.03   83.92  +0.16 %   -1.35 %    0.38",
                        "quick        285        0     142  +276.54  389.23  +0.28 %   -0.38 %    1.21",
                        "─────────────────────────────────────────────────────────────────────────────",
                        "total        325        0     161  +437.58  473.14  +0.44 %   -1.36 %    0.88",
                        "",
                        "Total return     +0.44 %",
                        "Max drawdown     -1.36 %",
                        "Sharpe ratio     0.88",
                        "Trades           161",
                        "Fees             473.14 USDT",
                        "vs buy and hold  +2.67 %",
                        "Net profit       +437.58 USDT");
    }
}
