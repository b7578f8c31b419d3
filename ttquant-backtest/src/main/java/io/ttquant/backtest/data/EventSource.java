package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.book.SequenceRule;
import java.util.Optional;
import java.util.function.Supplier;

/** A stream of market events of one instrument, sorted by time. It can be replayed once per {@link #open}. */
public interface EventSource {
    /** Whose events. */
    Instrument instrument();

    /** What it holds, for people: {@code "1m bars"} or {@code "trades"}. */
    String describe();

    /** Number of events, or -1 if it is not known before the end. */
    long size();

    /** True if it only accompanies others, as funding rates do: it neither starts nor ends a run, and what lies outside of it plays no part. */
    default boolean isCompanion() {
        return false;
    }

    /** The venue's rule by which messages of the order book follow each other, where the stream carries the ids that it needs. */
    default Optional<Supplier<SequenceRule>> bookSequence() {
        return Optional.empty();
    }

    /** Starts a replay into a sink. */
    Cursor open(MarketDataSink sink);

    /** The part of this stream up to a time, epoch nanoseconds: what ends or happens then is still in it, what begins then is not. */
    default EventSource until(long nanos) {
        return new CutSource(this, nanos);
    }

    /** A running replay. It is closed when the run ends, also when that is before its last event. */
    interface Cursor extends AutoCloseable {
        /** Time of the next event, epoch nanoseconds; {@link EpochNanos#NEVER} at the end. */
        long nextNanos();

        /**
         * Whether the next event begins something (a bar's open). At one instant, what ends or happens comes before what begins.
         */
        boolean isBeginning();

        /**
         * Hands over events while they come before the given time and rank.
         *
         * @param limitNanos time of the earliest event of the other streams
         * @param isLimitBeginning whether that event begins something
         * @param isFirst whether this stream comes before the other one at the same time and rank
         * @return number of events handed over
         */
        long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst);

        /** Lets go of what it holds, such as open files; there are no events after it. It may be called more than once. */
        @Override
        default void close() {}
    }
}
