package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.BarSink;

/** Bars of a series, each once, though history and two connections may bring it. */
final class OnceBars implements BarSink {
    private final BarSink out;
    private long newest = Long.MIN_VALUE;
    private long firstLive = Long.MAX_VALUE;

    OnceBars(BarSink out) {
        this.out = out;
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        out.open(tsOpen, rawOpen);
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
        if (tsOpen > newest) {
            newest = tsOpen;
            firstLive = Math.min(firstLive, tsOpen);
            out.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        }
    }

    /** A bar of the past; one that came live already, or that lies behind such a one, is left out. */
    void past(long tsOpen, long tsClose, long rawOpen, long rawHigh, long rawLow, long rawClose, long rawVolume) {
        if (tsOpen < firstLive) {
            newest = Math.max(newest, tsOpen);
            out.bar(tsOpen, tsClose, tsClose, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        }
    }
}
