package io.ttquant.backtest.data.series;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TradeColumns;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Corrects stamps that were written in another way than they were read.
 *
 * <pre>{@code
 * BarColumns right = StampShift.by(Duration.ofHours(-3)).bars(threeHoursLate);
 * BarColumns utc = StampShift.fromLocal(ZoneId.of("America/New_York")).bars(readAsUtc);
 * BarColumns bars = StampShift.fromCloses(readAsOpens);
 * }</pre>
 */
public final class StampShift {
    private final LongUnaryOperator shift;

    private StampShift(LongUnaryOperator shift) {
        this.shift = shift;
    }

    /** Moves all stamps by a time: later if it is positive. */
    public static StampShift by(Duration time) {
        long nanos = time.toNanos();
        return new StampShift(stamp -> Math.addExact(stamp, nanos));
    }

    /**
     * Stamps that were written in a local time and read as UTC. Of an hour that summer time repeats the earlier one is meant; a time that summer
     * time leaves out is refused when data is shifted.
     */
    public static StampShift fromLocal(ZoneId zone) {
        return new StampShift(stamp -> utc(stamp, zone));
    }

    private static long utc(long stamp, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(EpochNanos.toInstant(stamp), ZoneOffset.UTC);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException("the stamp " + local + " does not exist in " + zone
                    + ", where clocks were put forward past it; name the zone in which the stamps were written");
        }
        return EpochNanos.of(local.toInstant(offsets.get(0)));
    }

    /** Bars that were stamped at their end and read as if at their start: each moves back by its own length. */
    public static BarColumns fromCloses(BarColumns bars) {
        BarColumns.Builder moved = BarColumns.builder(bars.instrument(), bars.spec());
        for (int i = 0; i < bars.size(); i++) {
            add(bars, i, moved, bars.tsOpen(i) - (bars.tsClose(i) - bars.tsOpen(i)), bars.tsOpen(i));
        }
        return moved.build();
    }

    /**
     * Bars at their right times.
     *
     * @throws IllegalArgumentException if they overlap then, or a time does not exist
     */
    public BarColumns bars(BarColumns bars) {
        BarColumns.Builder moved = BarColumns.builder(bars.instrument(), bars.spec());
        for (int i = 0; i < bars.size(); i++) {
            long open = shift.applyAsLong(bars.tsOpen(i));
            add(bars, i, moved, open, open + (bars.tsClose(i) - bars.tsOpen(i)));
        }
        return moved.build();
    }

    private static void add(BarColumns bars, int i, BarColumns.Builder moved, long open, long close) {
        moved.add(open, close, bars.rawOpen(i), bars.rawHigh(i), bars.rawLow(i), bars.rawClose(i), bars.rawVolume(i));
    }

    /**
     * Trades at their right times.
     *
     * @throws IllegalArgumentException if time goes back then, or a time does not exist
     */
    public TradeColumns trades(TradeColumns trades) {
        TradeColumns.Builder moved = TradeColumns.builder(trades.instrument());
        for (int i = 0; i < trades.size(); i++) {
            moved.add(
                    shift.applyAsLong(trades.tsEvent(i)),
                    trades.rawPrice(i),
                    trades.rawQuantity(i),
                    trades.aggressor(i));
        }
        return moved.build();
    }

    /**
     * Funding rates at their right times.
     *
     * @throws IllegalArgumentException if time does not rise then, or a time does not exist
     */
    public FundingRates funding(FundingRates rates) {
        FundingRates.Builder moved = FundingRates.builder(rates.instrument());
        for (int i = 0; i < rates.size(); i++) {
            moved.add(shift.applyAsLong(rates.settlementNanos(i)), rates.rate(i));
        }
        return moved.build();
    }
}
