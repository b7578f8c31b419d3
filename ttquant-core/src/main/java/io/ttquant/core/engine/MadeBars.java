package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;

/** Where an aggregator's bars go: straight to delivery, since what they are made of was executed already. */
record MadeBars(BarChannel channel) implements BarSink {
    @Override
    public void open(long tsOpen, long rawOpen) {}

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
        channel.deliver(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }
}
