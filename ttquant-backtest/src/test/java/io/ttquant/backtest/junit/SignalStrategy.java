package io.ttquant.backtest.junit;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** Is long while a signal is above zero, and flat otherwise. */
final class SignalStrategy extends Strategy {
    private final InstrumentId instrument;
    private final Signal signal;
    private int index = -1;

    /** Says something about a bar, of which it is told the index too. */
    interface Signal {
        double at(int index, Bar bar);
    }

    SignalStrategy(InstrumentId instrument, Signal signal) {
        this.instrument = instrument;
        this.signal = signal;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument, BarSpec.minutes(1));
    }

    @Override
    protected void onBar(Bar bar) {
        double value = signal.at(++index, bar);
        if (value > 0 && position(instrument).isFlat()) {
            orders().buy(instrument).quantity("1").market().submit();
        } else if (value <= 0) {
            orders().close(instrument);
        }
    }
}
