package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.core.market.BarAggregator;
import io.ttquant.core.matching.SimulatedMarket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A series of bars: from a data source, or made by an aggregator. */
final class BarChannel implements BarSink {
    final BarSpec spec;
    private final InstrumentChannel channel;
    private final Engine engine;
    private final @Nullable SimulatedMarket market;
    private BarListener[] listeners = {};
    private BarAggregator[] coarser = {};
    private boolean isExternal;
    private boolean isConnected;
    private boolean isOfTicks;
    private boolean isFed;

    BarChannel(Engine engine, InstrumentChannel channel, BarSpec spec, @Nullable SimulatedMarket market) {
        this.engine = engine;
        this.channel = channel;
        this.spec = spec;
        this.market = market;
    }

    void add(BarListener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
    }

    void feed(BarAggregator aggregator) {
        coarser = FinerFirst.with(coarser, aggregator);
    }

    void declareExternal() {
        isExternal = true;
    }

    boolean isExternal() {
        return isExternal;
    }

    /** True if it is known what the series is made of. */
    boolean isConnected() {
        return isExternal || isConnected;
    }

    /** It is made here, of finer bars or of ticks. */
    void connected(boolean ofTicks) {
        isConnected = true;
        isOfTicks = ofTicks;
    }

    /** True if it is made here of trades or quotes, so that nobody waits for late ones before it closes. */
    boolean isOfTicks() {
        return isOfTicks && !isExternal;
    }

    /** True if strategies wait for it and no bar came. */
    boolean isSilent() {
        return isWanted() && !isFed;
    }

    boolean isWanted() {
        return listeners.length > 0;
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        engine.advanceTo(tsOpen);
        engine.sampleBeforeOpen();
        if (market != null) {
            market.barOpen(spec, tsOpen, rawOpen);
            engine.settle();
        }
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
        boolean isSeenAtOnce = tsInit <= tsEvent && engine.isIdleUntil(tsEvent);
        if (market == null || !isSeenAtOnce || !market.pass(spec, tsEvent, rawHigh, rawLow, rawClose, rawVolume)) {
            open(tsOpen, rawOpen);
            bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            return;
        }
        engine.idleUntil(tsEvent);
        deliver(tsOpen, tsEvent, tsEvent, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
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
        engine.advanceTo(tsEvent);
        if (market != null) {
            market.bar(spec, tsOpen, tsEvent, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            engine.settle();
        }
        long localNanos = engine.localTime(tsInit);
        if (localNanos > engine.now()) {
            engine.delayed().bar(localNanos, this, tsOpen, tsEvent, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            engine.dueAt(localNanos);
            return;
        }
        deliver(tsOpen, tsEvent, Math.max(tsInit, tsEvent), rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }

    /** Hands a closed bar to the cache and to strategies, and once all is settled that they did, to coarser series. */
    void deliver(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        isFed = true;
        channel.closed(this, rawClose, rawVolume, tsEvent);
        for (BarListener listener : listeners) {
            listener.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        }
        engine.settle();
        for (BarAggregator aggregator : coarser) {
            aggregator.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            engine.dueAt(aggregator.nextCloseNanos());
        }
    }
}
