package io.ttquant.core.engine;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.BarSubscription;

/** A strategy's subscription to a series of bars, with what is left of its warm-up. */
final class BarListener implements BarSubscription {
    final StrategySlot slot;
    private final Instrument instrument;
    private final BarSpec spec;
    private int warmup;
    private boolean isClosed;

    BarListener(StrategySlot slot, Instrument instrument, BarSpec spec) {
        this.slot = slot;
        this.instrument = instrument;
        this.spec = spec;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public BarSpec spec() {
        return spec;
    }

    @Override
    public BarSubscription warmup(int bars) {
        if (bars < 0) {
            throw new IllegalArgumentException("warm-up of " + bars + " bars must not be negative");
        }
        if (isClosed) {
            throw new IllegalStateException("a warm-up is asked for in onStart only");
        }
        warmup = bars;
        return this;
    }

    void close() {
        isClosed = true;
        if (warmup > 0) {
            slot.addWarmingSeries();
        }
    }

    void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        slot.bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        if (warmup > 0 && --warmup == 0) {
            slot.seriesIsWarm();
        }
    }
}
