package io.ttquant.backtest.report;

import io.ttquant.api.time.EpochNanos;
import java.util.SplittableRandom;

/** A seeded random walk with trends and quiet stretches, as candles of one minute. */
final class DemoMarket {
    static final long START = EpochNanos.parse("2023-04-03T00:00:00Z");

    private DemoMarket() {}

    static CandleSeries walk(String instrument, int digits, double start, int bars, long minutes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long step = minutes * 60 * EpochNanos.SECOND;
        double unit = Math.pow(10, digits);
        long[] time = new long[bars];
        double[][] columns = new double[5][bars];
        double price = start;
        double drift = 0;
        double swing = 0.0006 * Math.sqrt(minutes);
        for (int i = 0; i < bars; i++) {
            if (i % 4000 == 0) {
                drift = (random.nextDouble() - 0.48) * 0.00002 * minutes;
            }
            double next = price * (1 + drift + swing * gaussian(random));
            double reach = price * swing * 0.6;
            time[i] = START + i * step;
            columns[0][i] = round(price, unit);
            columns[1][i] = round(Math.max(price, next) + reach * random.nextDouble(), unit);
            columns[2][i] = round(Math.min(price, next) - reach * random.nextDouble(), unit);
            columns[3][i] = round(next, unit);
            columns[4][i] = round(1 + 30 * random.nextDouble() * random.nextDouble(), 1000);
            price = round(next, unit);
        }
        return new CandleSeries(
                instrument, digits, step, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    static double gaussian(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += random.nextDouble();
        }
        return (sum - 3) * Math.sqrt(2);
    }

    private static double round(double value, double unit) {
        return Math.round(value * unit) / unit;
    }
}
