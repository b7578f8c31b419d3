package io.ttquant.api.algorithm;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;

/**
 * Time-weighted: equal slices at equal intervals over a horizon, the first at once. With n = horizon / interval, rounded down, a slice is the quantity / n, floored
 * to the lot. What the floors leave is one more slice at the end of the horizon, or part of the last one if it is below the instrument's minimum.
 * If a slice would be below the lot or the minimum, all is sent at once.
 *
 * <p>A slice also makes up for what earlier ones did not get sent, because they were refused or ended unfilled. The execution ends when the children of
 * the last slice have.
 */
public final class Twap implements ExecutionAlgorithm {
    private static final String SLICE = "slice";

    private final long intervalNanos;
    private final long intervals;
    private long rawSlice;
    private long slices;
    private long sent;

    private Twap(long intervalNanos, long intervals) {
        this.intervalNanos = intervalNanos;
        this.intervals = intervals;
    }

    /**
     * Slices every {@code interval} for {@code horizon}.
     *
     * @throws IllegalArgumentException if the interval is not above zero, or the horizon is shorter
     */
    public static Twap of(Duration horizon, Duration interval) {
        if (interval.isNegative() || interval.isZero() || horizon.compareTo(interval) < 0) {
            throw new IllegalArgumentException("a TWAP over " + horizon + " every " + interval
                    + " has no slice; give an interval above zero and a horizon that is not shorter");
        }
        return new Twap(interval.toNanos(), horizon.toNanos() / interval.toNanos());
    }

    @Override
    public String name() {
        return "twap";
    }

    @Override
    public void onStart(AlgorithmContext work) {
        Instrument i = work.instrument();
        long total = work.instruction().rawQuantity();
        long least = Math.max(i.rawLot(), i.filters().rawMinQuantity());
        rawSlice = total / intervals / i.rawLot() * i.rawLot();
        if (rawSlice < least || rawSlice == total) {
            rawSlice = total;
            slices = 1;
        } else {
            slices = total - rawSlice * intervals >= least ? intervals + 1 : intervals;
            work.timers().every(SLICE, Duration.ofNanos(intervalNanos));
        }
        slice(work);
    }

    @Override
    public void onTimer(AlgorithmContext work, TimerEvent timer) {
        if (sent < slices) {
            slice(work);
        }
        finishIfOver(work);
    }

    private void slice(AlgorithmContext work) {
        sent++;
        long total = work.instruction().rawQuantity();
        long scheduled = sent == slices ? total : rawSlice * sent;
        long due = Math.min(work.rawRemaining(), scheduled - work.rawFilled() - work.rawWorking());
        if (due > 0) {
            work.child(due).submit();
        }
    }

    @Override
    public void onOrder(AlgorithmContext work, OrderEvent event) {
        Order child = event.order();
        if (child.isClosed()) {
            finishIfOver(work);
        }
    }

    private void finishIfOver(AlgorithmContext work) {
        if (sent == slices && work.rawWorking() == 0) {
            work.finish("the last slice ended before all was filled");
        }
    }
}
