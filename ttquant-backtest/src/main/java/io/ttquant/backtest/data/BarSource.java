package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;

/** Bars in memory as events. */
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
        return new BarCursor(
                new Once(bars), sink.instrument(bars.instrument().id()).bars(bars.spec()));
    }

    /** All bars at once. */
    private static final class Once implements BarCursor.Window {
        private final BarColumns bars;
        private boolean isRead;

        Once(BarColumns bars) {
            this.bars = bars;
        }

        @Override
        public boolean next() {
            boolean isNew = !isRead && bars.size > 0;
            isRead = true;
            return isNew;
        }

        @Override
        public int size() {
            return bars.size;
        }

        @Override
        public long[] column(Field field) {
            return switch (field) {
                case TIME -> bars.tsOpen;
                case CLOSE_TIME -> bars.tsClose;
                case OPEN -> bars.rawOpen;
                case HIGH -> bars.rawHigh;
                case LOW -> bars.rawLow;
                case CLOSE -> bars.rawClose;
                case VOLUME -> bars.rawVolume;
                default -> throw new IllegalArgumentException("bars have no " + field);
            };
        }
    }
}
