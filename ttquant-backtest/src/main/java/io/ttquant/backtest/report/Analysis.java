package io.ttquant.backtest.report;

import java.util.List;

/**
 * What lies behind the figures: how they came about over time and in which trades.
 *
 * @param series figures over time
 * @param dailyReturns returns by day, at the ends of the days
 * @param comparison figures beside those of buying and holding; empty if no instrument had a price
 * @param drawdowns the deepest drawdowns, the deepest first
 * @param breakdowns round trips in groups, those of one grouping together
 * @param parts each strategy and each instrument by itself
 */
public record Analysis(
        List<NamedSeries> series,
        NamedSeries dailyReturns,
        List<ComparisonRow> comparison,
        List<DrawdownRow> drawdowns,
        List<BreakdownRow> breakdowns,
        List<PartSummary> parts) {
    /** Copies the lists. */
    public Analysis {
        series = List.copyOf(series);
        comparison = List.copyOf(comparison);
        drawdowns = List.copyOf(drawdowns);
        breakdowns = List.copyOf(breakdowns);
        parts = List.copyOf(parts);
    }

    /** An analysis of nothing. */
    public static Analysis empty() {
        NamedSeries none = new NamedSeries("Daily returns", true, new long[0], new double[0]);
        return new Analysis(List.of(), none, List.of(), List.of(), List.of(), List.of());
    }
}
