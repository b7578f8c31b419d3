package io.ttquant.backtest;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.statistics.Drawdown;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.backtest.statistics.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the line of equity says, as figures with names. */
final class ReturnStatistics {
    private static final String NO_TIME = "the run has no time: equity was sampled once or never";
    private static final String NO_DRAWDOWN = "there was no drawdown";

    private final RunSummary run;
    private final Performance line;
    private final Returns daily;
    private final FormulaText formulas;
    private final WhyUnknown why;

    ReturnStatistics(RunSummary run, WhyUnknown why) {
        this.run = run;
        this.line = run.performance();
        this.daily = line.daily();
        this.formulas = new FormulaText(line.conventions());
        this.why = why;
    }

    static double value(@Nullable BigDecimal amount) {
        return amount == null ? Double.NaN : amount.doubleValue();
    }

    List<Statistic> returns() {
        String days = why.equity(NO_TIME);
        return new StatisticRows("Return")
                .money(
                        "start_equity",
                        "Start equity",
                        value(run.start()),
                        "start balances, other currencies at their first prices",
                        WhyUnknown.NO_PRICE)
                .money(
                        "end_equity",
                        "End equity",
                        value(run.end()),
                        "all balances and positions at the last prices",
                        WhyUnknown.NO_PRICE)
                .money(
                        "equity_peak",
                        "Highest equity",
                        line.peak(),
                        "highest equity of all samples",
                        WhyUnknown.NO_PRICE)
                .signedMoney(
                        "net_profit",
                        "Net profit",
                        value(run.profit()),
                        "end equity − start equity, after fees",
                        WhyUnknown.NO_PRICE)
                .signedPercent(
                        "total_return",
                        "Total return",
                        line.totalReturn(),
                        "end equity / start equity − 1, after fees",
                        days)
                .signedPercent(
                        "annual_return",
                        "Annual return",
                        line.annualReturn(),
                        formulas.annualReturn(),
                        why.ofYear(NO_TIME))
                .signedPercent(
                        "cagr",
                        "CAGR",
                        line.cagr(),
                        "(end / start)^(1 / years) − 1 by the exact time, a year having 365.25 days",
                        why.ofYear(NO_TIME))
                .signedPercent(
                        "mean_day",
                        "Mean day",
                        daily.mean(),
                        "arithmetic mean of the returns of calendar days, " + formulas.zone(),
                        days)
                .signedPercent(
                        "best_day",
                        "Best day",
                        daily.highest(),
                        "highest return of a calendar day, " + formulas.zone(),
                        days)
                .signedPercent(
                        "worst_day",
                        "Worst day",
                        daily.lowest(),
                        "lowest return of a calendar day, " + formulas.zone(),
                        days)
                .signedPercent(
                        "mean_winning_day",
                        "Mean winning day",
                        daily.mean(1),
                        "mean of the daily returns above 0",
                        why.equity("no day had a return above 0"))
                .signedPercent(
                        "mean_losing_day",
                        "Mean losing day",
                        daily.mean(-1),
                        "mean of the daily returns below 0",
                        why.equity("no day had a return below 0"))
                .count("winning_days", "Winning days", daily.count(1), "days with a return above 0")
                .count("losing_days", "Losing days", daily.count(-1), "days with a return below 0")
                .count("flat_days", "Flat days", daily.count(0), "days with a return of 0")
                .time("start", "Start", seconds(line.startNanos()), "time of the first sample of equity, UTC", "")
                .time("end", "End", seconds(line.endNanos()), "time of the last sample of equity, UTC", "")
                .duration("duration", "Duration", (double) line.lengthNanos(), "from the first sample to the last", "")
                .list();
    }

    List<Statistic> risk() {
        String year = why.ofYear(WhyUnknown.NOTHING_VARIED);
        double deviation = line.volatility();
        double variance = deviation * deviation;
        return new StatisticRows("Risk")
                .percent("annual_volatility", "Annual volatility", deviation, formulas.volatility(), year)
                .number("annual_variance", "Annual variance", variance, "annual volatility²", year)
                .number("sharpe_ratio", "Sharpe ratio", line.sharpe(), formulas.sharpe(), year)
                .percent(
                        "probabilistic_sharpe",
                        "Probabilistic Sharpe",
                        line.probabilisticSharpe(),
                        "probability that the true Sharpe ratio is above 0, by length, skewness and kurtosis",
                        year)
                .number("sortino_ratio", "Sortino ratio", line.sortino(), formulas.sortino(), year)
                .percent("downside_risk", "Downside risk", line.downsideRisk(), formulas.downsideRisk(), year)
                .number(
                        "calmar_ratio",
                        "Calmar ratio",
                        line.calmar(),
                        "annual return / |max drawdown|",
                        why.ofYear(NO_DRAWDOWN))
                .number(
                        "omega_ratio",
                        "Omega ratio",
                        line.omega(),
                        "sum of daily returns above the required one / |sum of those below|",
                        why.ofYear("no day had a lower return than the required one"))
                .number(
                        "martin_ratio",
                        "Martin ratio",
                        line.martin(),
                        "annual return / √(mean of squared drawdowns of days)",
                        why.ofYear(NO_DRAWDOWN))
                .number(
                        "risk_return_ratio",
                        "Risk-return ratio",
                        line.isAnnual() ? daily.meanOverDeviation() : Double.NaN,
                        "mean / sample deviation of daily returns, not brought to a year",
                        year)
                .percent(
                        "stability",
                        "Stability",
                        line.isAnnual() && line.isAboveZero() ? daily.stability() : Double.NaN,
                        "R² of a straight line through the logarithm of equity by day",
                        year)
                .list();
    }

    List<Statistic> drawdown() {
        Optional<Drawdown> deepest = line.deepest();
        String none = why.drawdown(NO_DRAWDOWN);
        return new StatisticRows("Drawdown")
                .signedPercent(
                        "max_drawdown",
                        "Max drawdown",
                        line.maxDrawdown(),
                        "deepest fall from the highest equity so far, of all samples",
                        none)
                .signedMoney(
                        "max_fall",
                        "Largest fall",
                        line.maxFall(),
                        "largest fall from the highest equity so far, in money",
                        WhyUnknown.NO_PRICE)
                .time(
                        "drawdown_peak",
                        "Its peak",
                        seconds(deepest.map(Drawdown::startNanos)),
                        "time of the peak before the max drawdown, UTC",
                        none)
                .time(
                        "drawdown_trough",
                        "Its trough",
                        seconds(deepest.map(Drawdown::troughNanos)),
                        "time of its lowest equity, UTC",
                        none)
                .time(
                        "drawdown_recovered",
                        "Recovered",
                        seconds(deepest.filter(Drawdown::isRecovered).map(Drawdown::endNanos)),
                        "when its peak was reached again, UTC",
                        deepest.isPresent() ? "not yet" : none)
                .duration(
                        "drawdown_duration",
                        "Its duration",
                        nanos(deepest.map(Drawdown::lengthNanos)),
                        "from its peak until the peak was reached again, or the end",
                        none)
                .duration(
                        "longest_drawdown",
                        "Longest drawdown",
                        nanos(line.longest().map(Drawdown::lengthNanos)),
                        "from a peak until it was reached again, or the end",
                        none)
                .duration(
                        "longest_recovery",
                        "Longest recovery",
                        line.longestRecoveryNanos(),
                        "from the lowest equity of a drawdown until its peak was reached again",
                        why.drawdown("no drawdown recovered"))
                .signedPercent(
                        "average_drawdown",
                        "Average drawdown",
                        line.averageDrawdown(),
                        "mean depth of all drawdowns, however small",
                        none)
                .duration(
                        "average_drawdown_duration",
                        "Average drawdown time",
                        line.averageDrawdownNanos(),
                        "mean time from a peak until it was reached again, or the end",
                        none)
                .count("drawdowns", "Drawdowns", line.drawdowns().size(), "how many there were, however small")
                .percent(
                        "under_water",
                        "Under water",
                        line.underwater(),
                        "time below an earlier peak / whole time",
                        why.drawdown(NO_TIME))
                .number(
                        "recovery_factor",
                        "Recovery factor",
                        line.recoveryFactor(),
                        "total return / |max drawdown|",
                        none)
                .list();
    }

    private static double seconds(long nanos) {
        return (double) nanos / EpochNanos.SECOND;
    }

    private static double seconds(Optional<Long> nanos) {
        return nanos.map(ReturnStatistics::seconds).orElse(Double.NaN);
    }

    private static double nanos(Optional<Long> nanos) {
        return nanos.map(Long::doubleValue).orElse(Double.NaN);
    }
}
