package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession.Completion;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.BarSpec;
import java.time.Duration;
import java.util.Arrays;

/**
 * Passes the bars of one series on, each once and none left out: news of a close that was lost with its connection is asked for before what follows is
 * passed on. What the venue's history lacks in the end stays missing.
 */
final class SteadyBars implements BarSink {
    private static final long NONE = Long.MIN_VALUE;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST_QUESTIONS = 20;

    /** The way to past bars. */
    @FunctionalInterface
    interface Past {
        /** Hands over the closed bars that open from one time to another, both inclusive, epoch nanoseconds. */
        void bars(long fromNanos, long toNanos, BarSink sink, Completion done);
    }

    private final InstrumentSink market;
    private final BarSink sink;
    private final long step;
    private final EngineThread engine;
    private final Past past;
    private final long[] held = new long[8];
    private long last = NONE;
    private long wanted = NONE;
    private boolean isAsking;
    private int questions;

    SteadyBars(InstrumentSink market, BarSpec spec, EngineThread engine, Past past) {
        this.market = market;
        this.sink = market.bars(spec);
        this.step = spec.step();
        this.engine = engine;
        this.past = past;
    }

    @Override
    public void open(long tsOpen, long rawOpen) {
        throw new UnsupportedOperationException("a bar of a live source tells its open with its close");
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
        if (last == NONE || tsOpen == last + step) {
            last = tsOpen;
            sink.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        } else if (tsOpen > last) {
            long[] values = {tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume};
            System.arraycopy(values, 0, held, 0, values.length);
            want(tsOpen);
        }
    }

    /** Asks for what closed while nothing was heard. */
    void catchUp() {
        long running = Math.floorDiv(engine.nanos(), step) * step;
        if (last != NONE && running - step > last) {
            want(running - step);
        }
    }

    private void want(long tsOpen) {
        if (tsOpen > wanted) {
            wanted = tsOpen;
            questions = 0;
        }
        ask();
    }

    private void ask() {
        if (isAsking || wanted <= last) {
            return;
        }
        isAsking = true;
        questions++;
        past.bars(last + step, wanted, new Late(), (isDone, why) -> answered());
    }

    private void answered() {
        isAsking = false;
        if (wanted <= last) {
            return;
        }
        if (questions >= MOST_QUESTIONS) {
            giveUp();
            return;
        }
        // What has just closed may not be in the history yet.
        engine.schedule(PAUSE, this::ask);
    }

    /** A hole is less than the end of the series. */
    private void giveUp() {
        if (held[0] == wanted) {
            last = wanted;
            late(held[0], held[1], held[3], held[4], held[5], held[6], held[7]);
            Arrays.fill(held, 0);
        } else {
            last = wanted;
        }
    }

    /** Passes a bar on that is known now. */
    private void late(
            long tsOpen, long tsEvent, long rawOpen, long rawHigh, long rawLow, long rawClose, long rawVolume) {
        long now = Math.max(tsEvent, engine.nanos());
        market.catchingUp(true);
        try {
            sink.bar(tsOpen, tsEvent, now, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
        } finally {
            market.catchingUp(false);
        }
    }

    /** Takes bars of the history. */
    private final class Late implements BarSink {
        @Override
        public void open(long tsOpen, long rawOpen) {
            throw new UnsupportedOperationException("a past bar is whole");
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
            if (tsOpen > last) {
                last = tsOpen;
                late(tsOpen, tsEvent, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            }
        }
    }
}
