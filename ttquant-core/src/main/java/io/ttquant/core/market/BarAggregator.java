package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;

/**
 * Makes bars of one series and hands each closed one to a sink. The caller gives events in the order of time and, before each event,
 * calls {@link #advanceTo} with its time, so that an event stamped exactly at a boundary belongs to the bar that starts there.
 */
public interface BarAggregator {
    /** An aggregator of ticks (trades, or quotes reduced to a price), which reach us at once, for a series. */
    static BarAggregator ofTicks(Instrument instrument, BarSpec spec, BarSink output) {
        return ofTicks(instrument, spec, 0, output);
    }

    /**
     * An aggregator of ticks (trades, or quotes reduced to a price) for a series.
     *
     * @param feedNanos how long a tick takes to us; time closes a bar that long after its end
     */
    static BarAggregator ofTicks(Instrument instrument, BarSpec spec, long feedNanos, BarSink output) {
        return switch (spec.unit()) {
            case TIME -> new TimeBars(spec, feedNanos, 0, output);
            case TICK -> new TickBars(spec, output);
            case VOLUME -> new VolumeBars(instrument, spec, output);
            case VALUE -> new ValueBars(instrument, spec, output);
        };
    }

    /** As {@link #ofBars(BarSpec, BarSpec, long, BarSink)}, of bars that reach us at once. */
    static BarAggregator ofBars(BarSpec finer, BarSpec coarser, BarSink output) {
        return ofBars(finer, coarser, 0, output);
    }

    /**
     * An aggregator of finer time bars into coarser ones, fed by {@link #bar}. A first bar that is known to be incomplete is dropped.
     *
     * @param feedNanos how long a finer bar takes to us; time closes a bar whose last finer bar is missing after that long
     * @throws IllegalArgumentException if the coarser step is no multiple of the finer one
     */
    static BarAggregator ofBars(BarSpec finer, BarSpec coarser, long feedNanos, BarSink output) {
        if (!finer.isTime() || !coarser.isTime() || coarser.step() % finer.step() != 0) {
            throw new IllegalArgumentException("bars of " + coarser + " cannot be made of bars of " + finer
                    + "; the coarser must be a multiple of the finer");
        }
        return new TimeBars(coarser, feedNanos, 1, output);
    }

    /** The series that it makes. */
    BarSpec spec();

    /** A price with the quantity traded at it (0 for quotes). */
    void tick(long tsEvent, long tsInit, long rawPrice, long rawQuantity);

    /** A finer bar. Only aggregators of bars take it. */
    default void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        throw new IllegalStateException("this series is made of ticks, not of bars");
    }

    /** Closes what ended at or before {@code nowNanos}. */
    default void advanceTo(long nowNanos) {}

    /** When the open bar closes by time; {@link EpochNanos#NEVER} if none is open or time does not close it. */
    default long nextCloseNanos() {
        return EpochNanos.NEVER;
    }
}
