package io.ttquant.api.strategy;

import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.time.TimerEvent;

/**
 * A way to work a large order in small ones over time. Implement it and start it with {@link Strategy#execute}. All of it happens on the engine's thread and
 * clock, so that it is the same in backtest, paper and live.
 *
 * <p>An instance keeps the state of one execution: make a new one for each.
 */
public interface ExecutionAlgorithm {
    /** Called once, first: send the first child, set timers. */
    void onStart(AlgorithmContext work);

    /** A timer of {@link AlgorithmContext#timers()} came due. */
    default void onTimer(AlgorithmContext work, TimerEvent timer) {}

    /** Something happened to a child order, a fill for example; figures and position include it already. The strategy hears of it after this. */
    default void onOrder(AlgorithmContext work, OrderEvent event) {}

    /** A name for log and tags, letters and digits; the class's name unless overridden. */
    default String name() {
        return getClass().getSimpleName();
    }
}
