package io.ttquant.backtest.data.series;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the next contract follows. A rule knows at a time only what was known then. */
interface RollRule {
    /**
     * From when on bars are those of the next contract, epoch nanoseconds.
     *
     * @param index number of the roll, from 0
     * @param after the roll before, or the start of the first contract
     */
    long next(int index, BarColumns front, BarColumns next, long after);

    /** At stated times, one for each roll. */
    static RollRule at(List<Instant> times) {
        return (index, front, next, after) -> EpochNanos.of(times.get(index));
    }

    /** After the first whole period in which more of the next contract was traded, or when the front contract ends. */
    static RollRule byVolume(Duration period) {
        long step = period.toNanos();
        return (index, front, next, after) -> {
            long end = front.size() == 0 ? after : front.tsClose(front.size() - 1);
            int i = 0;
            int j = 0;
            for (long start = firstWhole(front, after, step); start + step <= end; start += step) {
                long frontVolume = 0;
                long nextVolume = 0;
                for (; i < front.size() && front.tsClose(i) <= start + step; i++) {
                    frontVolume = Math.addExact(frontVolume, front.tsClose(i) > start ? front.rawVolume(i) : 0);
                }
                for (; j < next.size() && next.tsClose(j) <= start + step; j++) {
                    nextVolume = Math.addExact(nextVolume, next.tsClose(j) > start ? next.rawVolume(j) : 0);
                }
                if (nextVolume > frontVolume) {
                    return start + step;
                }
            }
            return end;
        };
    }

    /** The first period that ends behind a time, unless the contract's bars begin inside of it: less of it was seen than of the next contract. */
    private static long firstWhole(BarColumns front, long after, long step) {
        long start = Math.floorDiv(after, step) * step;
        return front.size() > 0 && front.tsOpen(0) > start ? start + step : start;
    }
}
