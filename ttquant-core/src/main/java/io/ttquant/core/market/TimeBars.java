package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.time.EpochNanos;

/**
 * Bars of [start, end) aligned to the epoch, stamped at their end. An interval without events has no bar, and none has two: what comes when its
 * interval is closed already counts in the next one.
 */
final class TimeBars implements BarAggregator {
    private final BarSpec spec;
    private final long step;
    private final long feedNanos;
    private final long marginNanos;
    private final BarSink output;
    private final OpenBar open = new OpenBar();
    private long endNanos = EpochNanos.NEVER;
    private long closedNanos = Long.MIN_VALUE;
    private long lastInitNanos;
    private boolean isPartial;

    /**
     * Bars of a series of time.
     *
     * @param feedNanos how long events are on their way to us, and a bar that time closes too
     * @param marginNanos how long time must pass even that before it closes a bar: 0 for ticks; 1 for finer bars, of which the last comes
     *     exactly then
     */
    TimeBars(BarSpec spec, long feedNanos, long marginNanos, BarSink output) {
        this.spec = spec;
        this.step = spec.step();
        this.feedNanos = feedNanos;
        this.marginNanos = marginNanos;
        this.output = output;
    }

    @Override
    public BarSpec spec() {
        return spec;
    }

    @Override
    public void tick(long tsEvent, long tsInit, long rawPrice, long rawQuantity) {
        if (tsEvent >= endNanos || open.isEmpty()) {
            begin(tsEvent, tsInit);
        }
        open.add(rawPrice, rawQuantity);
        lastInitNanos = tsInit;
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
        if (tsOpen >= endNanos || open.isEmpty()) {
            boolean isFirst = endNanos == EpochNanos.NEVER;
            begin(tsOpen, tsInit);
            isPartial = isFirst && tsOpen != open.tsOpen;
        }
        open.addBar(rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        lastInitNanos = tsInit;
        if (tsEvent >= endNanos) {
            close(tsInit);
        }
    }

    private void begin(long tsEvent, long tsInit) {
        if (!open.isEmpty()) {
            close(tsInit);
        }
        long start = Math.floorDiv(Math.max(tsEvent, closedNanos), step) * step;
        open.start(start);
        endNanos = Math.addExact(start, step);
    }

    private void close(long tsInit) {
        closedNanos = endNanos;
        if (!isPartial) {
            open.close(endNanos, Math.max(tsInit, endNanos), output);
        }
        isPartial = false;
        open.start(endNanos);
    }

    @Override
    public void advanceTo(long nowNanos) {
        if (nextCloseNanos() <= nowNanos) {
            close(Math.max(endNanos + feedNanos, lastInitNanos));
        }
    }

    @Override
    public long nextCloseNanos() {
        return open.isEmpty() ? EpochNanos.NEVER : endNanos + feedNanos + marginNanos;
    }
}
