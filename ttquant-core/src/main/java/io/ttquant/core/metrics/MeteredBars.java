package io.ttquant.core.metrics;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.core.counter.Durations;

/** Counts closed bars and hands them on. */
final class MeteredBars implements BarSink {
    private final BarSink to;
    private final InstrumentCells cells;
    private final Durations latency;

    MeteredBars(BarSink to, InstrumentCells cells, Durations latency) {
        this.to = to;
        this.cells = cells;
        this.latency = latency;
    }

    /** Bars of history are stamped as if they had arrived at their close, which says nothing of the way here. */
    private void taken(long tsEvent, long tsInit) {
        cells.taken(cells.bars, tsEvent, tsInit);
        if (tsInit != tsEvent) {
            cells.came(latency, tsInit - tsEvent);
        }
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        to.open(tsOpen, rawOpen);
    }

    @Override
    public void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        taken(tsEvent, tsInit);
        to.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }

    @Override
    public void whole(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        taken(tsEvent, tsInit);
        to.whole(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }
}
