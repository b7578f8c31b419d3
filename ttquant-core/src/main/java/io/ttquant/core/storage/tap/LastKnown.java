package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.StorageReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How a run stood by the last of its entries, for a restart.
 *
 * @param openOrders orders that were open, or of which it was not known, or of which a fill is missing; in the order in
 *     which they were last heard of
 * @param filled by client id how much of each of those was filled by fills that are in {@code positions}
 * @param positions what strategies and the account held or had realised, without what was flat and had realised nothing
 * @param balances what the account had, by currency
 * @param states what strategies want to know again, the last of each key
 * @param lastNumber the number of the last entry, or {@link #NO_NUMBER}
 */
public record LastKnown(
        List<RunEntry.OrderChange> openOrders,
        Map<String, BigDecimal> filled,
        List<RunEntry.PositionAt> positions,
        Map<String, RunEntry.BalanceAt> balances,
        List<RunEntry.StrategyState> states,
        long lastNumber) {
    /** There is no entry. */
    public static final long NO_NUMBER = -1;

    /** Copies. */
    public LastKnown {
        openOrders = List.copyOf(openOrders);
        filled = Map.copyOf(filled);
        positions = List.copyOf(positions);
        balances = Map.copyOf(balances);
        states = List.copyOf(states);
    }

    /** Reads how a run stands; nothing is known of one that never was. */
    public static LastKnown of(StorageReader reader, String run) {
        return RunSummary.read(reader, run).known();
    }
}
