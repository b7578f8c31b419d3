package io.ttquant.api.indicator;

import java.util.Arrays;
import java.util.Random;

/** Columns of bars for tests. */
record Bars(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    static Bars random(long seed, int size) {
        return random(seed, size, 100, 1);
    }

    /** A walk in steps of cents, with flat bars, repeated prices and bars without volume among them. */
    static Bars random(long seed, int size, double around, double step) {
        Random random = new Random(seed);
        double[][] c = new double[5][size];
        double price = around;
        for (int i = 0; i < size; i++) {
            boolean isFlat = random.nextInt(12) == 0;
            c[0][i] = price;
            price = isFlat ? price : cents(Math.max(price + step * random.nextGaussian(), around / 2));
            c[3][i] = price;
            c[1][i] = isFlat ? price : Math.max(c[0][i], price) + cents(step * random.nextDouble());
            c[2][i] = isFlat ? price : Math.min(c[0][i], price) - cents(step * random.nextDouble());
            c[4][i] = random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(1000);
        }
        return new Bars(c[0], c[1], c[2], c[3], c[4]);
    }

    static Bars constant(int size, double price) {
        double[] prices = new double[size];
        Arrays.fill(prices, price);
        return new Bars(prices, prices, prices, prices, new double[size]);
    }

    private static double cents(double x) {
        return Math.rint(x * 100) / 100;
    }

    int size() {
        return close.length;
    }

    double[] hl2() {
        return Naive.map(high, low, (h, l) -> (h + l) / 2);
    }

    double[] typical() {
        return Naive.times(Naive.plus(high, low, close), 1 / 3.0);
    }

    double[] trueRange() {
        double[] before = Naive.lag(close, 1);
        return Naive.minus(Naive.map(high, before, Math::max), Naive.map(low, before, Math::min));
    }

    /** Gives a bar to an indicator of any kind: close to a line, close and open to a pair. */
    double feed(Indicator indicator, int i) {
        if (indicator instanceof LineIndicator line) {
            return line.update(close[i]);
        } else if (indicator instanceof PairIndicator pair) {
            return pair.update(close[i], open[i]);
        }
        return ((BarIndicator) indicator).update(open[i], high[i], low[i], close[i], volume[i]);
    }

    double[] values(Indicator indicator) {
        double[] values = new double[size()];
        Arrays.setAll(values, i -> feed(indicator, i));
        return values;
    }
}
