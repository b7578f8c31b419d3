package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;

/** A bar in the making. */
final class OpenBar {
    long tsOpen;
    long ticks;
    private long rawOpen;
    private long rawHigh;
    private long rawLow;
    private long rawClose;
    private long rawVolume;

    boolean isEmpty() {
        return ticks == 0;
    }

    long rawVolume() {
        return rawVolume;
    }

    void start(long openNanos) {
        tsOpen = openNanos;
        ticks = 0;
        rawVolume = 0;
    }

    void add(long rawPrice, long rawQuantity) {
        if (ticks++ == 0) {
            rawOpen = rawPrice;
            rawHigh = rawPrice;
            rawLow = rawPrice;
        } else if (rawPrice > rawHigh) {
            rawHigh = rawPrice;
        } else if (rawPrice < rawLow) {
            rawLow = rawPrice;
        }
        rawClose = rawPrice;
        rawVolume = Math.addExact(rawVolume, rawQuantity);
    }

    void addBar(long open, long high, long low, long close, long volume) {
        if (ticks++ == 0) {
            rawOpen = open;
            rawHigh = high;
            rawLow = low;
        } else {
            rawHigh = Math.max(rawHigh, high);
            rawLow = Math.min(rawLow, low);
        }
        rawClose = close;
        rawVolume = Math.addExact(rawVolume, volume);
    }

    void close(long tsEvent, long tsInit, BarSink output) {
        output.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }
}
