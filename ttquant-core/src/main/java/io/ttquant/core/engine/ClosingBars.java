package io.ttquant.core.engine;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.market.BarAggregator;
import org.jspecify.annotations.Nullable;

/** The aggregators whose bars are closed by time, finer ones first. */
final class ClosingBars {
    private BarAggregator[] timed = {};

    void add(BarAggregator aggregator) {
        timed = FinerFirst.with(timed, aggregator);
    }

    /** When the next bar closes, epoch nanoseconds; {@link EpochNanos#NEVER} if none is open. */
    long nextNanos() {
        long next = EpochNanos.NEVER;
        for (BarAggregator aggregator : timed) {
            next = Math.min(next, aggregator.nextCloseNanos());
        }
        return next;
    }

    /** Closes the first bar that ends at or before a time; false if there is none. */
    boolean close(long nowNanos) {
        BarAggregator first = first();
        if (first == null || first.nextCloseNanos() > nowNanos) {
            return false;
        }
        first.advanceTo(nowNanos);
        return true;
    }

    private @Nullable BarAggregator first() {
        BarAggregator first = null;
        for (BarAggregator aggregator : timed) {
            if (first == null || aggregator.nextCloseNanos() < first.nextCloseNanos()) {
                first = aggregator;
            }
        }
        return first;
    }
}
