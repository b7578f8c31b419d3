package io.ttquant.backtest.data.series;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.market.BarAggregator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes coarser bars of bars, and bars of trades, with the aggregators that the engine uses.
 *
 * <pre>{@code
 * BarColumns hours = Resampling.to(BarSpec.hours(1)).bars(minutes);
 * BarColumns days = Resampling.to(BarSpec.days(1)).session(Session.of("America/New_York", "09:30", "16:00")).bars(minutes);
 * }</pre>
 *
 * <p>Bars are aligned to the epoch in UTC unless an offset or a session says otherwise. An interval without data has no bar. A first or last
 * interval that bars cover only in part is left out; of trades nobody can tell, so that their first and last bar hold what there is.
 */
public final class Resampling {
    private static final long DAY = Duration.ofDays(1).toNanos();

    private final BarSpec spec;
    private final long offset;
    private final @Nullable Session session;

    private Resampling(BarSpec spec, long offset, @Nullable Session session) {
        this.spec = spec;
        this.offset = offset;
        this.session = session;
    }

    /**
     * Bars of a length.
     *
     * @throws IllegalArgumentException if they are no bars of time
     */
    public static Resampling to(BarSpec spec) {
        if (!spec.isTime()) {
            throw new IllegalArgumentException("bars of " + spec
                    + " may begin and end at one instant, so columns cannot hold them; subscribe to them in a strategy,"
                    + " where the engine makes them of trades, or resample to bars of time such as 5m");
        }
        return new Resampling(spec, 0, null);
    }

    /**
     * Bars that start so long after the multiples of their length: days from 17:00 UTC are offset by 17 hours, weeks from Monday by 4 days.
     *
     * @throws IllegalStateException if a session is stated, which begins at its own open
     */
    public Resampling offset(Duration value) {
        if (session != null) {
            throw bothStated();
        }
        return new Resampling(spec, value.toNanos(), null);
    }

    /**
     * Bars of a market's hours, counted from its open: what lies outside of them is left out, and the last bar of a session ends with it. A day is one
     * session.
     *
     * @throws IllegalArgumentException if a bar is longer than a day
     * @throws IllegalStateException if an offset is stated
     */
    public Resampling session(Session hours) {
        if (offset != 0) {
            throw bothStated();
        }
        if (spec.step() > DAY) {
            throw new IllegalArgumentException(
                    "a session lasts a day at most, and bars of " + spec + " are longer; resample to 1d or less");
        }
        return new Resampling(spec, 0, hours);
    }

    private static IllegalStateException bothStated() {
        return new IllegalStateException(
                "bars of a session are counted from its open, so an offset would have no effect;"
                        + " state an offset or a session, not both");
    }

    /**
     * Coarser bars of the same price.
     *
     * @throws IllegalArgumentException if they are no multiple of the finer ones, or a finer bar lies in two of them
     */
    public BarColumns bars(BarColumns finer) {
        BarSpec made = spec.withSource(finer.spec().source());
        SessionTime time = new SessionTime(session, offset, laid().step());
        Output output = new Output(BarColumns.builder(finer.instrument(), made), time);
        BarAggregator aggregator = BarAggregator.ofBars(finer.spec(), laid(), output);
        for (int i = 0; i < finer.size(); i++) {
            if (time.enter(finer.tsOpen(i))) {
                feed(finer, i, time, aggregator);
            }
        }
        if (finer.size() > 0) {
            output.coveredUntil = finer.tsClose(finer.size() - 1);
            aggregator.advanceTo(EpochNanos.NEVER - 1);
        }
        return output.columns.build();
    }

    /** A day of a session may have 25 hours, so it gets more room than it can need and ends with the session. */
    private BarSpec laid() {
        return session != null && spec.step() == DAY ? BarSpec.days(2) : spec;
    }

    private void feed(BarColumns finer, int i, SessionTime time, BarAggregator aggregator) {
        long open = time.lay(finer.tsOpen(i));
        long close = time.lay(finer.tsClose(i));
        long step = laid().step();
        boolean isInOne = Math.floorDiv(open, step) == Math.floorDiv(close - 1, step) && finer.tsClose(i) <= time.end();
        if (!isInOne) {
            throw new IllegalArgumentException("the " + finer.spec() + " bar of " + finer.instrument() + " from "
                    + EpochNanos.format(finer.tsOpen(i)) + " to " + EpochNanos.format(finer.tsClose(i))
                    + " lies in two " + spec
                    + " bars; give an offset or a session that begins and ends between two bars");
        }
        aggregator.bar(
                open,
                close,
                close,
                finer.rawOpen(i),
                finer.rawHigh(i),
                finer.rawLow(i),
                finer.rawClose(i),
                finer.rawVolume(i));
    }

    /** Bars of trades. */
    public BarColumns trades(TradeColumns trades) {
        SessionTime time = new SessionTime(session, offset, laid().step());
        Output output = new Output(BarColumns.builder(trades.instrument(), spec), time);
        BarAggregator aggregator = BarAggregator.ofTicks(trades.instrument(), laid(), output);
        for (int i = 0; i < trades.size(); i++) {
            if (time.enter(trades.tsEvent(i))) {
                long at = time.lay(trades.tsEvent(i));
                aggregator.tick(at, at, trades.rawPrice(i), trades.rawQuantity(i));
            }
        }
        aggregator.advanceTo(EpochNanos.NEVER - 1);
        return output.columns.build();
    }

    /** Puts bars back where they belong in time. */
    private static final class Output implements BarSink {
        private final BarColumns.Builder columns;
        private final SessionTime time;
        private long coveredUntil = EpochNanos.NEVER;

        Output(BarColumns.Builder columns, SessionTime time) {
            this.columns = columns;
            this.time = time;
        }

        @Override
        public void open(long tsOpen, long rawOpen) {
            // Columns hold bars that are complete.
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
            long open = time.read(tsOpen);
            long close = Math.min(open + (tsEvent - tsOpen), time.endAt(tsOpen));
            if (close <= coveredUntil) {
                columns.add(open, close, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            }
        }
    }
}
