package io.ttquant.backtest;

import io.ttquant.core.assumption.Assumption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The assumptions of a result by topic. */
final class Assumptions {
    private Assumptions() {}

    static Map<String, String> of(BacktestResult result) {
        Map<String, String> models = new LinkedHashMap<>();
        for (Assumption row : result.assumptions()) {
            if (models.put(row.topic(), row.model()) != null) {
                throw new AssertionError("two assumptions are about " + row.topic());
            }
        }
        return models;
    }
}
