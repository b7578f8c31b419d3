package io.ttquant.backtest;

import io.ttquant.backtest.report.Analysis;
import io.ttquant.backtest.report.DrawdownRow;
import io.ttquant.backtest.report.NamedSeries;
import io.ttquant.backtest.statistics.CalendarDays;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.PositionValues;
import io.ttquant.backtest.statistics.RollingFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings the statistics of a run into the analysis of a report. */
final class RunAnalysis {
    /** Days of a window, as in the tear sheets of others; shorter runs get a quarter of theirs. */
    private static final int WINDOW = 60;

    private static final int SHORTEST = 5;
    private static final int DRAWDOWNS = 10;

    private final RunStatistics statistics;
    private final Performance line;
    private final RunParts parts;

    RunAnalysis(RunSummary run, BacktestResult result) {
        this.statistics = run.statistics();
        this.parts = new RunParts(run, result);
        this.line = statistics.performance();
    }

    Analysis analysis() {
        double[] daily = line.daily().toArray();
        long[] ends = ends(daily.length);
        List<NamedSeries> series = new ArrayList<>(rolling(ends));
        series.addAll(exposure());
        return new Analysis(
                series,
                new NamedSeries("Daily returns", true, ends, daily),
                new RunComparison(statistics).rows(),
                drawdowns(),
                RunParts.rows(statistics.breakdowns()),
                parts.parts());
    }

    private long[] ends(int days) {
        return days == 0
                ? new long[0]
                : CalendarDays.ends(
                        line.startNanos(),
                        line.endNanos(),
                        statistics.conventions().zone());
    }

    private List<NamedSeries> rolling(long[] ends) {
        int window = Math.min(WINDOW, ends.length / 4);
        if (window < SHORTEST) {
            return List.of();
        }
        RollingFigures figures = statistics.rolling(window);
        long[] times = Arrays.copyOfRange(ends, window - 1, ends.length);
        String days = ", " + window + " days";
        List<NamedSeries> all = new ArrayList<>();
        add(all, new NamedSeries("Sharpe ratio" + days, false, times, figures.sharpe()));
        add(all, new NamedSeries("Volatility" + days, true, times, figures.volatility()));
        add(all, new NamedSeries("Return" + days, true, times, figures.totalReturn()));
        add(all, new NamedSeries("Drawdown" + days, true, times, figures.maxDrawdown()));
        add(all, new NamedSeries("Beta" + days, false, times, figures.beta()));
        return all;
    }

    private List<NamedSeries> exposure() {
        PositionValues values = statistics.positionValues();
        double[] gross = new double[values.gross().length];
        double[] net = new double[gross.length];
        for (int i = 0; i < gross.length; i++) {
            gross[i] = values.gross()[i] / values.equity()[i];
            net[i] = values.net()[i] / values.equity()[i];
        }
        List<NamedSeries> all = new ArrayList<>();
        add(all, new NamedSeries("Gross exposure", true, values.timeNanos(), gross));
        add(all, new NamedSeries("Net exposure", true, values.timeNanos(), net));
        return all;
    }

    private static void add(List<NamedSeries> all, NamedSeries series) {
        if (Arrays.stream(series.values()).anyMatch(Double::isFinite)) {
            all.add(series);
        }
    }

    private List<DrawdownRow> drawdowns() {
        return line.deepest(DRAWDOWNS).stream()
                .map(d ->
                        new DrawdownRow(d.startNanos(), d.troughNanos(), d.endNanos(), d.isRecovered(), 0 - d.depth()))
                .toList();
    }
}
