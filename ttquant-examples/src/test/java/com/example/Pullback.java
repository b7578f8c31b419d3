package com.example;

import io.ttquant.api.algorithm.Twap;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

public final class Pullback extends Strategy {
    private final InstrumentId instrument;
    private @Nullable OrderGroup trade;

    public Pullback(InstrumentId instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument, BarSpec.hours(1));
    }

    @Override
    protected void onBar(Bar bar) {
        if (trade == null || trade.isClosed()) {
            double entry = bar.close() * 0.99;
            trade = orders().bracket(
                            orders().buy(instrument).value("1000").limit(entry),
                            orders().sell(instrument).limit(entry * 1.02),
                            orders().sell(instrument).stop(entry * 0.98));
        }
    }

    /** Leaves in ten slices over ten minutes instead. */
    void leaveSlowly(Instrument what) {
        orders().cancelAll(instrument);
        if (position(instrument).isLong()) {
            long held = position(instrument).rawQuantity();
            execute(
                    orders().sell(what).rawQuantity(held).reduceOnly(),
                    Twap.of(Duration.ofMinutes(10), Duration.ofMinutes(1)));
        }
    }
}
