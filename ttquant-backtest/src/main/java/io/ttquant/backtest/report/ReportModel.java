package io.ttquant.backtest.report;

import java.util.Collections;
import java.util.List;

/**
 * Everything that a report shows. Columns of numbers and long lists of rows are not copied: whoever passes them leaves them as they are.
 *
 * @param title the heading
 * @param subtitle what was run on what, in a line
 * @param fingerprint hash or other mark of what the report was made of, for the footer
 * @param headline the figures on top: the first one is the largest
 * @param total all strategies together
 * @param strategies each strategy
 * @param candles candles of each instrument
 * @param fills fills in the order of time
 * @param equity equity of the account
 * @param profits profit of each strategy and value of buying and holding over time
 * @param monthlyReturns returns by month
 * @param trades round trips
 * @param orders orders in the order of their making
 * @param cashFlows funding, interest and what else was paid beside fills
 * @param statistics statistics in groups
 * @param analysis what lies behind the statistics
 * @param parameters parameters of each strategy
 * @param dataQuality what the data checks found
 * @param assumptions how the numbers came about
 * @param refusals refused orders by reason
 * @param risks what the risk rules did, by reason
 * @param warnings what the reader must know before believing the figures
 */
public record ReportModel(
        String title,
        String subtitle,
        String fingerprint,
        List<Figure> headline,
        StrategySummary total,
        List<StrategySummary> strategies,
        List<CandleSeries> candles,
        List<FillMark> fills,
        EquitySeries equity,
        ProfitSeries profits,
        List<MonthReturn> monthlyReturns,
        List<TradeRow> trades,
        List<OrderRow> orders,
        List<CashFlowRow> cashFlows,
        List<StatGroup> statistics,
        Analysis analysis,
        List<StrategyParameters> parameters,
        List<QualityRow> dataQuality,
        List<AssumptionRow> assumptions,
        List<RefusalCount> refusals,
        List<RiskCount> risks,
        List<String> warnings) {
    /** Copies the short lists; fills, trades and orders, which may be millions of rows made when asked for, only become read-only. */
    public ReportModel {
        headline = List.copyOf(headline);
        strategies = List.copyOf(strategies);
        candles = List.copyOf(candles);
        fills = Collections.unmodifiableList(fills);
        monthlyReturns = List.copyOf(monthlyReturns);
        trades = Collections.unmodifiableList(trades);
        orders = Collections.unmodifiableList(orders);
        cashFlows = Collections.unmodifiableList(cashFlows);
        statistics = List.copyOf(statistics);
        parameters = List.copyOf(parameters);
        dataQuality = List.copyOf(dataQuality);
        assumptions = List.copyOf(assumptions);
        refusals = List.copyOf(refusals);
        risks = List.copyOf(risks);
        warnings = List.copyOf(warnings);
    }

    /** Starts a model; what is not given stays empty. */
    public static ReportModelBuilder titled(String title) {
        return new ReportModelBuilder(title);
    }
}
