package io.ttquant.core.engine;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.strategy.BarSubscription;
import org.jspecify.annotations.Nullable;

/** A strategy's subscription to a series of bars, with the history kept for its warm-up and what is left of that. */
final class BarListener implements BarSubscription {
    final StrategySlot slot;
    private final Instrument instrument;
    private final BarSpec spec;
    private int warmup;
    private boolean mayRefine;
    private @Nullable WarmupBars history;

    /** @param isStarting true in {@code onStart}, when a warm-up may be asked for and bars are history until the engine says otherwise */
    BarListener(StrategySlot slot, Instrument instrument, BarSpec spec, boolean isStarting) {
        this.slot = slot;
        this.instrument = instrument;
        this.spec = spec;
        this.mayRefine = isStarting;
        this.history = isStarting ? new WarmupBars(0) : null;
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
        if (!mayRefine) {
            throw new IllegalStateException("a warm-up is asked for in onStart only");
        }
        warmup = bars;
        return this;
    }

    /** Bars that it still needs before it is warm. */
    int warmup() {
        return warmup;
    }

    void close() {
        mayRefine = false;
        if (warmup > 0) {
            history = new WarmupBars(warmup);
            slot.addWarmingSeries();
        }
    }

    /** Ends history: from now on bars are handed on. */
    WarmupBars goLive() {
        WarmupBars kept = java.util.Objects.requireNonNull(history, "history ends once");
        history = null;
        return kept;
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
        WarmupBars past = history;
        if (past != null) {
            past.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            return;
        }
        slot.bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        if (warmup > 0 && --warmup == 0) {
            slot.seriesIsWarm();
        }
    }
}
