package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.StorageReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a run stands after the entries so far. For one thread at a time. */
public final class RunSummary {
    private final LastOrderBook orders = new LastOrderBook();
    private final Map<String, RunEntry.PositionAt> positions = new LinkedHashMap<>();
    private final Map<String, RunEntry.BalanceAt> balances = new LinkedHashMap<>();
    private final Map<String, RunEntry.StrategyState> states = new LinkedHashMap<>();
    private long last = LastKnown.NO_NUMBER;

    RunSummary() {}

    /** Reads the last checkpoint of a run, and what came after it; all of it if there is none. */
    public static RunSummary read(StorageReader reader, String run) {
        RunSummary summary = reader.lastState(run, "", CheckpointText.KEY)
                .flatMap(state -> CheckpointText.read(state.value()))
                .orElseGet(RunSummary::new);
        return summary.follow(reader.entries(run, summary.last));
    }

    /** Reads all entries of a run, whatever checkpoints it has. */
    static RunSummary readAll(StorageReader reader, String run) {
        return new RunSummary().follow(reader.entries(run));
    }

    private RunSummary follow(Rows<RunEntry> entries) {
        try (entries) {
            for (List<RunEntry> chunk = entries.next(); !chunk.isEmpty(); chunk = entries.next()) {
                chunk.forEach(this::take);
            }
        }
        return this;
    }

    /** The next entry. */
    void take(RunEntry entry) {
        last = entry.number();
        if (entry instanceof RunEntry.OrderChange order) {
            orders.changed(order);
        } else if (entry instanceof RunEntry.Filled fill) {
            orders.filled(fill);
        } else if (entry instanceof RunEntry.PositionAt position) {
            orders.counted(position);
            take(position);
        } else if (entry instanceof RunEntry.BalanceAt balance) {
            balances.put(balance.currency().code(), balance);
        } else if (entry instanceof RunEntry.StrategyState state && !state.key().equals(CheckpointText.KEY)) {
            take(state);
        }
    }

    /** An empty text is one that was taken back. */
    private void take(RunEntry.StrategyState state) {
        String key = state.strategyId() + "|" + state.key();
        if (state.value().isEmpty()) {
            states.remove(key);
        } else {
            states.put(key, state);
        }
    }

    /** What is flat counts on for what it realised: the next entry of it goes on from there. */
    private void take(RunEntry.PositionAt position) {
        String key = position.strategyId() + "|" + position.instrument() + "|" + position.side();
        positions.remove(key);
        if (position.quantity().signum() != 0 || position.realized().signum() != 0) {
            positions.put(key, position);
        }
    }

    /** Of one owner. */
    List<RunEntry.PositionAt> positions(String strategyId) {
        return positions.values().stream()
                .filter(each -> each.strategyId().equals(strategyId))
                .toList();
    }

    LastOrderBook orders() {
        return orders;
    }

    /** Positions, balances and states, which make another one the same as this if it takes them. */
    List<List<? extends RunEntry>> others() {
        return List.of(List.copyOf(positions.values()), List.copyOf(balances.values()), List.copyOf(states.values()));
    }

    long lastNumber() {
        return last;
    }

    /** The number of the last entry, where none of those that it took tells. */
    void lastNumber(long number) {
        last = number;
    }

    /** What a restart needs of it. */
    public LastKnown known() {
        return new LastKnown(
                orders.unfinished(),
                orders.filled(),
                List.copyOf(positions.values()),
                balances,
                List.copyOf(states.values()),
                last);
    }
}
