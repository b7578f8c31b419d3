package io.ttquant.backtest;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.interval.PnlInterval;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.StatGroup;
import io.ttquant.backtest.report.Tone;
import io.ttquant.backtest.statistics.CalendarDays;
import io.ttquant.backtest.statistics.Drawdown;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.TradeFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics of a run as figures with their formulas. */
final class ReportFigures {
    private final RunSummary run;
    private final Performance line;
    private final TradeFigures trades;
    private final String currency;
    private final FormulaText formulas;
    private final DetailFigures details;

    ReportFigures(RunSummary run) {
        this.run = run;
        this.line = run.performance();
        this.trades = run.tradeFigures();
        this.currency = run.currency();
        this.formulas = new FormulaText(run.statistics().conventions());
        this.details = new DetailFigures(this, run.statistics());
    }

    /** The figures on top. */
    List<Figure> headline() {
        return List.of(
                totalReturn(),
                maxDrawdown(),
                sharpe(),
                Figure.count("Trades", trades.count(), "closed round trips"),
                money("Fees", run.fees(), false, "all fees; see the group Trading"),
                Figure.signedPercent(
                        "vs buy and hold",
                        line.totalReturn() - run.benchmarkReturn(),
                        "total return − return of buying and holding"),
                money("Net profit", run.profit(), true, "end equity − start equity, after fees"));
    }

    /** All groups; those that need the prices of the data only if these are at hand, since reading them takes time. */
    List<StatGroup> groups(boolean hasPrices) {
        List<StatGroup> groups = new ArrayList<>(List.of(
                new StatGroup("Return", returns()),
                details.benchmark(benchmark()),
                new StatGroup("Risk", risk()),
                details.tail(),
                new StatGroup("Drawdown", drawdown()),
                new StatGroup("Trades", trades()),
                details.positions(),
                new StatGroup("Trading", trading())));
        if (hasPrices && trades.count() > 0) {
            groups.add(details.excursions());
        }
        if (run.interval().isOnBars()) {
            groups.add(new StatGroup("Paths inside bars", paths(run.interval())));
        }
        return groups;
    }

    private List<Figure> returns() {
        return List.of(
                money("Start equity", run.start(), false, "start balances, other currencies at their first prices"),
                money("End equity", run.end(), false, "all balances and positions at the last prices"),
                totalReturn(),
                annual(Figure.signedPercent("Annual return", line.annualReturn(), ""), formulas.annualReturn()),
                annual(
                        Figure.signedPercent("CAGR", line.cagr(), ""),
                        "(end / start)^(1 / years) − 1 by the exact time, a year having 365.25 days"),
                Figure.signedPercent(
                        "Best day", line.daily().highest(), "highest return of a calendar day, " + formulas.zone()),
                Figure.signedPercent(
                        "Worst day", line.daily().lowest(), "lowest return of a calendar day, " + formulas.zone()),
                Figure.text("Start", time(line.startNanos()), "time of the first sample of equity, UTC"),
                Figure.text("End", time(line.endNanos()), "time of the last sample of equity, UTC"),
                Figure.text("Duration", Durations.text(line.lengthNanos()), "from the first sample to the last"));
    }

    private List<Figure> risk() {
        return List.of(
                annual(Figure.percent("Annual volatility", line.volatility(), ""), formulas.volatility()),
                sharpe(),
                annual(
                        Figure.percent("Probabilistic Sharpe", line.probabilisticSharpe(), ""),
                        "probability that the true Sharpe ratio is above 0, by length, skewness and kurtosis"),
                annual(Figure.number("Sortino ratio", line.sortino(), 2, ""), formulas.sortino()),
                annual(Figure.number("Calmar ratio", line.calmar(), 2, ""), "annual return / |max drawdown|"),
                annual(
                        Figure.number("Martin ratio", line.martin(), 2, ""),
                        "annual return / √(mean of squared drawdowns of days)"));
    }

    private List<Figure> drawdown() {
        Optional<Drawdown> deepest = line.deepest();
        Optional<Drawdown> longest = line.longest();
        return List.of(
                maxDrawdown(),
                Figure.text("Its peak", time(deepest.map(Drawdown::startNanos)), "time of the peak before it, UTC"),
                Figure.text("Its trough", time(deepest.map(Drawdown::troughNanos)), "time of the lowest equity, UTC"),
                Figure.text(
                        "Recovered",
                        deepest.filter(Drawdown::isRecovered)
                                .map(d -> time(d.endNanos()))
                                .orElse(deepest.isPresent() ? "not yet" : Figure.UNAVAILABLE),
                        "when the peak was reached again, UTC"),
                Figure.text(
                        "Its duration", length(deepest), "from its peak until the peak was reached again, or the end"),
                Figure.text("Longest drawdown", length(longest), "from a peak until it was reached again, or the end"),
                Figure.signedPercent(
                        "Average drawdown", line.averageDrawdown(), "mean depth of all drawdowns, however small"),
                Figure.percent("Under water", line.underwater(), "time below an earlier peak / whole time"),
                Figure.number("Recovery factor", line.recoveryFactor(), 2, "total return / |max drawdown|"));
    }

    private List<Figure> trades() {
        return List.of(
                Figure.count("Trades", trades.count(), "closed round trips, paired first in first out"),
                Figure.count("Open trades", run.openTrades(), "round trips that are not closed yet; in no figure here"),
                Figure.percent("Win rate", trades.winRate(), "trades with a profit after fees / trades"),
                Figure.number(
                        "Profit factor", trades.profitFactor(), 2, "sum of profits / |sum of losses|, after fees"),
                signed("Average win", trades.averageWin(), "mean profit of the trades with a profit"),
                signed("Average loss", trades.averageLoss(), "mean loss of the trades with a loss"),
                signed("Largest win", trades.largestWin(), "highest profit of a trade"),
                signed("Largest loss", trades.largestLoss(), "highest loss of a trade"),
                Figure.number("Payoff ratio", trades.payoff(), 2, "average win / |average loss|"),
                signed("Expectancy", trades.expectancy(), "mean profit of a trade, after fees"),
                Figure.signedPercent(
                        "Expectancy in percent",
                        trades.meanReturn(),
                        "mean of the trades' returns; a return is the profit after fees / value of the entry"),
                Figure.signedPercent("Best trade", trades.best(), "highest return of a trade"),
                Figure.signedPercent("Worst trade", trades.worst(), "lowest return of a trade"),
                Figure.number("SQN", trades.systemQuality(), 2, "√n × mean profit / sample deviation of profits"),
                Figure.number(
                        "Kelly fraction",
                        trades.kelly(),
                        2,
                        "win rate − (1 − win rate) / (average win / |average loss|)"),
                Figure.text(
                        "Average holding time",
                        Durations.mean(trades.meanLengthNanos()),
                        "mean time from entry to exit"),
                Figure.text(
                        "Holding time of winners",
                        Durations.mean(trades.meanLengthNanos(1)),
                        "mean time of the trades with a profit"),
                Figure.text(
                        "Holding time of losers",
                        Durations.mean(trades.meanLengthNanos(-1)),
                        "mean time of the trades with a loss"),
                Figure.count("Longest winning run", trades.longestRun(1), "most trades with a profit in a row"),
                Figure.count("Longest losing run", trades.longestRun(-1), "most trades with a loss in a row"));
    }

    private List<Figure> paths(PnlInterval interval) {
        String end = " net profit over all paths that the price may have taken inside the bars, for the orders placed";
        String why = interval.notes().isEmpty() ? "" : "; " + String.join("; ", interval.notes());
        String most = interval.isExact() || !interval.isAvailable() ? "" : "; at most so many";
        return List.of(
                bound("Worst net profit", interval.worst(), "least" + end + why),
                bound("Best net profit", interval.best(), "most" + end + why),
                Figure.count(
                        "Ambiguous bars",
                        interval.ambiguousBars(),
                        "bars in which paths differ in what becomes of the orders" + most),
                Figure.count(
                        "Decisive bars",
                        interval.decisiveBars(),
                        "those of them at whose close paths differ in what the account is worth" + most));
    }

    private Figure bound(String name, @Nullable BigDecimal amount, String formula) {
        return amount == null ? Figure.number(name, Double.NaN, 2, formula) : money(name, amount, true, formula);
    }

    private List<Figure> trading() {
        double mean = run.meanEquity();
        return List.of(
                Figure.count("Orders", run.total().orders, "all orders, refused ones included"),
                Figure.count("Refused", run.total().refused, "orders that we or the exchange refused"),
                Figure.count("Fills", run.total().fills, "executions"),
                money(
                        "Fees",
                        run.fees(),
                        false,
                        "in the base currency at the price of their fill, in a third asset at its last price"),
                Figure.number("Turnover", run.traded() / mean, 2, "value of all fills / mean equity"),
                annual(
                        Figure.number(
                                "Annual turnover", line.isAnnual() ? run.traded() / mean / years() : Double.NaN, 2, ""),
                        "turnover / years"),
                unsigned("Value traded", run.traded(), "price × quantity of all fills"));
    }

    private double years() {
        return line.lengthNanos() / (365.25 * CalendarDays.NANOS);
    }

    private Figure benchmark() {
        return Figure.signedPercent(
                "Return",
                run.benchmarkReturn(),
                "start equity in equal parts in each instrument at its first price, held to the end, no fees");
    }

    private Figure totalReturn() {
        return Figure.signedPercent("Total return", line.totalReturn(), "end equity / start equity − 1, after fees");
    }

    private Figure maxDrawdown() {
        return Figure.signedPercent(
                "Max drawdown", line.maxDrawdown(), "deepest fall from the highest equity so far, of all samples");
    }

    private Figure sharpe() {
        return annual(Figure.number("Sharpe ratio", line.sharpe(), 2, ""), formulas.sharpe());
    }

    /** A figure with its formula; where it could not be computed, with the reason too. */
    Figure annual(Figure figure, String formula) {
        String reason = !figure.isUnavailable()
                ? ""
                : line.isAnnual()
                        ? "; not defined here: nothing varied, or there was nothing to divide by"
                        : "; not computed for " + Durations.text(line.lengthNanos()) + ": less than "
                                + line.conventions().leastDays() + " days say nothing of a year";
        return new Figure(
                figure.name(), figure.value(), figure.unit(), formula + reason, figure.tone(), figure.number());
    }

    private Figure money(String name, @Nullable BigDecimal amount, boolean isSigned, String formula) {
        if (amount == null) {
            return Figure.number(name, Double.NaN, 2, formula + "; not known, because a price is missing");
        }
        BigDecimal cents = amount.setScale(digits(amount), RoundingMode.HALF_EVEN);
        return isSigned
                ? Figure.signedAmount(name, cents, currency, formula)
                : Figure.amount(name, cents, currency, formula);
    }

    private Figure signed(String name, double amount, String formula) {
        return Double.isFinite(amount)
                ? money(name, BigDecimal.valueOf(amount), true, formula)
                : new Figure(name, Figure.UNAVAILABLE, "", formula, Tone.NEUTRAL, Double.NaN);
    }

    Figure unsigned(String name, double amount, String formula) {
        return Double.isFinite(amount)
                ? money(name, BigDecimal.valueOf(amount), false, formula)
                : new Figure(name, Figure.UNAVAILABLE, "", formula, Tone.NEUTRAL, Double.NaN);
    }

    /** Decimals of an amount in a figure: two, or more for what is below 1. */
    static int digits(BigDecimal amount) {
        double size = amount.abs().doubleValue();
        return size == 0 || size >= 1 ? 2 : Math.min(8, 2 - (int) Math.floor(Math.log10(size)));
    }

    private static String time(Optional<Long> nanos) {
        return nanos.map(ReportFigures::time).orElse(Figure.UNAVAILABLE);
    }

    private static String time(long nanos) {
        return EpochNanos.format(Math.floorDiv(nanos, EpochNanos.SECOND) * EpochNanos.SECOND)
                .replace("T", " ")
                .replace("Z", "");
    }

    private static String length(Optional<Drawdown> drawdown) {
        return drawdown.map(d -> Durations.text(d.lengthNanos())).orElse(Figure.UNAVAILABLE);
    }
}
