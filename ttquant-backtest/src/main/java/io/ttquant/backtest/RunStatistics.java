package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.backtest.report.CandleSeries;
import io.ttquant.backtest.statistics.BenchmarkFigures;
import io.ttquant.backtest.statistics.Breakdown;
import io.ttquant.backtest.statistics.CalendarDays;
import io.ttquant.backtest.statistics.Capacity;
import io.ttquant.backtest.statistics.Conventions;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.Excursions;
import io.ttquant.backtest.statistics.Exposure;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.PositionValues;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.backtest.statistics.RollingFigures;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.backtest.statistics.RoundTrips;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.backtest.statistics.TailRisk;
import io.ttquant.backtest.statistics.TradeFigures;
import io.ttquant.core.engine.EquityCurve;
import io.ttquant.core.engine.MarkHistory;
import io.ttquant.core.engine.RunSamples;
import io.ttquant.core.portfolio.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures about a run. What is not known or not defined, such as a ratio to zero, a figure of a year from a run of two days, or the value of what has no
 * price, is NaN or an empty list, never 0; {@link #figures} say why. Each is computed when it is first asked for.
 *
 * <pre>{@code
 * RunStatistics figures = result.statistics(Conventions.DEFAULT.withRiskFree(0.03));
 * double sharpe = figures.performance().sharpe();
 * double worstDay = figures.tail().valueAtRisk();
 * }</pre>
 */
public final class RunStatistics {
    private final BacktestResult result;
    private final Conventions conventions;
    private final Performance performance;
    private final RoundTrips trips;
    private final TradeFigures trades;
    private @Nullable Returns benchmark;
    private @Nullable List<Statistic> figures;
    private @Nullable List<Statistic> priceFigures;
    private @Nullable List<CandleSeries> candles;

    RunStatistics(BacktestResult result, Conventions conventions) {
        this.result = result;
        this.conventions = conventions;
        this.performance = performance(result, conventions);
        this.trips = result.roundTrips();
        this.trades = TradeFigures.of(trips.closed(), this::rate);
    }

    private static Performance performance(BacktestResult result, Conventions conventions) {
        EquityCurve curve = result.equity();
        long[] times = new long[curve.size()];
        double[] equity = new double[times.length];
        int scale = result.reporting().scale();
        for (int i = 0; i < times.length; i++) {
            times[i] = curve.timeNanos(i);
            equity[i] = FixedPoint.toDouble(curve.rawEquity(i), scale);
        }
        return Performance.of(times, equity, result.startEquity(), conventions);
    }

    /** The same figures from candles that were read already. */
    void candles(List<CandleSeries> series) {
        this.candles = series;
    }

    /** The conventions by which they are computed. */
    public Conventions conventions() {
        return conventions;
    }

    /** What the line of equity says: returns, volatility, ratios, drawdowns. */
    public Performance performance() {
        return performance;
    }

    /** The tail of daily returns. */
    public TailRisk tail() {
        return performance.tail();
    }

    /** Figures about all closed round trips, in the reporting currency at the last prices. */
    public TradeFigures trades() {
        return trades;
    }

    /** The closed round trips, in the order of closing. */
    public List<RoundTrip> roundTrips() {
        return trips.closed();
    }

    RoundTrips trips() {
        return trips;
    }

    /** Round trips by strategy, instrument, side, reason of exit, hour and weekday of entry. */
    public List<Breakdown> breakdowns() {
        return Breakdown.all(trips.closed(), this::rate, conventions.zone());
    }

    /** How long something was held. */
    public Exposure exposure() {
        return Exposure.of(result.fills(), performance.startNanos(), performance.endNanos());
    }

    /** What positions were worth over time, at the samples of {@link BacktestResult#samples()}. */
    public PositionValues positionValues() {
        RunSamples samples = result.samples();
        List<Instrument> instruments = samples.instruments();
        long[] times = times(samples);
        return PositionValues.of(
                result.fills(),
                times,
                equityAt(times),
                (instrument, i) -> samples.rawMark(instruments.indexOf(instrument), i),
                instrument -> RunTally.rate(result.ledger(), instrument.settlement()));
    }

    private static long[] times(RunSamples samples) {
        long[] times = new long[samples.size()];
        Arrays.setAll(times, samples::timeNanos);
        return times;
    }

    private double[] equityAt(long[] times) {
        EquityCurve curve = result.equity();
        double[] equity = new double[times.length];
        int at = -1;
        for (int i = 0; i < times.length; i++) {
            while (at + 1 < curve.size() && curve.timeNanos(at + 1) <= times[i]) {
                at++;
            }
            equity[i] = at < 0
                    ? Double.NaN
                    : FixedPoint.toDouble(
                            curve.rawEquity(at), result.reporting().scale());
        }
        return equity;
    }

    /** Returns by day of buying the instruments in equal parts and holding them, by the same days as the run's own; empty without a price. */
    public Returns benchmarkDaily() {
        Returns known = benchmark;
        if (known == null) {
            known = held();
            benchmark = known;
        }
        return known;
    }

    private Returns held() {
        MarkHistory marks = result.samples().marks();
        double[] values = Benchmark.byQuarters(result.samples(), result.startEquity());
        long[] times = new long[values.length];
        Arrays.setAll(times, marks::timeNanos);
        return CalendarDays.returns(performance.startNanos(), result.startEquity(), times, values, conventions.zone());
    }

    /**
     * What the value of buying and holding says, which is known every quarter of an hour and at the end. All figures are NaN without a price.
     */
    public Performance benchmarkPerformance() {
        MarkHistory marks = result.samples().marks();
        double[] values = Benchmark.byQuarters(result.samples(), result.startEquity());
        long[] times = new long[values.length == 0 ? 0 : values.length + 1];
        double[] line = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i == 0 ? performance.startNanos() : marks.timeNanos(i - 1);
            line[i] = i == 0 ? result.startEquity() : values[i - 1];
        }
        return Performance.of(times, line, result.startEquity(), conventions);
    }

    /** Last ÷ first price − 1 of an instrument; NaN without one. */
    double priceChange(Instrument instrument) {
        MarkHistory marks = result.samples().marks();
        int index = result.samples().instruments().indexOf(instrument);
        if (index < 0 || marks.size() == 0 || marks.rawFirst(index) == 0) {
            return Double.NaN;
        }
        return (double) marks.rawMark(index, marks.size() - 1) / marks.rawFirst(index) - 1;
    }

    /** The run beside buying and holding. All NaN where a run is too short, or the two do not cover the same days. */
    public BenchmarkFigures benchmark() {
        return benchmark(benchmarkDaily());
    }

    /** The run beside returns by day of a benchmark of one's own, as many as the run has. All NaN if the run is too short or the days differ. */
    public BenchmarkFigures benchmark(Returns daily) {
        boolean isFit =
                performance.isAnnual() && daily.size() == performance.daily().size();
        return BenchmarkFigures.of(
                isFit ? performance.daily() : Returns.of(), isFit ? daily : Returns.of(), conventions);
    }

    /** Figures of the last so many days, at each day; empty in a run of fewer days. */
    public RollingFigures rolling(int days) {
        Returns other = benchmarkDaily();
        return RollingFigures.of(
                performance.daily(),
                other.size() == performance.daily().size() ? other : Returns.of(),
                days,
                conventions);
    }

    /** The excursion of each closed round trip, in the same order; NaN of an instrument without prices. Reads the run's data once more. */
    public List<Excursion> excursions() {
        Map<String, Excursions> byInstrument = new HashMap<>();
        for (CandleSeries series : candles()) {
            byInstrument.put(series.instrument(), new Excursions(series.openNanos(), series.low(), series.high()));
        }
        return trips.closed().stream()
                .map(trip -> {
                    Excursions prices = byInstrument.get(trip.instrument().toString());
                    return prices == null ? Excursion.UNKNOWN : prices.of(trip);
                })
                .toList();
    }

    /** How much equity the run could have had. Reads the run's data once more. */
    public Capacity capacity() {
        return capacity(result.fills());
    }

    /** The same of the fills of each instrument by itself, in the order of the run's instruments; the lowest one is the first to be reached. */
    public Map<String, Capacity> capacities() {
        Map<InstrumentId, List<Fill>> byInstrument = new LinkedHashMap<>();
        result.instruments().forEach(instrument -> byInstrument.put(instrument.id(), new ArrayList<>()));
        result.fills()
                .forEach(fill -> byInstrument
                        .computeIfAbsent(fill.instrument().id(), id -> new ArrayList<>())
                        .add(fill));
        Map<String, Capacity> all = new LinkedHashMap<>();
        byInstrument.forEach((id, fills) -> {
            if (!fills.isEmpty()) {
                all.put(id.toString(), capacity(fills));
            }
        });
        return all;
    }

    private Capacity capacity(List<Fill> fills) {
        Map<String, CandleSeries> byInstrument = new HashMap<>();
        for (CandleSeries series : candles()) {
            if (Arrays.stream(series.volume()).anyMatch(v -> v > 0)) {
                byInstrument.put(series.instrument(), series);
            }
        }
        double equity =
                Arrays.stream(equityAt(times(result.samples()))).average().orElse(Double.NaN);
        return Capacity.of(
                fills, fill -> volume(byInstrument.get(fill.instrument().toString()), fill), equity);
    }

    /**
     * All figures with names, in the order of the report, but those of {@link #priceFigures}. What is not known has a reason.
     *
     * <pre>{@code
     * for (Statistic figure : result.statistics().figures()) {
     *     System.out.println(figure.key() + " " + (figure.isKnown() ? figure.number() : figure.reason()));
     * }
     * }</pre>
     */
    public List<Statistic> figures() {
        return figures(new RunSummary(result, this));
    }

    List<Statistic> figures(RunSummary run) {
        List<Statistic> known = figures;
        if (known == null) {
            WhyUnknown why = new WhyUnknown(this);
            ReturnStatistics line = new ReturnStatistics(run, why);
            BenchmarkStatistics benchmarks = new BenchmarkStatistics(run, why);
            PositionStatistics held = new PositionStatistics(run, result, why);
            known = Stream.of(
                            line.returns(),
                            benchmarks.benchmark(),
                            line.risk(),
                            benchmarks.tail(),
                            line.drawdown(),
                            new TradeStatistics(run, why).trades(),
                            held.positions(),
                            held.trading())
                    .flatMap(List::stream)
                    .toList();
            figures = known;
        }
        return known;
    }

    /** The figures that need the prices of the data: excursions of trades and capacity. Reads the run's data once more. */
    public List<Statistic> priceFigures() {
        List<Statistic> known = priceFigures;
        if (known == null) {
            known = List.copyOf(
                    new PositionStatistics(new RunSummary(result, this), result, new WhyUnknown(this)).excursions());
            priceFigures = known;
        }
        return known;
    }

    /**
     * A figure by its key, such as {@code sharpe_ratio}; those of {@link #priceFigures} too.
     *
     * @throws IllegalArgumentException if there is none, with all keys
     */
    public Statistic figure(String key) {
        return Stream.concat(figures().stream(), Stream.of(key).flatMap(k -> priceFigures().stream()))
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statistic is named '" + key + "'; there are "
                        + Stream.concat(figures().stream(), priceFigures().stream())
                                .map(Statistic::key)
                                .collect(Collectors.joining(", "))));
    }

    /** A fill at the instant at which one candle ends and the next begins counts in the next. */
    private static double volume(@Nullable CandleSeries series, Fill fill) {
        if (series == null) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(series.openNanos(), fill.tsEvent());
        int at = found >= 0 ? found : -found - 2;
        return at < 0 ? Double.NaN : series.volume()[at];
    }

    private List<CandleSeries> candles() {
        List<CandleSeries> known = candles;
        if (known == null) {
            known = CandleCollector.collect(result.sources());
            candles = known;
        }
        return known;
    }

    double rate(RoundTrip trip) {
        Ledger ledger = result.ledger();
        return RunTally.rate(ledger, trip.instrument().settlement());
    }
}
