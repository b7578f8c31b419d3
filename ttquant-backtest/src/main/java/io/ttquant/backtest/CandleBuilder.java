package io.ttquant.backtest;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.report.CandleSeries;
import java.util.Arrays;

/** Collects candles in columns. When there are too many, neighbours become one, and from then on candles are longer. */
final class CandleBuilder {
    private static final int MAX_DIGITS = 12;
    private static final long FIRST_TICK_INTERVAL = EpochNanos.SECOND;
    /** Lengths by which candles grow: each divides a later one, so that candles of candles are whole. */
    private static final long[] GROWTH = {1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400, 604_800};

    private final Instrument instrument;
    private final int limit;
    private long interval;
    private boolean isThinned;
    private int size;
    private long[] openNanos = new long[1024];
    private double[] open = new double[1024];
    private double[] high = new double[1024];
    private double[] low = new double[1024];
    private double[] close = new double[1024];
    private double[] volume = new double[1024];

    private CandleBuilder(Instrument instrument, long interval, int limit) {
        this.instrument = instrument;
        this.interval = interval;
        this.limit = limit;
    }

    /** Candles of ticks, of a second at first. */
    static CandleBuilder ofTicks(Instrument instrument, int limit) {
        return new CandleBuilder(instrument, FIRST_TICK_INTERVAL, limit);
    }

    /** Candles of bars, of the bars' length; without a fixed length if they have none. */
    static CandleBuilder ofBars(Instrument instrument, BarSpec spec, int limit) {
        return new CandleBuilder(instrument, spec.isTime() ? spec.step() : 0, limit);
    }

    int size() {
        return size;
    }

    void tick(long nanos, double price, double quantity) {
        candle(Math.floorDiv(nanos, interval) * interval, price, price, price, price, quantity);
    }

    void candle(long tsOpen, double o, double h, double l, double c, double v) {
        long nanos = isThinned && interval > 0 ? Math.floorDiv(tsOpen, interval) * interval : tsOpen;
        if (size > 0 && nanos <= openNanos[size - 1]) {
            merge(size - 1, h, l, c, v);
            return;
        }
        if (size == limit) {
            thin();
            candle(nanos, o, h, l, c, v);
            return;
        }
        if (size == openNanos.length) {
            grow();
        }
        openNanos[size] = nanos;
        open[size] = o;
        high[size] = h;
        low[size] = l;
        close[size] = c;
        volume[size++] = v;
    }

    private void merge(int into, double h, double l, double c, double v) {
        high[into] = Math.max(high[into], h);
        low[into] = Math.min(low[into], l);
        close[into] = c;
        volume[into] += v;
    }

    /** Candles without a fixed length join in pairs, others in the next longer length. */
    private void thin() {
        long longer = interval == 0 ? 0 : longer(interval);
        int count = size;
        size = 0;
        long bucket = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long next = longer == 0 ? i / 2 : Math.floorDiv(openNanos[i], longer);
            if (next == bucket) {
                merge(size - 1, high[i], low[i], close[i], volume[i]);
                continue;
            }
            bucket = next;
            openNanos[size] = longer == 0 ? openNanos[i] : next * longer;
            open[size] = open[i];
            high[size] = high[i];
            low[size] = low[i];
            close[size] = close[i];
            volume[size++] = volume[i];
        }
        interval = longer;
        isThinned = true;
    }

    private static long longer(long interval) {
        for (long seconds : GROWTH) {
            long candidate = seconds * EpochNanos.SECOND;
            if (candidate > interval && candidate % interval == 0) {
                return candidate;
            }
        }
        return 2 * interval;
    }

    private void grow() {
        int capacity = Math.min(limit, size * 2);
        openNanos = Arrays.copyOf(openNanos, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }

    CandleSeries build() {
        return new CandleSeries(
                instrument.toString(),
                digits(),
                interval,
                Arrays.copyOf(openNanos, size),
                Arrays.copyOf(open, size),
                Arrays.copyOf(high, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(close, size),
                Arrays.copyOf(volume, size));
    }

    private int digits() {
        int digits = FixedPoint.toDecimal(instrument.rawTick(), instrument.priceScale())
                .stripTrailingZeros()
                .scale();
        return Math.min(MAX_DIGITS, Math.max(0, digits));
    }
}
