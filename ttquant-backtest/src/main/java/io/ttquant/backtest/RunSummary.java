package io.ttquant.backtest;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.backtest.interval.PnlInterval;
import io.ttquant.backtest.report.EquitySeries;
import io.ttquant.backtest.report.ProfitSeries;
import io.ttquant.backtest.report.StrategyPnl;
import io.ttquant.backtest.report.StrategySummary;
import io.ttquant.backtest.statistics.CalendarDays;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.backtest.statistics.RoundTrips;
import io.ttquant.backtest.statistics.TradeFigures;
import io.ttquant.core.engine.EquityCurve;
import io.ttquant.core.engine.RunSamples;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All numbers of a run, computed once. */
final class RunSummary {
    private final BacktestResult result;
    private final Ledger ledger;
    private final int scale;
    private final Map<String, RunTally> tallies = new LinkedHashMap<>();
    private final RunTally total = new RunTally();
    private final RunStatistics statistics;
    private final EquitySeries equity;
    private final ProfitSeries profits;

    RunSummary(BacktestResult result, RunStatistics statistics) {
        this.result = result;
        this.ledger = result.ledger();
        this.scale = result.reporting().scale();
        tally();
        this.statistics = statistics;
        this.equity = equity(result.equity());
        this.profits = profits(result.samples());
    }

    private void tally() {
        result.strategies().forEach(id -> tallies.put(id, new RunTally()));
        for (Order order : result.orders()) {
            tally(order.strategyId()).ordered(order.instrument());
        }
        for (Fill fill : result.fills()) {
            tally(fill.order().strategyId()).filled(fill);
        }
        for (Refused refused : result.refusals()) {
            tally(refused.order().strategyId()).refused++;
        }
        tallies.values().forEach(total::add);
    }

    private RunTally tally(String strategyId) {
        return tallies.computeIfAbsent(strategyId, id -> new RunTally());
    }

    private EquitySeries equity(EquityCurve curve) {
        long[] times = new long[curve.size()];
        long[] raw = new long[curve.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = curve.timeNanos(i);
            raw[i] = curve.rawEquity(i);
        }
        return new EquitySeries(result.reporting().code(), scale, times, raw);
    }

    private ProfitSeries profits(RunSamples samples) {
        long[] times = new long[samples.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = samples.timeNanos(i);
        }
        StrategyPnl[] columns = new StrategyPnl[samples.strategies().size()];
        for (int s = 0; s < columns.length; s++) {
            long[] raw = new long[times.length];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = samples.rawProfit(s, i);
            }
            columns[s] = new StrategyPnl(samples.strategies().get(s), raw);
        }
        return new ProfitSeries(scale, times, Benchmark.of(samples, result.startEquity()), List.of(columns));
    }

    private TradeFigures figures(List<RoundTrip> closed) {
        return TradeFigures.of(
                closed, trip -> RunTally.rate(ledger, trip.instrument().settlement()));
    }

    StrategySummary strategy(String id) {
        RunTally tally = tally(id);
        List<RoundTrip> own = statistics.roundTrips().stream()
                .filter(t -> t.strategyId().equals(id))
                .toList();
        boolean isAlone = tallies.size() == 1;
        Performance line = isAlone ? performance() : performance(id);
        BigDecimal profit = profit(id);
        return summary(id, tally, own.size(), profit, line, figures(own).winRate());
    }

    StrategySummary all() {
        return summary(
                "total",
                total,
                tradeFigures().count(),
                profit(),
                performance(),
                tradeFigures().winRate());
    }

    private StrategySummary summary(
            String name, RunTally tally, int trades, @Nullable BigDecimal profit, Performance line, double winRate) {
        return new StrategySummary(
                name,
                tally.instruments(),
                tally.orders,
                tally.refused,
                tally.fills,
                trades,
                profit,
                tally.fees(ledger),
                profit == null || !(result.startEquity() > 0)
                        ? Double.NaN
                        : profit.doubleValue() / result.startEquity(),
                line.maxDrawdown(),
                line.sharpe(),
                winRate);
    }

    /** The equity that there would be, had only this strategy traded. */
    private Performance performance(String id) {
        double start = result.startEquity();
        for (StrategyPnl strategy : profits.strategies()) {
            if (strategy.strategy().equals(id)) {
                double[] values = Arrays.stream(profits.pnl(strategy))
                        .map(pnl -> start + pnl)
                        .toArray();
                return Performance.of(profits.timeNanos(), values, start, statistics.conventions());
            }
        }
        return Performance.of(new long[0], new double[0], start, statistics.conventions());
    }

    private @Nullable BigDecimal profit(String id) {
        long raw = ledger.rawProfit(id);
        return raw == Ledger.UNKNOWN ? null : FixedPoint.toDecimal(raw, scale);
    }

    /** End less start equity; null if one of them is not known. */
    @Nullable
    BigDecimal profit() {
        BigDecimal start = start();
        BigDecimal end = end();
        return start == null || end == null ? null : end.subtract(start);
    }

    @Nullable
    BigDecimal start() {
        OptionalLong raw = result.equity().rawStart();
        return raw.isPresent() ? FixedPoint.toDecimal(raw.getAsLong(), scale) : null;
    }

    @Nullable
    BigDecimal end() {
        return ledger.isValued() ? FixedPoint.toDecimal(ledger.rawEquity(), scale) : null;
    }

    @Nullable
    BigDecimal fees() {
        return total.fees(ledger);
    }

    double traded() {
        return total.traded(ledger);
    }

    double meanEquity() {
        return Arrays.stream(equity.equity()).average().orElse(Double.NaN);
    }

    double years() {
        return performance().lengthNanos() / (365.25 * CalendarDays.NANOS);
    }

    double benchmarkReturn() {
        double[] values = profits.benchmark();
        return values.length == 0 ? Double.NaN : values[values.length - 1] / result.startEquity() - 1;
    }

    RunStatistics statistics() {
        return statistics;
    }

    RoundTrips trips() {
        return statistics.trips();
    }

    int openTrades() {
        return trips().open().size();
    }

    EquitySeries equity() {
        return equity;
    }

    ProfitSeries profits() {
        return profits;
    }

    Performance performance() {
        return statistics.performance();
    }

    TradeFigures tradeFigures() {
        return statistics.trades();
    }

    PnlInterval interval() {
        return result.interval();
    }

    RunTally total() {
        return total;
    }

    String currency() {
        return result.reporting().code();
    }
}
