package io.ttquant.backtest;

import io.ttquant.backtest.report.ComparisonRow;
import io.ttquant.backtest.statistics.Drawdown;
import io.ttquant.backtest.statistics.Performance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The run's figures beside those of buying and holding, by the same days and conventions. */
final class RunComparison {
    private final Performance own;
    private final Performance held;
    private final FormulaText formulas;
    private final List<ComparisonRow> rows = new ArrayList<>();

    RunComparison(RunStatistics statistics) {
        this.own = statistics.performance();
        this.held = statistics.benchmarkPerformance();
        this.formulas = new FormulaText(statistics.conventions());
    }

    List<ComparisonRow> rows() {
        if (held.daily().size() == 0) {
            return List.of();
        }
        ratio("Total return", Performance::totalReturn, "end / start − 1");
        ratio("Annual return", Performance::annualReturn, formulas.annualReturn());
        ratio("Annual volatility", Performance::volatility, formulas.volatility());
        number("Sharpe ratio", Performance::sharpe, formulas.sharpe());
        number("Sortino ratio", Performance::sortino, formulas.sortino());
        number("Calmar ratio", Performance::calmar, "annual return / |max drawdown|");
        ratio(
                "Max drawdown",
                Performance::maxDrawdown,
                "deepest fall from the highest value so far; of all samples, those of buying and holding every quarter of an hour");
        number(
                "Longest drawdown, days",
                line -> line.longest().map(Drawdown::lengthNanos).orElse(0L) / 86_400e9,
                "from a peak until it was reached again, or the end");
        ratio("Best day", line -> line.daily().highest(), "highest return of a calendar day, " + formulas.zone());
        ratio("Worst day", line -> line.daily().lowest(), "lowest return of a calendar day, " + formulas.zone());
        ratio("Winning days", line -> line.daily().positiveRate(), "days with a return above 0 / days");
        ratio(
                "Value at risk (" + formulas.confidence() + ")",
                line -> line.tail().valueAtRisk(),
                formulas.tail() + " quantile of daily returns, interpolated");
        ratio(
                "Conditional VaR (" + formulas.confidence() + ")",
                line -> line.tail().expectedShortfall(),
                "mean of the daily returns at or below the value at risk");
        return rows;
    }

    private void ratio(String name, ToDoubleFunction<Performance> figure, String formula) {
        rows.add(new ComparisonRow(name, true, figure.applyAsDouble(own), figure.applyAsDouble(held), formula));
    }

    private void number(String name, ToDoubleFunction<Performance> figure, String formula) {
        rows.add(new ComparisonRow(name, false, figure.applyAsDouble(own), figure.applyAsDouble(held), formula));
    }
}
