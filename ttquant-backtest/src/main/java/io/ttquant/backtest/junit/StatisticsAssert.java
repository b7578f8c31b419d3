package io.ttquant.backtest.junit;

import io.ttquant.backtest.RunStatistics;
import io.ttquant.backtest.statistics.Conventions;
import java.util.function.ToDoubleFunction;

/**
 * Assertions about the figures of a run, by stated conventions.
 *
 * <pre>{@code
 * assertThat(run).statistics().totalReturn().isAbove(0.02);
 * assertThat(run).statistics(Conventions.DEFAULT.withPeriodsPerYear(252)).sharpe().isCloseTo(1.31, 0.01);
 * assertThat(run).statistics().figure("ulcer index", figures -> figures.performance().daily().ulcerIndex()).isBelow(0.1);
 * }</pre>
 */
public final class StatisticsAssert {
    private final RunStatistics statistics;
    private final RunAssert run;

    StatisticsAssert(RunStatistics statistics, RunAssert run) {
        this.statistics = statistics;
        this.run = run;
    }

    /** End ÷ start of equity − 1, as a fraction. */
    public FigureAssert totalReturn() {
        return figure("total return", figures -> figures.performance().totalReturn());
    }

    /** The return of a year, as a fraction. */
    public FigureAssert annualReturn() {
        return figure("annual return", figures -> figures.performance().annualReturn());
    }

    /** The volatility of a year, as a fraction. */
    public FigureAssert volatility() {
        return figure("volatility", figures -> figures.performance().volatility());
    }

    /** The Sharpe ratio. */
    public FigureAssert sharpe() {
        return figure("Sharpe ratio", figures -> figures.performance().sharpe());
    }

    /** The Sortino ratio. */
    public FigureAssert sortino() {
        return figure("Sortino ratio", figures -> figures.performance().sortino());
    }

    /** The Calmar ratio. */
    public FigureAssert calmar() {
        return figure("Calmar ratio", figures -> figures.performance().calmar());
    }

    /** The deepest drawdown, as a return: −0.1 for a loss of a tenth, 0 without one. */
    public FigureAssert maxDrawdown() {
        return figure("deepest drawdown", figures -> figures.performance().maxDrawdown());
    }

    /** The part of the closed round trips that won, as a fraction. */
    public FigureAssert winRate() {
        return figure("win rate", figures -> figures.trades().winRate());
    }

    /** What the winning round trips won ÷ what the losing ones lost. */
    public FigureAssert profitFactor() {
        return figure("profit factor", figures -> figures.trades().profitFactor());
    }

    /** The mean result of a round trip after fees, in the reporting currency. */
    public FigureAssert expectancy() {
        return figure("expectancy", figures -> figures.trades().expectancy());
    }

    /** Any other figure, under the name that a failure calls it. */
    public FigureAssert figure(String name, ToDoubleFunction<RunStatistics> figure) {
        return new FigureAssert(name, figure.applyAsDouble(statistics), this);
    }

    /** There were this many closed round trips. */
    public StatisticsAssert hasRoundTrips(int count) {
        int closed = statistics.roundTrips().size();
        if (closed != count) {
            run.fail("expected " + count + " closed round " + (count == 1 ? "trip" : "trips") + ", but there "
                    + (closed == 1 ? "was 1" : "were " + closed));
        }
        return this;
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    void fail(String sentence) {
        run.fail(sentence + "\nBy these conventions: " + text(statistics.conventions()));
    }

    /** Why a figure of a year may be missing: the run is too short for one. */
    boolean isTooShort() {
        return !statistics.performance().isAnnual();
    }

    int leastDays() {
        return statistics.conventions().leastDays();
    }

    private static String text(Conventions c) {
        return c.periodsPerYear() + " periods a year, " + c.deviation() + " deviations, " + c.mean()
                + " means, risk-free return " + c.riskFree() + ", required return " + c.required() + ", tail "
                + c.tail() + ", " + c.leastDays() + " days at least, days of " + c.zone();
    }
}
