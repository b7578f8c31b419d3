package io.ttquant.backtest.report;

import java.util.List;

/**
 * Statistics that belong together.
 *
 * @param name the heading, such as {@code Risk}
 * @param figures the statistics in the order of the page
 */
public record StatGroup(String name, List<Figure> figures) {
    /** Keeps its own copy of the list. */
    public StatGroup {
        figures = List.copyOf(figures);
    }
}
