package io.ttquant.backtest.report;

import java.util.List;

/**
 * A part of a run by itself: one strategy or one instrument.
 *
 * @param kind which of the two it is
 * @param name its name, as it stands in orders and trades
 * @param figures its figures
 * @param breakdowns its closed round trips in groups, those of one grouping together
 */
public record PartSummary(Kind kind, String name, List<Figure> figures, List<BreakdownRow> breakdowns) {
    /** By what a run is divided. */
    public enum Kind {
        /** One strategy in all its instruments. */
        STRATEGY,
        /** One instrument for all strategies. */
        INSTRUMENT
    }

    /** Copies the lists. */
    public PartSummary {
        figures = List.copyOf(figures);
        breakdowns = List.copyOf(breakdowns);
    }
}
