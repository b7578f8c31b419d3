package io.ttquant.backtest;

import io.ttquant.backtest.statistics.BenchmarkFigures;
import io.ttquant.backtest.statistics.Conventions;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.backtest.statistics.TailRisk;
import java.util.List;

/** The run beside buying and holding, and the tail of its days, as figures with names. */
final class BenchmarkStatistics {
    private static final double FAR_TAIL = 0.01;

    private final RunSummary run;
    private final RunStatistics statistics;
    private final Performance line;
    private final FormulaText formulas;
    private final WhyUnknown why;

    BenchmarkStatistics(RunSummary run, WhyUnknown why) {
        this.run = run;
        this.statistics = run.statistics();
        this.line = run.performance();
        this.formulas = new FormulaText(line.conventions());
        this.why = why;
    }

    List<Statistic> benchmark() {
        BenchmarkFigures b = statistics.benchmark();
        String none = why.benchmark(WhyUnknown.NOTHING_VARIED);
        String price = why.equity("not known: no instrument had a price");
        return new StatisticRows("Buy and hold")
                .signedPercent(
                        "benchmark_return",
                        "Return",
                        run.benchmarkReturn(),
                        "start equity in equal parts in each instrument at its first price, held to the end, no fees",
                        price)
                .signedPercent(
                        "excess_return",
                        "vs buy and hold",
                        line.totalReturn() - run.benchmarkReturn(),
                        "total return − return of buying and holding",
                        price)
                .signedPercent(
                        "active_return", "Active return", b.activeReturn(), "annual return − its annual return", none)
                .number(
                        "beta",
                        "Beta",
                        b.beta(),
                        "covariance with its daily returns / variance of its daily returns",
                        none)
                .signedPercent("alpha", "Alpha", b.alpha(), formulas.alpha(), none)
                .number("correlation", "Correlation", b.correlation(), "of daily returns with its", none)
                .number(
                        "r_squared",
                        "R squared",
                        b.rSquared(),
                        "correlation², the part of what happened that it explains",
                        none)
                .number(
                        "information_ratio",
                        "Information ratio",
                        b.informationRatio(),
                        formulas.informationRatio(),
                        none)
                .percent("tracking_error", "Tracking error", b.trackingError(), formulas.trackingError(), none)
                .number("treynor_ratio", "Treynor ratio", b.treynor(), "mean excess return of a year / beta", none)
                .number(
                        "up_capture",
                        "Up capture",
                        b.upCapture(),
                        "mean return on days on which it rose / its mean there, geometric",
                        why.benchmark("it rose on no day"))
                .number(
                        "down_capture",
                        "Down capture",
                        b.downCapture(),
                        "mean return on days on which it fell / its mean there, geometric",
                        why.benchmark("it fell on no day"))
                .percent("days_ahead", "Days ahead", b.winRate(), "days with a higher return than its / days", none)
                .list();
    }

    List<Statistic> tail() {
        TailRisk t = statistics.tail();
        Conventions far = line.conventions().withTail(FAR_TAIL);
        Returns daily = line.isAnnual() ? line.daily() : Returns.of();
        TailRisk most = TailRisk.of(daily, far);
        String sure = " (" + formulas.confidence() + ")";
        String none = why.ofYear(WhyUnknown.NOTHING_VARIED);
        return new StatisticRows("Tail")
                .signedPercent(
                        "value_at_risk",
                        "Value at risk" + sure,
                        t.valueAtRisk(),
                        formulas.tail() + " quantile of daily returns, interpolated",
                        none)
                .signedPercent(
                        "conditional_var",
                        "Conditional VaR" + sure,
                        t.expectedShortfall(),
                        "mean of the daily returns at or below the value at risk",
                        none)
                .signedPercent(
                        "normal_var",
                        "Normal VaR" + sure,
                        t.normalValueAtRisk(),
                        "mean + z × deviation of daily returns",
                        none)
                .signedPercent(
                        "normal_conditional_var",
                        "Normal CVaR" + sure,
                        t.normalExpectedShortfall(),
                        "mean − deviation × φ(z) / " + formulas.tail() + " of daily returns",
                        none)
                .signedPercent(
                        "modified_var",
                        "Modified VaR" + sure,
                        t.modifiedValueAtRisk(),
                        "mean + z × deviation of daily returns, z corrected for skewness and kurtosis (Cornish–Fisher)",
                        none)
                .signedPercent(
                        "value_at_risk_99",
                        "1 % value at risk",
                        most.valueAtRisk(),
                        "1 % quantile of daily returns, interpolated",
                        none)
                .signedPercent(
                        "normal_var_99",
                        "1 % normal VaR",
                        most.normalValueAtRisk(),
                        "mean + z × deviation of daily returns, z of 1 %",
                        none)
                .number(
                        "tail_ratio",
                        "Tail ratio",
                        t.tailRatio(),
                        "upper tail's quantile / |lower tail's quantile|",
                        none)
                .number(
                        "skewness",
                        "Skewness",
                        t.skewness(),
                        "third central moment / deviation³ of daily returns",
                        none)
                .number(
                        "excess_kurtosis",
                        "Excess kurtosis",
                        t.excessKurtosis(),
                        "fourth central moment / variance² − 3 of daily returns",
                        none)
                .percent(
                        "winning_day_rate",
                        "Rate of winning days",
                        daily.positiveRate(),
                        "days with a return above 0 / days",
                        none)
                .number(
                        "gain_to_pain",
                        "Gain to pain",
                        daily.gainToPain(),
                        "sum of daily returns / |sum of the negative ones|",
                        why.ofYear("no day had a return below 0"))
                .list();
    }
}
