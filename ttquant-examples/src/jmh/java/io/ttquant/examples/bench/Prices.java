package io.ttquant.examples.bench;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.PairIndicator;
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

    /** Feeds it all bars; returns its last value, which needs all before it. */
    double feed(Indicator indicator) {
        if (indicator instanceof LineIndicator line) {
            return feedLine(line);
        } else if (indicator instanceof PairIndicator pair) {
            return feedPair(pair);
        }
        return feedBars((BarIndicator) indicator);
    }

    private double feedLine(LineIndicator line) {
        double last = 0;
        for (double price : close) {
            last = line.update(price);
        }
        return last;
    }

    private double feedPair(PairIndicator pair) {
        double last = 0;
        for (int i = 0; i < close.length; i++) {
            last = pair.update(close[i], open[i]);
        }
        return last;
    }

    private double feedBars(BarIndicator bars) {
        double last = 0;
        for (int i = 0; i < close.length; i++) {
            last = bars.update(open[i], high[i], low[i], close[i], volume[i]);
        }
        return last;
    }
}
