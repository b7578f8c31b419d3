package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ttquant.backtest.SharedData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Result A: every statistic that backtesting.py publishes for its SMA cross on GOOG, from its own equity and trades, to a relative 1e-8. */
class PublishedStatisticsTest {
    private static final double DAY = 86_400e9;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    List<DynamicTest> reproducesEveryPublishedStatistic() throws IOException {
        JsonNode stats = new ObjectMapper()
                .readTree(SharedData.file("reference/backtesting-py_goog_sma-cross.json")
                        .toFile())
                .get("stats");
        List<String> rows = SharedData.lines("reference/backtesting-py_goog_sma-cross_equity.csv");
        long[] times = new long[rows.size() - 1];
        double[] equity = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            String[] cells = rows.get(i + 1).split(",");
            times[i] = LocalDate.parse(cells[0]).toEpochDay() * 86_400_000_000_000L;
            equity[i] = Double.parseDouble(cells[1]);
        }
        checkReturns(stats, times, equity);
        checkDrawdowns(stats, times, equity);
        checkTrades(stats, times);
        assertThat(tests).hasSize(23);
        return tests;
    }

    private void checkReturns(JsonNode stats, long[] times, double[] equity) {
        GeometricFigures figures = GeometricFigures.of(equity, 252, 0);
        Returns returns = Returns.ofValues(equity);
        int last = equity.length - 1;
        same(stats, "Return [%]", 100 * returns.total());
        same(stats, "Return (Ann.) [%]", 100 * figures.annualReturn());
        same(stats, "Volatility (Ann.) [%]", 100 * figures.volatility());
        same(stats, "Sharpe Ratio", figures.sharpe());
        same(stats, "Sortino Ratio", figures.sortino());
        same(stats, "CAGR [%]", 100 * GeometricFigures.cagr(equity[0], equity[last], times[0], times[last]));
        same(stats, "Max. Drawdown [%]", 100 * returns.maxDrawdown());
        same(stats, "Calmar Ratio", figures.annualReturn() / -returns.maxDrawdown());
        same(stats, "Equity Final [$]", equity[last]);
        same(stats, "Equity Peak [$]", java.util.Arrays.stream(equity).max().orElseThrow());
        assertThat(days(times[last] - times[0])).isEqualTo(stats.get("Duration").asText());
        double[] closes = SharedData.lines("bars/equities-fx/GOOG-1d.csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[4]))
                .toArray();
        double buyAndHold = 100 * (closes[last] / closes[29] - 1);
        same(stats, "Buy & Hold Return [%]", buyAndHold);
        double beta = Moments.beta(logReturns(equity), logReturns(closes));
        same(stats, "Beta", beta);
        same(stats, "Alpha [%]", 100 * returns.total() - beta * buyAndHold);
    }

    private static double[] logReturns(double[] values) {
        double[] logs = new double[values.length - 1];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(values[i + 1] / values[i]);
        }
        return logs;
    }

    private void checkDrawdowns(JsonNode stats, long[] times, double[] equity) {
        List<Drawdown> drawdowns = Drawdown.of(times, equity);
        same(
                stats,
                "Avg. Drawdown [%]",
                -100 * drawdowns.stream().mapToDouble(Drawdown::depth).average().orElseThrow());
        assertThat(days(drawdowns.stream()
                        .mapToLong(Drawdown::lengthNanos)
                        .max()
                        .orElseThrow()))
                .isEqualTo(stats.get("Max. Drawdown Duration").asText());
        assertThat(days(drawdowns.stream()
                        .mapToLong(Drawdown::lengthNanos)
                        .average()
                        .orElseThrow()))
                .isEqualTo(stats.get("Avg. Drawdown Duration").asText());
    }

    private void checkTrades(JsonNode stats, long[] times) {
        List<String[]> rows = SharedData.lines("reference/backtesting-py_goog_sma-cross_trades.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        TradeFigures trades = new TradeFigures(
                rows.stream().mapToDouble(r -> Double.parseDouble(r[5])).toArray(),
                rows.stream().mapToDouble(r -> Double.parseDouble(r[6])).toArray(),
                rows.stream()
                        .mapToLong(r -> times[Integer.parseInt(r[2])] - times[Integer.parseInt(r[1])])
                        .toArray());
        assertThat(trades.count()).isEqualTo(stats.get("# Trades").asInt());
        same(stats, "Win Rate [%]", 100 * trades.winRate());
        same(stats, "Best Trade [%]", 100 * trades.best());
        same(stats, "Worst Trade [%]", 100 * trades.worst());
        same(stats, "Avg. Trade [%]", 100 * trades.geometricMeanReturn());
        same(stats, "Expectancy [%]", 100 * trades.meanReturn());
        same(stats, "Profit Factor", trades.returnProfitFactor());
        same(stats, "SQN", trades.systemQuality());
        same(stats, "Kelly Criterion", trades.kelly());
        assertThat(days(trades.maxLengthNanos()))
                .isEqualTo(stats.get("Max. Trade Duration").asText());
        assertThat(days(trades.meanLengthNanos()))
                .isEqualTo(stats.get("Avg. Trade Duration").asText());
        boolean[] held = new boolean[times.length];
        rows.forEach(r -> java.util.Arrays.fill(held, Integer.parseInt(r[1]), Integer.parseInt(r[2]) + 1, true));
        int bars = 0;
        for (boolean h : held) {
            bars += h ? 1 : 0;
        }
        same(stats, "Exposure Time [%]", 100.0 * bars / times.length);
    }

    private static String days(double nanos) {
        return (long) Math.ceil(nanos / DAY) + " days";
    }

    private void same(JsonNode stats, String name, double actual) {
        double published = stats.get(name).asDouble();
        tests.add(DynamicTest.dynamicTest(name, () -> assertThat(actual).isCloseTo(published, withinPercentage(1e-6))));
    }
}
