package io.ttquant.backtest.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters that a strategy ran with.
 *
 * @param strategy the strategy
 * @param values name and value, in the order of the page
 */
public record StrategyParameters(String strategy, Map<String, String> values) {
    /** Keeps its own copy of the map and its order. */
    public StrategyParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
