package io.ttquant.examples.bench;

import io.ttquant.api.indicator.Indicator;
import io.ttquant.backtest.data.BarColumns;

/** Bars as columns of numbers, and what an indicator makes of all of them. */
record Prices(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    static Prices seeded(int size) {
        BarColumns bars = BenchmarkMarket.bars(BenchmarkMarket.instrument("BTC"), size, 5);
        Prices prices =
                new Prices(new double[size], new double[size], new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            prices.open[i] = bars.rawOpen(i) / 100.0;
            prices.high[i] = bars.rawHigh(i) / 100.0;
            prices.low[i] = bars.rawLow(i) / 100.0;
            prices.close[i] = bars.rawClose(i) / 100.0;
            prices.volume[i] = bars.rawVolume(i) / 100_000.0;
        }
        return prices;
    }

    int size() {
        return close.length;
    }

    /** Feeds it all bars through loops that all share; returns its last value, which needs all before it. */
    double feed(Indicator indicator) {
        return Feed.shared().applyAsDouble(indicator, this);
    }
}
