package io.ttquant.backtest.report;

import java.util.List;

/**
 * What lies behind the figures: how they came about over time and in which trades.
 *
 * @param series figures over time
 * @param dailyReturns returns by day, at the ends of the days
 * @param drawdowns the deepest drawdowns, the deepest first
 * @param breakdowns round trips in groups, those of one grouping together
 */
public record Analysis(
        List<NamedSeries> series,
        NamedSeries dailyReturns,
        List<DrawdownRow> drawdowns,
        List<BreakdownRow> breakdowns) {
    /** Copies the lists. */
    public Analysis {
        series = List.copyOf(series);
        drawdowns = List.copyOf(drawdowns);
        breakdowns = List.copyOf(breakdowns);
    }

    /** An analysis of nothing. */
    public static Analysis empty() {
        return new Analysis(
                List.of(), new NamedSeries("Daily returns", true, new long[0], new double[0]), List.of(), List.of());
    }
}
