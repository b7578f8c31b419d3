package io.ttquant.backtest.data;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;

/** Bars as events: each has an open at its start and a close at its end. */
record BarSource(BarColumns bars) implements EventSource {
    @Override
    public Instrument instrument() {
        return bars.instrument();
    }

    @Override
    public String describe() {
        return bars.spec() + " bars";
    }

    @Override
    public long size() {
        return bars.size;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new BarCursor(bars, sink.instrument(bars.instrument().id()).bars(bars.spec()));
    }

    private static final class BarCursor implements Cursor {
        private final BarColumns bars;
        private final BarSink sink;
        private int next;
        private boolean isOpen;

        BarCursor(BarColumns bars, BarSink sink) {
            this.bars = bars;
            this.sink = sink;
        }

        @Override
        public long nextNanos() {
            if (next == bars.size) {
                return EpochNanos.NEVER;
            }
            return isOpen ? bars.tsClose[next] : bars.tsOpen[next];
        }

        @Override
        public boolean isBeginning() {
            return !isOpen;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            long count = 0;
            while (isBefore(limitNanos, isLimitBeginning, isFirst)) {
                if (isOpen) {
                    close(next++);
                    count++;
                } else {
                    sink.open(bars.tsOpen[next], bars.rawOpen[next]);
                }
                isOpen = !isOpen;
            }
            return count;
        }

        private boolean isBefore(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            long nanos = nextNanos();
            if (nanos != limitNanos) {
                return nanos < limitNanos;
            }
            if (nanos == EpochNanos.NEVER) {
                return false;
            }
            return isOpen == isLimitBeginning ? isOpen : isFirst;
        }

        private void close(int i) {
            sink.bar(
                    bars.tsOpen[i],
                    bars.tsClose[i],
                    bars.tsClose[i],
                    bars.rawOpen[i],
                    bars.rawHigh[i],
                    bars.rawLow[i],
                    bars.rawClose[i],
                    bars.rawVolume[i]);
        }
    }
}
