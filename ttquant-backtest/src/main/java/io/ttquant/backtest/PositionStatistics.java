package io.ttquant.backtest;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.backtest.statistics.Capacity;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.PositionValues;
import io.ttquant.backtest.statistics.Statistic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was held and traded, as figures with names. */
final class PositionStatistics {
    private static final String NO_TIME = "the run has no time";

    private final RunSummary run;
    private final BacktestResult result;
    private final RunStatistics statistics;
    private final WhyUnknown why;

    PositionStatistics(RunSummary run, BacktestResult result, WhyUnknown why) {
        this.run = run;
        this.result = result;
        this.statistics = run.statistics();
        this.why = why;
    }

    List<Statistic> positions() {
        PositionValues v = statistics.positionValues();
        String price = why.equity("not known: a price or the equity at a sample is missing, or there is but one");
        String never = result.fills().isEmpty() ? "nothing was held" : price;
        return new StatisticRows("Positions")
                .percent(
                        "exposure",
                        "Exposure",
                        statistics.exposure().ratio(),
                        "time with an open position of at least one lot / whole time",
                        NO_TIME)
                .percent(
                        "gross_exposure",
                        "Mean gross exposure",
                        v.meanLeverage(),
                        "sizes of all positions / equity, over the time",
                        price)
                .signedPercent(
                        "net_exposure",
                        "Mean net exposure",
                        v.meanNetExposure(),
                        "long less short positions / equity, over the time",
                        price)
                .number(
                        "max_leverage",
                        "Highest leverage",
                        v.maxLeverage(),
                        "highest sum of sizes / equity at a sample",
                        price)
                .money("largest_position", "Largest position", v.maxGross(), "highest sum of sizes at a sample", price)
                .money(
                        "mean_position",
                        "Mean position",
                        v.meanGross(),
                        "mean of the sums of sizes at samples where there was one",
                        never)
                .money(
                        "median_position",
                        "Median position",
                        v.medianGross(),
                        "median of the sums of sizes where there was one",
                        never)
                .list();
    }

    List<Statistic> trading() {
        double traded = run.traded();
        double turnover = traded / run.meanEquity();
        double days = run.performance().daily().size();
        double years = run.performance().isAnnual() ? run.years() : Double.NaN;
        String equity = why.equity(WhyUnknown.NO_PRICE);
        return new StatisticRows("Trading")
                .count("orders", "Orders", run.total().orders, "all orders, refused ones included")
                .count("refused_orders", "Refused", run.total().refused, "orders that we or the exchange refused")
                .count("expired_orders", "Expired", count(OrderStatus.EXPIRED), "orders that their time in force ended")
                .count(
                        "canceled_orders",
                        "Canceled",
                        count(OrderStatus.CANCELED),
                        "orders that were cancelled, partly filled ones included")
                .count(
                        "amendments",
                        "Amendments",
                        result.amendments(),
                        "times that a strategy asked to change an order")
                .count("fills", "Fills", run.total().fills, "executions")
                .money(
                        "fees",
                        "Fees",
                        ReturnStatistics.value(run.fees()),
                        "in the base currency at the price of their fill, in a third asset at its last price",
                        WhyUnknown.NO_PRICE)
                .number("turnover", "Turnover", turnover, "value of all fills / mean equity", equity)
                .number(
                        "daily_turnover",
                        "Daily turnover",
                        days == 0 ? Double.NaN : turnover / days,
                        "turnover / days",
                        days == 0 ? NO_TIME : equity)
                .number("annual_turnover", "Annual turnover", turnover / years, "turnover / years", why.ofYear(equity))
                .number(
                        "daily_trades",
                        "Trades a day",
                        days == 0 ? Double.NaN : run.tradeFigures().count() / days,
                        "closed round trips / days",
                        NO_TIME)
                .number(
                        "daily_fills",
                        "Fills a day",
                        days == 0 ? Double.NaN : run.total().fills / days,
                        "executions / days",
                        NO_TIME)
                .money("value_traded", "Value traded", traded, "price × quantity of all fills", WhyUnknown.NO_PRICE)
                .number(
                        "quantity_traded",
                        "Quantity traded",
                        quantity(),
                        "quantity of all fills, in units of the base asset or contracts",
                        "several instruments have no common unit")
                .signedPercent(
                        "profit_on_value_traded",
                        "Profit on value traded",
                        traded == 0 ? Double.NaN : ReturnStatistics.value(run.profit()) / traded,
                        "net profit / value of all fills",
                        traded == 0 ? "nothing was traded" : WhyUnknown.NO_PRICE)
                .list();
    }

    private long count(OrderStatus status) {
        long n = 0;
        for (Order order : result.orders()) {
            n += order.status() == status ? 1 : 0;
        }
        return n;
    }

    private double quantity() {
        if (result.fills().stream()
                        .map(fill -> fill.instrument().id())
                        .distinct()
                        .count()
                > 1) {
            return Double.NaN;
        }
        return result.fills().stream().mapToDouble(Fill::quantity).sum();
    }

    /** What needs the prices of the data. */
    List<Statistic> excursions() {
        List<Excursion> all = statistics.excursions();
        String none = why.trades(WhyUnknown.NO_PRICE);
        StatisticRows rows = new StatisticRows("Excursions and capacity")
                .signedPercent(
                        "mean_mae",
                        "Mean MAE",
                        mean(all, Excursion::adverse),
                        "mean of the worst returns of trades while open",
                        none)
                .signedPercent(
                        "largest_mae",
                        "Largest MAE",
                        least(all, Excursion::adverse),
                        "worst return of a trade while open",
                        none)
                .signedPercent(
                        "mean_mfe",
                        "Mean MFE",
                        mean(all, Excursion::favourable),
                        "mean of the best returns of trades while open",
                        none)
                .signedPercent(
                        "largest_mfe",
                        "Largest MFE",
                        most(all, Excursion::favourable),
                        "best return of a trade while open",
                        none)
                .percent(
                        "mean_given_back",
                        "Mean given back",
                        mean(all, Excursion::givenBack),
                        "best return while open − return at the exit",
                        none)
                .percent(
                        "largest_given_back",
                        "Largest given back",
                        most(all, Excursion::givenBack),
                        "highest of best return while open − return at the exit",
                        none);
        capacity(rows);
        return rows.list();
    }

    private void capacity(StatisticRows rows) {
        Capacity capacity = statistics.capacity();
        String none = result.fills().isEmpty()
                ? "nothing was traded"
                : why.equity("the data has no volume of the candles of all fills");
        rows.percent(
                        "volume_share",
                        "Share of volume",
                        capacity.share(),
                        "of the candle's volume that 95 % of the fills did not pass",
                        none)
                .money(
                        "capacity",
                        "Capacity",
                        capacity.equity(),
                        "mean equity × 1 % / share of volume: with more, one fill in twenty passes 1 % of its candle's volume",
                        none);
        Optional<Map.Entry<String, Capacity>> lowest = statistics.capacities().entrySet().stream()
                .filter(entry -> !Double.isNaN(entry.getValue().equity()))
                .min(Comparator.comparingDouble(entry -> entry.getValue().equity()));
        rows.money(
                "lowest_capacity",
                "Lowest capacity",
                lowest.map(entry -> entry.getValue().equity()).orElse(Double.NaN),
                "capacity by the fills of one instrument, the lowest"
                        + lowest.map(entry -> ": " + entry.getKey()).orElse(""),
                none);
    }

    private static double mean(List<Excursion> all, ToDoubleFunction<Excursion> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static double least(List<Excursion> all, ToDoubleFunction<Excursion> figure) {
        return all.stream().mapToDouble(figure).min().orElse(Double.NaN);
    }

    private static double most(List<Excursion> all, ToDoubleFunction<Excursion> figure) {
        return all.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }
}
