package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.backtest.report.BreakdownRow;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.PartSummary;
import io.ttquant.backtest.report.StrategySummary;
import io.ttquant.backtest.statistics.Breakdown;
import io.ttquant.backtest.statistics.Exposure;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.backtest.statistics.TradeFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Each strategy and each instrument of a run by itself. */
final class RunParts {
    private static final String GROUP = "";

    private final RunSummary run;
    private final BacktestResult result;
    private final RunStatistics statistics;
    private final FigureText text;

    RunParts(RunSummary run, BacktestResult result) {
        this.run = run;
        this.result = result;
        this.statistics = run.statistics();
        this.text = new FigureText(run.currency());
    }

    List<PartSummary> parts() {
        List<PartSummary> all = new ArrayList<>();
        result.strategies().forEach(id -> all.add(strategy(id)));
        result.instruments().forEach(instrument -> all.add(instrument(instrument)));
        return all;
    }

    private PartSummary strategy(String id) {
        StrategySummary summary = run.strategy(id);
        List<RoundTrip> trips = trips(trip -> trip.strategyId().equals(id));
        List<Fill> fills = fills(fill -> fill.order().strategyId().equals(id));
        String year = "not defined here, or the run is too short";
        StatisticRows rows = new StatisticRows(GROUP)
                .signedMoney(
                        "net_profit",
                        "Net profit",
                        ReturnStatistics.value(summary.pnl()),
                        "realised and unrealised, less fees",
                        WhyUnknown.NO_PRICE)
                .signedPercent(
                        "total_return",
                        "Return",
                        summary.returnRatio(),
                        "net profit / start equity of the account",
                        WhyUnknown.NO_PRICE)
                .signedPercent(
                        "max_drawdown",
                        "Max drawdown",
                        summary.maxDrawdown(),
                        "of start equity + net profit, by the samples of profits.csv",
                        "not known: a price is missing, or the equity was not above 0")
                .number("sharpe_ratio", "Sharpe ratio", summary.sharpe(), "of start equity + net profit", year)
                .count("orders", "Orders", summary.orders(), "all orders, refused ones included")
                .count("refused_orders", "Refused", summary.refused(), "orders that we or the exchange refused");
        return part(PartSummary.Kind.STRATEGY, id, rows, fills, trips);
    }

    private PartSummary instrument(Instrument instrument) {
        List<RoundTrip> trips = trips(trip -> trip.instrument().equals(instrument));
        List<Fill> fills = fills(fill -> fill.instrument().equals(instrument));
        StatisticRows rows = new StatisticRows(GROUP)
                .signedMoney(
                        "closed_profit",
                        "Closed profit",
                        figures(trips).total(),
                        "sum of the profits of its closed trades, after fees",
                        WhyUnknown.NO_PRICE)
                .signedPercent(
                        "price_change",
                        "Price change",
                        statistics.priceChange(instrument),
                        "last price / first price − 1",
                        "it had no price");
        return part(PartSummary.Kind.INSTRUMENT, instrument.toString(), rows, fills, trips);
    }

    private PartSummary part(
            PartSummary.Kind kind, String name, StatisticRows rows, List<Fill> fills, List<RoundTrip> trips) {
        trading(rows, fills);
        trades(rows, figures(trips));
        List<Figure> figures = rows.list().stream().map(text::of).toList();
        return new PartSummary(kind, name, figures, breakdowns(kind, trips));
    }

    private void trading(StatisticRows rows, List<Fill> fills) {
        RunTally tally = new RunTally();
        fills.forEach(tally::filled);
        Performance line = run.performance();
        rows.count("fills", "Fills", fills.size(), "executions")
                .money(
                        "fees",
                        "Fees",
                        ReturnStatistics.value(tally.fees(result.ledger())),
                        "in the base currency at the price of their fill, in a third asset at its last price",
                        WhyUnknown.NO_PRICE)
                .money(
                        "value_traded",
                        "Value traded",
                        tally.traded(result.ledger()),
                        "price × quantity of all fills",
                        WhyUnknown.NO_PRICE)
                .percent(
                        "exposure",
                        "Exposure",
                        Exposure.of(fills, line.startNanos(), line.endNanos()).ratio(),
                        "time with an open position of at least one lot / whole time",
                        "the run has no time");
    }

    private static void trades(StatisticRows rows, TradeFigures trades) {
        String none = WhyUnknown.trades(trades, WhyUnknown.NOTHING_VARIED);
        String loss = WhyUnknown.trades(trades, "no trade had a loss");
        String win = WhyUnknown.trades(trades, "no trade had a profit");
        rows.count("trades", "Trades", trades.count(), "closed round trips")
                .percent("win_rate", "Win rate", trades.winRate(), "trades with a profit after fees / trades", none)
                .number("profit_factor", "Profit factor", trades.profitFactor(), "profits / |losses|, after fees", loss)
                .signedMoney("expectancy", "Expectancy", trades.expectancy(), "mean profit of a trade", none)
                .signedMoney("average_win", "Average win", trades.averageWin(), "mean profit of winners", win)
                .signedMoney("average_loss", "Average loss", trades.averageLoss(), "mean loss of losers", loss)
                .signedMoney("largest_loss", "Largest loss", trades.largestLoss(), "highest loss of a trade", loss)
                .number("sqn", "SQN", trades.systemQuality(), "√n × mean profit / sample deviation of profits", none)
                .duration(
                        "mean_holding_time",
                        "Average holding time",
                        trades.meanLengthNanos(),
                        "mean time from entry to exit",
                        none)
                .count(
                        "longest_losing_run",
                        "Longest losing run",
                        Double.isNaN(trades.total()) ? Double.NaN : trades.longestRun(-1),
                        "most losers in a row",
                        none);
    }

    private TradeFigures figures(List<RoundTrip> trips) {
        return TradeFigures.of(trips, statistics::rate);
    }

    private List<RoundTrip> trips(Predicate<RoundTrip> isPart) {
        return statistics.roundTrips().stream().filter(isPart).toList();
    }

    private List<Fill> fills(Predicate<Fill> isPart) {
        return result.fills().stream().filter(isPart).toList();
    }

    /** All groupings but the one that makes the part. */
    private List<BreakdownRow> breakdowns(PartSummary.Kind kind, List<RoundTrip> trips) {
        String own = kind == PartSummary.Kind.STRATEGY ? "strategy" : "instrument";
        Stream<Breakdown> others = Breakdown.all(
                        trips, statistics::rate, statistics.conventions().zone())
                .stream()
                .filter(breakdown -> !breakdown.name().equals(own));
        return rows(others.toList());
    }

    static List<BreakdownRow> rows(List<Breakdown> breakdowns) {
        List<BreakdownRow> rows = new ArrayList<>();
        for (Breakdown breakdown : breakdowns) {
            for (Breakdown.Group group : breakdown.groups()) {
                TradeFigures figures = group.figures();
                rows.add(new BreakdownRow(
                        breakdown.name(),
                        group.name(),
                        figures.count(),
                        figures.winRate(),
                        figures.total(),
                        figures.profitFactor(),
                        figures.meanReturn()));
            }
        }
        return rows;
    }
}
