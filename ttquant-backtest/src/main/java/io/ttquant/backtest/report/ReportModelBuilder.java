package io.ttquant.backtest.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a {@link ReportModel}. Each call replaces what an earlier one gave. */
public final class ReportModelBuilder {
    private final String title;
    private String subtitle = "";
    private String fingerprint = "";
    private StrategySummary total = StrategySummary.idle("total");
    private EquitySeries equity = EquitySeries.empty("");
    private ProfitSeries profits = ProfitSeries.empty();
    private List<Figure> headline = List.of();
    private List<StrategySummary> strategies = List.of();
    private List<CandleSeries> candles = List.of();
    private List<FillMark> fills = List.of();
    private @Nullable List<MonthReturn> monthlyReturns;
    private List<TradeRow> trades = List.of();
    private List<OrderRow> orders = List.of();
    private List<StatGroup> statistics = List.of();
    private Analysis analysis = Analysis.empty();
    private List<StrategyParameters> parameters = List.of();
    private List<QualityRow> dataQuality = List.of();
    private List<AssumptionRow> assumptions = List.of();
    private List<CashFlowRow> cashFlows = List.of();
    private List<RefusalCount> refusals = List.of();
    private List<RiskCount> risks = List.of();
    private List<String> warnings = List.of();

    ReportModelBuilder(String title) {
        this.title = title;
    }

    /** What was run on what, in a line. */
    public ReportModelBuilder subtitle(String text) {
        subtitle = text;
        return this;
    }

    /** Hash or other mark of what the report is made of. */
    public ReportModelBuilder fingerprint(String text) {
        fingerprint = text;
        return this;
    }

    /** All strategies together. */
    public ReportModelBuilder total(StrategySummary summary) {
        total = summary;
        return this;
    }

    /** Equity of the account. */
    public ReportModelBuilder equity(EquitySeries series) {
        equity = series;
        return this;
    }

    /** Profit of each strategy and value of buying and holding over time. */
    public ReportModelBuilder profits(ProfitSeries series) {
        profits = series;
        return this;
    }

    /** The figures on top; the first one is the largest. */
    public ReportModelBuilder headline(List<Figure> list) {
        headline = list;
        return this;
    }

    /** Each strategy in a line. */
    public ReportModelBuilder strategies(List<StrategySummary> list) {
        strategies = list;
        return this;
    }

    /** Candles of each instrument. */
    public ReportModelBuilder candles(List<CandleSeries> list) {
        candles = list;
        return this;
    }

    /** Fills in the order of time. */
    public ReportModelBuilder fills(List<FillMark> list) {
        fills = list;
        return this;
    }

    /** Returns by month; without this call they are computed from the equity. */
    public ReportModelBuilder monthlyReturns(List<MonthReturn> list) {
        monthlyReturns = list;
        return this;
    }

    /** Round trips. */
    public ReportModelBuilder trades(List<TradeRow> list) {
        trades = list;
        return this;
    }

    /** Orders in the order of their making. */
    public ReportModelBuilder orders(List<OrderRow> list) {
        orders = list;
        return this;
    }

    /** Statistics in groups. */
    public ReportModelBuilder statistics(List<StatGroup> list) {
        statistics = list;
        return this;
    }

    /** What lies behind the statistics. */
    public ReportModelBuilder analysis(Analysis value) {
        analysis = value;
        return this;
    }

    /** Parameters of each strategy. */
    public ReportModelBuilder parameters(List<StrategyParameters> list) {
        parameters = list;
        return this;
    }

    /** What the data checks found. */
    public ReportModelBuilder dataQuality(List<QualityRow> list) {
        dataQuality = list;
        return this;
    }

    /** How the numbers came about. */
    public ReportModelBuilder assumptions(List<AssumptionRow> list) {
        assumptions = list;
        return this;
    }

    /** Funding, interest and what else was paid beside fills. */
    public ReportModelBuilder cashFlows(List<CashFlowRow> list) {
        cashFlows = list;
        return this;
    }

    /** Refused orders by reason. */
    public ReportModelBuilder refusals(List<RefusalCount> list) {
        refusals = list;
        return this;
    }

    /** What the risk rules did, by reason. */
    public ReportModelBuilder risks(List<RiskCount> list) {
        risks = list;
        return this;
    }

    /** What the reader must know before believing the figures. */
    public ReportModelBuilder warnings(List<String> list) {
        warnings = list;
        return this;
    }

    /** The model. */
    public ReportModel build() {
        return new ReportModel(
                title,
                subtitle,
                fingerprint,
                headline,
                total,
                strategies,
                candles,
                fills,
                equity,
                profits,
                monthlyReturns == null ? MonthlyReturns.of(equity) : monthlyReturns,
                trades,
                orders,
                cashFlows,
                statistics,
                analysis,
                parameters,
                dataQuality,
                assumptions,
                refusals,
                risks,
                warnings);
    }
}
