package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.engine.RunSamples;
import java.util.Arrays;

/**
 * Buying and holding: the start equity in equal parts in each instrument at its first price, without fees, and never touched. An instrument is
 * worth its part until its first price is known.
 */
final class Benchmark {
    private Benchmark() {}

    private interface Marks {
        long raw(int instrument, int sample);
    }

    /** Value at each sample; empty without a price or a start equity. */
    static double[] of(RunSamples samples, double startEquity) {
        return of(samples, samples.size(), samples::rawMark, startEquity);
    }

    /** Value at each time of {@link RunSamples#marks()}, of which a long run loses none; empty without a price or a start equity. */
    static double[] byQuarters(RunSamples samples, double startEquity) {
        return of(samples, samples.marks().size(), samples.marks()::rawMark, startEquity);
    }

    private static double[] of(RunSamples samples, int size, Marks marks, double startEquity) {
        double[] value = new double[size];
        int held = 0;
        for (int i = 0; i < samples.instruments().size(); i++) {
            held += add(samples, i, marks, value);
        }
        if (held == 0 || !(startEquity > 0)) {
            return new double[0];
        }
        double part = startEquity / held;
        return Arrays.stream(value).map(v -> v * part).toArray();
    }

    private static int add(RunSamples samples, int index, Marks marks, double[] value) {
        Instrument instrument = samples.instruments().get(index);
        double first = instrument.price(samples.marks().rawFirst(index));
        if (first == 0) {
            return 0;
        }
        for (int s = 0; s < value.length; s++) {
            double price = instrument.price(marks.raw(index, s));
            value[s] += price == 0 ? 1 : growth(instrument, first, price);
        }
        return 1;
    }

    /** What one unit of money becomes; of an inverse contract, whose profit is 1 ÷ first − 1 ÷ last, in the base currency. */
    private static double growth(Instrument instrument, double first, double price) {
        return instrument.isInverse() ? 2 - first / price : price / first;
    }
}
