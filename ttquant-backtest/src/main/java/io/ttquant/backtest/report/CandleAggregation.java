package io.ttquant.backtest.report;

import java.util.Arrays;

/** Makes fewer, longer candles: first open, highest high, lowest low, last close, sum of volumes. Nothing is invented. */
final class CandleAggregation {
    private static final int[] NICE = {1, 2, 3, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 7200, 14_400};

    private final CandleSeries source;
    private final long[] openNanos;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private int size;

    private CandleAggregation(CandleSeries source) {
        this.source = source;
        int length = source.size();
        openNanos = new long[length];
        open = new double[length];
        high = new double[length];
        low = new double[length];
        close = new double[length];
        volume = new double[length];
    }

    /** The smallest round factor that brings so many candles down to the limit. */
    static int factorFor(long candles, long limit) {
        for (int factor : NICE) {
            if (candles <= limit * factor) {
                return factor;
            }
        }
        return Math.toIntExact((candles + limit - 1) / limit);
    }

    /** Candles of {@code factor} times the length, aligned to the epoch; without fixed length, of so many candles each. */
    static CandleSeries by(CandleSeries series, int factor) {
        return factor <= 1 ? series : new CandleAggregation(series).aggregated(factor);
    }

    private CandleSeries aggregated(int factor) {
        long interval = source.intervalNanos() * factor;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < source.size(); i++) {
            long bucket = interval > 0 ? Math.floorDiv(source.openNanos()[i], interval) : i / factor;
            if (bucket != last) {
                start(i, interval > 0 ? bucket * interval : source.openNanos()[i]);
                last = bucket;
            } else {
                extend(i);
            }
        }
        return new CandleSeries(
                source.instrument(),
                source.priceDigits(),
                interval,
                Arrays.copyOf(openNanos, size),
                Arrays.copyOf(open, size),
                Arrays.copyOf(high, size),
                Arrays.copyOf(low, size),
                Arrays.copyOf(close, size),
                Arrays.copyOf(volume, size));
    }

    private void start(int from, long nanos) {
        openNanos[size] = nanos;
        open[size] = source.open()[from];
        high[size] = source.high()[from];
        low[size] = source.low()[from];
        close[size] = source.close()[from];
        volume[size] = source.volume()[from];
        size++;
    }

    private void extend(int from) {
        int at = size - 1;
        high[at] = Math.max(high[at], source.high()[from]);
        low[at] = Math.min(low[at], source.low()[from]);
        close[at] = source.close()[from];
        volume[at] += source.volume()[from];
    }
}
