package io.ttquant.backtest;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.report.AssumptionRow;
import io.ttquant.backtest.report.CandleSeries;
import io.ttquant.backtest.report.CashFlowRow;
import io.ttquant.backtest.report.ConsoleSummary;
import io.ttquant.backtest.report.FillMark;
import io.ttquant.backtest.report.OrderRow;
import io.ttquant.backtest.report.QualityRow;
import io.ttquant.backtest.report.RefusalCount;
import io.ttquant.backtest.report.Report;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.backtest.report.StrategyParameters;
import io.ttquant.backtest.report.TradeRow;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.OpenTrade;
import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.core.portfolio.CashFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run: a page, tables, a summary for the console.
 *
 * <pre>{@code
 * BacktestReport report = result.report().title("EMA cross");
 * System.out.print(report.summary());
 * Path page = report.write(Path.of("report"));
 * }</pre>
 *
 * <p>It is made when first asked for, and then kept: what is set after that is refused.
 */
public final class BacktestReport implements Report {
    private final BacktestResult result;
    private final RunSummary run;
    private String title;
    private String subtitle;
    private @Nullable List<CandleSeries> candles;
    private final List<QualityRow> quality = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable ReportModel model;

    BacktestReport(BacktestResult result, RunStatistics statistics) {
        this.result = result;
        this.run = new RunSummary(result, statistics);
        this.title = String.join(", ", result.strategies());
        this.subtitle = describe();
    }

    private String describe() {
        Performance line = run.performance();
        String time = line.lengthNanos() == 0 ? "" : ", " + day(line.startNanos()) + " to " + day(line.endNanos());
        return distinct(result.instruments().stream().map(Object::toString)) + ", "
                + distinct(result.sources().stream().map(EventSource::describe)) + time;
    }

    private static String distinct(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(", "));
    }

    private static String day(long nanos) {
        return EpochNanos.format(nanos).substring(0, 10);
    }

    /** The heading; the strategies' names unless set. */
    public BacktestReport title(String text) {
        requireOpen();
        this.title = text;
        return this;
    }

    /** The line below the heading; instruments, data and time unless set. */
    public BacktestReport subtitle(String text) {
        requireOpen();
        this.subtitle = text;
        return this;
    }

    /** Draws these bars in place of the run's own data. */
    public BacktestReport candles(BarColumns... bars) {
        List<EventSource> sources = new ArrayList<>();
        for (BarColumns series : bars) {
            sources.add(series.source());
        }
        return candles(CandleCollector.collect(sources));
    }

    /** Draws these candles in place of the run's own data; none with an empty list. */
    public BacktestReport candles(List<CandleSeries> series) {
        requireOpen();
        this.candles = List.copyOf(series);
        return this;
    }

    /** Adds what checks of the data found. */
    public BacktestReport dataQuality(List<QualityRow> rows) {
        requireOpen();
        quality.addAll(rows);
        return this;
    }

    /** Adds what the checks of loaded files found. */
    public BacktestReport dataQuality(LoadedData data) {
        List<QualityRow> rows = new ArrayList<>();
        for (DataQuality file : data.quality()) {
            String span = EpochNanos.format(file.firstNanos()) + " to " + EpochNanos.format(file.lastNanos());
            rows.add(new QualityRow(
                    file.file(),
                    "rows",
                    QualityRow.Verdict.FINE,
                    file.rows(),
                    file.series() + " of " + file.instrument() + ", " + span));
            for (Finding finding : file.findings()) {
                QualityRow.Verdict verdict =
                        QualityRow.Verdict.valueOf(finding.severity().name());
                rows.add(new QualityRow(file.file(), finding.check(), verdict, finding.count(), finding.detail()));
            }
        }
        return dataQuality(rows);
    }

    /** Adds something that the reader must know before believing the figures. */
    public BacktestReport warning(String sentence) {
        requireOpen();
        warnings.add(sentence);
        return this;
    }

    private void requireOpen() {
        if (model != null) {
            throw new IllegalStateException(
                    "the report is made already; set title, candles and the like before asking for it");
        }
    }

    /** Everything that the report shows. Candles are read from the run's data unless given, which takes as long as reading it. */
    @Override
    public ReportModel model() {
        if (model == null) {
            model = build(candles == null ? CandleCollector.collect(result.sources()) : candles);
        }
        return model;
    }

    /** {@inheritDoc} Candles are not read for it. */
    @Override
    public String summary() {
        StringBuilder out = new StringBuilder();
        ConsoleSummary.of(model == null ? build(List.of()) : model).print(out);
        return out.toString();
    }

    private ReportModel build(List<CandleSeries> series) {
        if (!series.isEmpty()) {
            run.statistics().candles(series);
        }
        ReportFigures figures = new ReportFigures(run);
        AccountFigures account = new AccountFigures(result);
        return ReportModel.titled(title)
                .subtitle(subtitle)
                .fingerprint("sha256:" + result.fingerprint())
                .headline(account.headline(figures.headline()))
                .statistics(account.groups(figures.groups(!series.isEmpty())))
                .strategies(result.strategies().stream().map(run::strategy).toList())
                .total(run.all())
                .candles(series)
                .orders(orders())
                .fills(fills())
                .trades(trades(series.isEmpty() ? List.of() : run.statistics().excursions()))
                .analysis(new RunAnalysis(run, result).analysis())
                .cashFlows(cashFlows())
                .equity(run.equity())
                .profits(run.profits())
                .parameters(parameters())
                .dataQuality(quality)
                .assumptions(assumptions())
                .refusals(refusals())
                .risks(RiskRows.counts(result.riskEvents()))
                .warnings(account.warnings(allWarnings()))
                .build();
    }

    private List<CashFlowRow> cashFlows() {
        List<CashFlow> flows = result.cashFlows();
        return new MappedList<>(flows.size(), i -> ReportRows.cashFlow(flows.get(i)));
    }

    private List<OrderRow> orders() {
        Map<Long, Refused> refused = new HashMap<>();
        result.refusals().forEach(r -> refused.put(r.order().sequence(), r));
        List<Order> orders = result.orders();
        return new MappedList<>(orders.size(), i -> {
            Order order = orders.get(i);
            return ReportRows.order(
                    order, result.changedNanos(i), refused.get(order.sequence()), result.message(order));
        });
    }

    private List<FillMark> fills() {
        List<Fill> fills = result.fills();
        return new MappedList<>(fills.size(), i -> ReportRows.fill(fills.get(i)));
    }

    private List<TradeRow> trades(List<Excursion> excursions) {
        List<RoundTrip> closed = run.trips().closed();
        List<OpenTrade> open = run.trips().open();
        return new MappedList<>(closed.size() + open.size(), i -> {
            if (i < closed.size()) {
                return ReportRows.closed(i, closed.get(i), excursions.isEmpty() ? null : excursions.get(i));
            }
            OpenTrade trade = open.get(i - closed.size());
            return ReportRows.open(
                    i, trade, result.ledger().rawMark(trade.entry().instrument()));
        });
    }

    private List<StrategyParameters> parameters() {
        return result.strategies().stream()
                .filter(id -> !result.parameters(id).isEmpty())
                .map(id -> new StrategyParameters(id, result.parameters(id)))
                .toList();
    }

    private List<AssumptionRow> assumptions() {
        return result.assumptions().stream()
                .map(row -> new AssumptionRow(row.topic(), row.model(), row.explanation()))
                .toList();
    }

    private List<RefusalCount> refusals() {
        Map<List<String>, RefusalCount> counts = new LinkedHashMap<>();
        for (Refused refused : result.refusals()) {
            String strategy = refused.order().strategyId();
            String reason = refused.reason().name();
            counts.merge(
                    List.of(strategy, reason),
                    new RefusalCount(strategy, reason, 1, refused.message()),
                    (a, b) -> new RefusalCount(strategy, reason, a.count() + 1, a.example()));
        }
        return List.copyOf(counts.values());
    }

    private String silence(InstrumentId id, List<BarSpec> series) {
        String held = distinct(result.sources().stream()
                .filter(source -> source.instrument().id().equals(id))
                .map(EventSource::describe));
        return "Strategies wait for bars of " + id + " ("
                + series.stream().map(BarSpec::toString).collect(Collectors.joining(", "))
                + ") but none came: the data holds " + (held.isEmpty() ? "nothing of it" : held)
                + ". Ask for bars that it can make, or give finer or longer data.";
    }

    private List<String> allWarnings() {
        List<String> all = new ArrayList<>(warnings);
        Performance line = run.performance();
        String missing = result.ledger().missingPrice();
        if (missing != null) {
            all.add("Equity at the end cannot be valued: " + missing + ". Add its data, or hold none of it.");
        }
        result.silentSeries().forEach((id, series) -> all.add(silence(id, series)));
        long doubts = quality.stream()
                .filter(row -> row.verdict() == QualityRow.Verdict.WARNING)
                .count();
        if (doubts > 0) {
            all.add("The data may mislead: " + doubts + " of its checks ended with a warning; see Data quality.");
        }
        if (line.lengthNanos() > 0 && !line.isAnnual()) {
            all.add("The run lasted " + Durations.text(line.lengthNanos()) + ": figures of a year, such as the Sharpe"
                    + " ratio, need " + line.conventions().leastDays() + " days at least and are not given.");
        }
        return all;
    }
}
