package io.ttquant.core.engine;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import java.util.ArrayList;
import java.util.List;

/** The orders of one strategy that algorithms work. */
final class SlotExecutions {
    private final List<AlgorithmRun> runs = new ArrayList<>();

    Execution start(Engine engine, StrategySlot slot, OrderRequest instruction, ExecutionAlgorithm algorithm) {
        requireWorkable(instruction);
        AlgorithmRun run = new AlgorithmRun(engine, slot, instruction, algorithm);
        runs.add(run);
        run.start();
        return run;
    }

    private static void requireWorkable(OrderRequest r) {
        boolean isPlain = r.type() == OrderType.MARKET || r.type() == OrderType.LIMIT;
        if (!isPlain
                || r.isByValue()
                || r.rawQuantity() <= 0
                || r.rawQuantity() % r.instrument().rawLot() != 0) {
            throw new IllegalArgumentException("an algorithm cannot work a " + r.type() + " order of "
                    + r.instrument().formatQuantity(r.rawQuantity()) + " " + r.instrument()
                    + "; give a market or limit order of a quantity in whole lots above zero");
        }
    }

    void remove(AlgorithmRun run) {
        runs.remove(run);
    }

    void cancelAll() {
        List.copyOf(runs).forEach(AlgorithmRun::cancel);
    }
}
