package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import java.util.List;

/** All taps as one. */
final class Taps implements EngineTap {
    private final EngineTap[] taps;

    Taps(List<EngineTap> taps) {
        this.taps = taps.toArray(new EngineTap[0]);
    }

    @Override
    public void created(Order order) {
        for (EngineTap tap : taps) {
            tap.created(order);
        }
    }

    @Override
    public void event(OrderEvent event) {
        for (EngineTap tap : taps) {
            tap.event(event);
        }
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        for (EngineTap tap : taps) {
            tap.strategy(strategyId, state, why, nowNanos);
        }
    }
}
