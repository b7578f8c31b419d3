package io.ttquant.backtest;

import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.StatGroup;
import io.ttquant.backtest.statistics.BenchmarkFigures;
import io.ttquant.backtest.statistics.Capacity;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.PositionValues;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.backtest.statistics.TailRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The groups of figures below the first ones: beside buying and holding, of the tail, of positions. */
final class DetailFigures {
    private final ReportFigures figures;
    private final RunStatistics statistics;
    private final Performance line;
    private final FormulaText formulas;

    DetailFigures(ReportFigures figures, RunStatistics statistics) {
        this.figures = figures;
        this.statistics = statistics;
        this.line = statistics.performance();
        this.formulas = new FormulaText(statistics.conventions());
    }

    StatGroup benchmark(Figure itsReturn) {
        BenchmarkFigures b = statistics.benchmark();
        return new StatGroup(
                "Buy and hold",
                List.of(
                        itsReturn,
                        number("Beta", b.beta(), "covariance with its daily returns / variance of its daily returns"),
                        percent("Alpha", b.alpha(), formulas.alpha()),
                        number("Correlation", b.correlation(), "of daily returns with its"),
                        number("R squared", b.rSquared(), "correlation², the part of what happened that it explains"),
                        number("Information ratio", b.informationRatio(), formulas.informationRatio()),
                        figures.annual(
                                Figure.percent("Tracking error", b.trackingError(), ""), formulas.trackingError()),
                        number("Treynor ratio", b.treynor(), "mean excess return of a year / beta"),
                        number(
                                "Up capture",
                                b.upCapture(),
                                "mean return on days on which it rose / its mean there, geometric"),
                        number("Down capture", b.downCapture(), "the same on days on which it fell"),
                        figures.annual(
                                Figure.percent("Days ahead", b.winRate(), ""),
                                "days with a higher return than its / days")));
    }

    StatGroup tail() {
        TailRisk t = statistics.tail();
        Returns daily = line.daily();
        String sure = " (" + formulas.confidence() + ")";
        return new StatGroup(
                "Tail",
                List.of(
                        percent(
                                "Value at risk" + sure,
                                t.valueAtRisk(),
                                formulas.tail() + " quantile of daily returns, interpolated"),
                        percent(
                                "Conditional VaR" + sure,
                                t.expectedShortfall(),
                                "mean of the daily returns at or below the value at risk"),
                        percent("Normal VaR" + sure, t.normalValueAtRisk(), "mean + z × deviation of daily returns"),
                        percent(
                                "Modified VaR" + sure,
                                t.modifiedValueAtRisk(),
                                "the same with z corrected for skewness and kurtosis (Cornish–Fisher)"),
                        number("Tail ratio", t.tailRatio(), "upper tail's quantile / |lower tail's quantile|"),
                        number("Skewness", t.skewness(), "third central moment / deviation³ of daily returns"),
                        number(
                                "Excess kurtosis",
                                t.excessKurtosis(),
                                "fourth central moment / variance² − 3 of daily returns"),
                        figures.annual(
                                Figure.percent("Winning days", line.isAnnual() ? daily.positiveRate() : Double.NaN, ""),
                                "days with a return above 0 / days"),
                        number(
                                "Gain to pain",
                                line.isAnnual() ? daily.gainToPain() : Double.NaN,
                                "sum of daily returns / |sum of the negative ones|")));
    }

    StatGroup positions() {
        PositionValues v = statistics.positionValues();
        return new StatGroup(
                "Positions",
                List.of(
                        Figure.percent(
                                "Exposure",
                                statistics.exposure().ratio(),
                                "time with an open position of at least one lot / whole time"),
                        Figure.percent(
                                "Mean gross exposure",
                                v.meanLeverage(),
                                "sizes of all positions / equity, over the time"),
                        Figure.signedPercent(
                                "Mean net exposure",
                                v.meanNetExposure(),
                                "long less short positions / equity, over the time"),
                        Figure.number(
                                "Highest leverage", v.maxLeverage(), 2, "highest sum of sizes / equity at a sample"),
                        figures.unsigned("Largest position", v.maxGross(), "highest sum of sizes at a sample"),
                        figures.unsigned(
                                "Median position",
                                v.medianGross(),
                                "median of the sums of sizes where there was one")));
    }

    /** What needs the prices of the data. */
    StatGroup excursions() {
        List<Excursion> all = statistics.excursions();
        Capacity capacity = statistics.capacity();
        List<Figure> rows = new ArrayList<>(List.of(
                Figure.signedPercent(
                        "Mean MAE", mean(all, Excursion::adverse), "mean of the worst returns of trades while open"),
                Figure.signedPercent(
                        "Largest MAE",
                        all.stream().mapToDouble(Excursion::adverse).min().orElse(Double.NaN),
                        "worst return of a trade while open"),
                Figure.signedPercent(
                        "Mean MFE", mean(all, Excursion::favourable), "mean of the best returns of trades while open"),
                Figure.signedPercent(
                        "Largest MFE",
                        all.stream().mapToDouble(Excursion::favourable).max().orElse(Double.NaN),
                        "best return of a trade while open"),
                Figure.percent(
                        "Mean given back",
                        mean(all, Excursion::givenBack),
                        "best return while open − return at the exit")));
        rows.add(Figure.percent(
                "Share of volume", capacity.share(), "of the candle's volume that 95 % of the fills did not pass"));
        rows.add(
                figures.unsigned(
                        "Capacity",
                        Double.isInfinite(capacity.equity()) ? Double.NaN : capacity.equity(),
                        "mean equity × 1 % / share of volume: with more, one fill in twenty passes 1 % of its candle's volume"));
        return new StatGroup("Excursions and capacity", rows);
    }

    private static double mean(List<Excursion> all, ToDoubleFunction<Excursion> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private Figure number(String name, double value, String formula) {
        return figures.annual(Figure.number(name, value, 2, ""), formula);
    }

    private Figure percent(String name, double value, String formula) {
        return figures.annual(Figure.signedPercent(name, value, ""), formula);
    }
}
