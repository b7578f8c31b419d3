package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.time.EpochNanos;

/** A stream that ends at a time: what ends or happens then is still part of it, what begins then is not. */
record CutSource(EventSource whole, long untilNanos) implements WrappedSource {
    @Override
    public Cursor open(MarketDataSink sink) {
        return new CutCursor(whole.open(sink), untilNanos);
    }

    private record CutCursor(Cursor whole, long untilNanos) implements Cursor {
        @Override
        public long nextNanos() {
            long next = whole.nextNanos();
            boolean isInside = next < untilNanos || (next == untilNanos && !whole.isBeginning());
            return isInside ? next : EpochNanos.NEVER;
        }

        @Override
        public boolean isBeginning() {
            return whole.isBeginning();
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            boolean isLimitInside = limitNanos < untilNanos || (limitNanos == untilNanos && !isLimitBeginning);
            return isLimitInside
                    ? whole.emit(limitNanos, isLimitBeginning, isFirst)
                    : whole.emit(untilNanos, true, false);
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
