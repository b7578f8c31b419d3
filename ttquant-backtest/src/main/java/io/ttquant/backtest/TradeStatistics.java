package io.ttquant.backtest;

import io.ttquant.api.order.Side;
import io.ttquant.backtest.statistics.Breakdown;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.backtest.statistics.TradeFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the closed round trips say, as figures with names. */
final class TradeStatistics {
    private final RunSummary run;
    private final TradeFigures trades;
    private final WhyUnknown why;
    private final String none;

    TradeStatistics(RunSummary run, WhyUnknown why) {
        this.run = run;
        this.trades = run.tradeFigures();
        this.why = why;
        this.none = why.trades(WhyUnknown.NOTHING_VARIED);
    }

    List<Statistic> trades() {
        StatisticRows rows = new StatisticRows("Trades");
        rows.count("trades", "Trades", trades.count(), "closed round trips, paired first in first out")
                .count(
                        "open_trades",
                        "Open trades",
                        run.openTrades(),
                        "round trips that are not closed yet; in no figure here")
                .count("winning_trades", "Winners", known(trades.wins()), "trades with a profit after fees", none)
                .count("losing_trades", "Losers", known(trades.losses()), "trades with a loss after fees", none)
                .count("even_trades", "Even", known(trades.draws()), "trades that brought neither", none);
        rates(rows);
        amounts(rows);
        returns(rows);
        lengths(rows);
        return rows.count(
                        "longest_winning_run",
                        "Longest winning run",
                        known(trades.longestRun(1)),
                        "most trades with a profit in a row",
                        none)
                .count(
                        "longest_losing_run",
                        "Longest losing run",
                        known(trades.longestRun(-1)),
                        "most trades with a loss in a row",
                        none)
                .list();
    }

    /** A figure by the sign of profits, which is not known if the profit of one trade is not. */
    private double known(double figure) {
        return Double.isNaN(trades.total()) ? Double.NaN : figure;
    }

    private void rates(StatisticRows rows) {
        rows.percent("win_rate", "Win rate", trades.winRate(), "trades with a profit after fees / trades", none)
                .percent("loss_rate", "Loss rate", trades.lossRate(), "trades with a loss after fees / trades", none)
                .percent("long_ratio", "Long ratio", longRatio(), "trades opened by buying / trades", none)
                .number(
                        "profit_factor",
                        "Profit factor",
                        trades.profitFactor(),
                        "sum of profits / |sum of losses|, after fees",
                        why.losses())
                .number(
                        "payoff_ratio",
                        "Payoff ratio",
                        trades.payoff(),
                        "average win / |average loss|",
                        trades.losses() == 0 ? why.losses() : why.wins());
    }

    private double longRatio() {
        List<RoundTrip> trips = run.statistics().roundTrips();
        long longs = trips.stream().filter(trip -> trip.side() == Side.BUY).count();
        return trips.isEmpty() ? Double.NaN : (double) longs / trips.size();
    }

    private void amounts(StatisticRows rows) {
        rows.signedMoney(
                        "average_win",
                        "Average win",
                        trades.averageWin(),
                        "mean profit of the trades with a profit",
                        why.wins())
                .signedMoney(
                        "average_loss",
                        "Average loss",
                        trades.averageLoss(),
                        "mean loss of the trades with a loss",
                        why.losses())
                .signedMoney("largest_win", "Largest win", trades.largestWin(), "highest profit of a trade", why.wins())
                .signedMoney(
                        "largest_loss", "Largest loss", trades.largestLoss(), "highest loss of a trade", why.losses())
                .signedMoney(
                        "smallest_win",
                        "Smallest win",
                        trades.smallestWin(),
                        "lowest profit of a trade with one",
                        why.wins())
                .signedMoney(
                        "smallest_loss",
                        "Smallest loss",
                        trades.smallestLoss(),
                        "lowest loss of a trade with one",
                        why.losses())
                .signedMoney(
                        "expectancy", "Expectancy", trades.expectancy(), "mean profit of a trade, after fees", none)
                .number(
                        "expectancy_ratio",
                        "Expectancy ratio",
                        trades.expectancyRatio(),
                        "mean profit / |average loss|: what a unit at risk is expected to bring",
                        why.losses())
                .money(
                        "profit_deviation",
                        "Deviation",
                        trades.deviation(),
                        "sample deviation of the trades' profits",
                        few())
                .signedMoney(
                        "closed_drawdown",
                        "Closed drawdown",
                        trades.closedDrawdown(),
                        "largest fall of the sum of profits of closed trades from its highest",
                        none);
        best(rows);
    }

    private String few() {
        return why.trades("one trade has no deviation");
    }

    private void best(StatisticRows rows) {
        List<Breakdown.Group> groups = run.statistics().breakdowns().stream()
                .filter(breakdown -> breakdown.name().equals("instrument"))
                .flatMap(breakdown -> breakdown.groups().stream())
                .toList();
        Comparator<Breakdown.Group> byProfit =
                Comparator.comparingDouble(group -> group.figures().total());
        instrument(rows, "best_instrument", "Best instrument", groups.stream().max(byProfit));
        instrument(rows, "worst_instrument", "Worst instrument", groups.stream().min(byProfit));
    }

    private void instrument(StatisticRows rows, String key, String name, Optional<Breakdown.Group> group) {
        rows.signedMoney(
                key,
                name,
                Double.isNaN(trades.total())
                        ? Double.NaN
                        : group.map(g -> g.figures().total()).orElse(Double.NaN),
                "sum of the profits of its trades"
                        + group.map(g -> ": " + g.name()).orElse(""),
                none);
    }

    private void returns(StatisticRows rows) {
        String value = why.trades("not known: an entry was worth nothing");
        rows.signedPercent(
                        "mean_trade",
                        "Expectancy in percent",
                        trades.meanReturn(),
                        "mean of the trades' returns; a return is the profit after fees / value of the entry",
                        value)
                .signedPercent(
                        "geometric_mean_trade",
                        "Geometric mean",
                        trades.geometricMeanReturn(),
                        "geometric mean of the trades' returns",
                        value)
                .signedPercent(
                        "mean_winning_trade",
                        "Mean winner",
                        trades.averageWinReturn(),
                        "mean of the returns above 0",
                        why.wins())
                .signedPercent(
                        "mean_losing_trade",
                        "Mean loser",
                        trades.averageLossReturn(),
                        "mean of the returns below 0",
                        why.losses())
                .signedPercent("best_trade", "Best trade", trades.best(), "highest return of a trade", value)
                .signedPercent("worst_trade", "Worst trade", trades.worst(), "lowest return of a trade", value)
                .number("sqn", "SQN", trades.systemQuality(), "√n × mean profit / sample deviation of profits", few())
                .number(
                        "kelly_fraction",
                        "Kelly fraction",
                        trades.kelly(),
                        "win rate − (1 − win rate) / (average win / |average loss|)",
                        trades.losses() == 0 ? why.losses() : why.wins());
    }

    private void lengths(StatisticRows rows) {
        double longest = trades.count() == 0 ? Double.NaN : trades.maxLengthNanos();
        rows.duration(
                        "mean_holding_time",
                        "Average holding time",
                        trades.meanLengthNanos(),
                        "mean time from entry to exit",
                        none)
                .duration(
                        "median_holding_time",
                        "Median holding time",
                        trades.medianLengthNanos(),
                        "median time from entry to exit",
                        none)
                .duration(
                        "longest_holding_time",
                        "Longest holding time",
                        longest,
                        "longest time from entry to exit",
                        none)
                .duration(
                        "winner_holding_time",
                        "Holding time of winners",
                        known(trades.meanLengthNanos(1)),
                        "mean time of the trades with a profit",
                        why.wins())
                .duration(
                        "loser_holding_time",
                        "Holding time of losers",
                        known(trades.meanLengthNanos(-1)),
                        "mean time of the trades with a loss",
                        why.losses());
    }
}
