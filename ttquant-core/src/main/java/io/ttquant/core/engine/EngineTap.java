package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;

/**
 * A tap on the engine's road, for results, storage and metrics. Called on the engine's thread; must be quick and must not call back into
 * the engine.
 */
public interface EngineTap {
    /** A strategy asked for an order; it may be denied next. */
    default void created(Order order) {}

    /** Something happened to an order. */
    default void event(OrderEvent event) {}

    /** A strategy changed its state. */
    default void strategy(String strategyId, StrategyState state, String why, long nowNanos) {}
}
