package io.ttquant.api.storage;

import java.util.Map;

/**
 * A run. A live or paper run that is started again goes on under the id that it had, so that its fills stay unique.
 *
 * @param id unique in the store, not blank
 * @param kind what kind
 * @param startNanos when it began first, epoch nanoseconds
 * @param parameters of its strategies and settings, by name; never a secret
 * @param dataFingerprint what its data were, for a backtest; may be empty
 */
public record RunRecord(
        String id, RunKind kind, long startNanos, Map<String, String> parameters, String dataFingerprint) {
    /**
     * Copies the parameters.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    public RunRecord {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a run needs an id; give one that no other run in the store has");
        }
        parameters = Map.copyOf(parameters);
    }
}
