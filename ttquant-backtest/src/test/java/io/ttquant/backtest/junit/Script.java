package io.ttquant.backtest.junit;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Orders;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Does what a test says at the bars that it says, from 1. */
final class Script extends Strategy {
    private final InstrumentId instrument;
    private final Map<Integer, Consumer<Orders>> acts = new TreeMap<>();
    private int bar;

    Script(InstrumentId instrument) {
        this.instrument = instrument;
    }

    Script at(int number, Consumer<Orders> act) {
        acts.put(number, act);
        return this;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument, BarSpec.minutes(1));
    }

    @Override
    protected void onBar(Bar b) {
        acts.getOrDefault(++bar, orders -> {}).accept(orders());
    }
}
