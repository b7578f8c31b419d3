package com.example.consumer;

import io.ttquant.api.indicator.Sma;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** Buys below the average of three closes and sells above it. */
public final class Dip extends Strategy {
    private final InstrumentId instrument;
    private final Sma average = Sma.of(3);

    public Dip(InstrumentId instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument, BarSpec.minutes(1));
    }

    @Override
    protected void onBar(Bar bar) {
        double mean = average.update(bar.close());
        if (bar.close() < mean && position(instrument).isFlat()) {
            orders().buy(instrument).quantity("1").market().submit();
        } else if (bar.close() > mean) {
            orders().close(instrument);
        }
    }
}
