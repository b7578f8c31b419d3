package io.ttquant.api.indicator;

import static io.ttquant.api.indicator.Naive.cumulated;
import static io.ttquant.api.indicator.Naive.deviation;
import static io.ttquant.api.indicator.Naive.diff;
import static io.ttquant.api.indicator.Naive.downs;
import static io.ttquant.api.indicator.Naive.ema;
import static io.ttquant.api.indicator.Naive.emaByFirst;
import static io.ttquant.api.indicator.Naive.lag;
import static io.ttquant.api.indicator.Naive.map;
import static io.ttquant.api.indicator.Naive.max;
import static io.ttquant.api.indicator.Naive.min;
import static io.ttquant.api.indicator.Naive.minus;
import static io.ttquant.api.indicator.Naive.plus;
import static io.ttquant.api.indicator.Naive.ratio;
import static io.ttquant.api.indicator.Naive.roc;
import static io.ttquant.api.indicator.Naive.roll;
import static io.ttquant.api.indicator.Naive.sma;
import static io.ttquant.api.indicator.Naive.sum;
import static io.ttquant.api.indicator.Naive.times;
import static io.ttquant.api.indicator.Naive.ups;
import static io.ttquant.api.indicator.Naive.variance;
import static io.ttquant.api.indicator.Naive.wilder;
import static io.ttquant.api.indicator.Naive.wilderByFirst;
import static io.ttquant.api.indicator.Naive.wma;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Each indicator against its definition computed in one go, on random bars of several seeds. */
class AgreementTest {
    private static final long[] SEEDS = {11, 12, 13};
    private Bars bars = Bars.random(SEEDS[0], 1);
    private double[] c = bars.close();

    private void eachSeed(Runnable checks) {
        for (long seed : SEEDS) {
            seedNow = seed;
            bars = Bars.random(seed, 400);
            c = bars.close();
            checks.run();
        }
    }

    private long seedNow;

    private void same(Indicator ours, double[] naive) {
        same(ours, Indicator::value, naive);
    }

    private <I extends Indicator> void same(I ours, ToDoubleFunction<I> line, double[] naive) {
        int values = 0;
        for (int i = 0; i < bars.size(); i++) {
            bars.feed(ours, i);
            double value = line.applyAsDouble(ours);
            String what = ours.getClass().getSimpleName() + " at " + i + ", seed " + seedNow + ": ours " + value
                    + ", naive " + naive[i];
            assertThat(Double.isNaN(value)).as(what).isEqualTo(Double.isNaN(naive[i]));
            if (!Double.isNaN(value)) {
                assertThat(Math.abs(value - naive[i])).as(what).isLessThanOrEqualTo(1e-8 * (1 + Math.abs(naive[i])));
                values++;
            }
        }
        assertThat(values).isPositive();
    }

    @Test
    void averages() {
        eachSeed(() -> {
            same(Sma.of(7), sma(c, 7));
            same(Ema.of(7), ema(c, 7));
            same(Ema.seededByFirst(7), emaByFirst(c, 7));
            same(Ema.wilder(7), wilder(c, 7));
            same(Ema.wilderSeededByFirst(7), wilderByFirst(c, 7));
            same(Wma.of(7), wma(c, 7));
            double[] one = ema(c, 7);
            double[] two = ema(one, 7);
            double[] three = ema(two, 7);
            same(Dema.of(7), minus(times(one, 2), two));
            same(Tema.of(7), plus(times(one, 3), times(two, -3), three));
            same(Trix.of(7), roc(three, 1));
            same(Trima.of(7), sma(sma(c, 4), 4));
            same(Trima.of(8), sma(sma(c, 5), 4));
            same(Hma.of(17), wma(minus(times(wma(c, 8), 2), wma(c, 17)), 4));
            double[] six = ema(ema(ema(three, 7), 7), 7);
            double v = 0.7;
            same(T3.of(7, v), t3(three, six, v));
            same(Zlema.of(9), ema(minus(times(c, 2), lag(c, 4)), 9));
            same(Alma.of(9, 0.85, 6), roll(c, 9, w -> alma(w, 6.8)));
            same(Alma.floored(9, 0.85, 6), roll(c, 9, w -> alma(w, 6)));
            same(Kama.of(10, 2, 30), kama(c));
        });
    }

    private static double[] t3(double[] three, double[] six, double v) {
        double[] four = ema(three, 7);
        double[] five = ema(four, 7);
        double v3 = Math.pow(v, 3);
        return plus(
                times(six, -v3),
                times(five, 3 * v * v + 3 * v3),
                times(four, -(6 * v * v + 3 * v + 3 * v3)),
                times(three, 1 + 3 * v + v3 + 3 * v * v));
    }

    private static double alma(double[] w, double m) {
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < w.length; i++) {
            double weight = Math.exp(-Math.pow(i - m, 2) / (2 * Math.pow(w.length / 6.0, 2)));
            top += weight * w[i];
            bottom += weight;
        }
        return top / bottom;
    }

    private static double[] kama(double[] x) {
        double[] path = sum(map(diff(x, 1), x, (d, ignored) -> Math.abs(d)), 10);
        double[] efficiency = ratio(map(diff(x, 10), x, (d, ignored) -> Math.abs(d)), path, 0);
        double[] y = lag(x, x.length);
        y[9] = x[9];
        for (int i = 10; i < x.length; i++) {
            double s = efficiency[i] * (2 / 3.0 - 2 / 31.0) + 2 / 31.0;
            y[i] = y[i - 1] + s * s * (x[i] - y[i - 1]);
        }
        return y;
    }

    @Test
    void averagesByVolume() {
        eachSeed(() -> {
            double[] v = bars.volume();
            double[] value = map(c, v, (p, q) -> p * q);
            double[] average = sma(c, 3);
            double[] weighted = ratio(sum(value, 3), sum(v, 3), Double.NaN);
            double[] either = weighted.clone();
            Arrays.setAll(either, i -> Double.isNaN(weighted[i]) ? average[i] : weighted[i]);
            same(Vwma.of(3), either);
            double[] typical = bars.typical();
            double[] all = ratio(cumulated(map(typical, v, (p, q) -> p * q)), cumulated(v), Double.NaN);
            Arrays.setAll(all, i -> Double.isNaN(all[i]) ? typical[i] : all[i]);
            same(Vwap.anchored(), all);
        });
    }

    @Test
    void momentum() {
        eachSeed(() -> {
            same(Momentum.of(5), diff(c, 5));
            same(Roc.of(5), roc(c, 5));
            double[] rsi = rsi(wilder(ups(c), 7), wilder(downs(c), 7));
            same(Rsi.of(7), rsi);
            same(Rsi.of(7, Smoothing.SIMPLE), rsi(sma(ups(c), 7), sma(downs(c), 7)));
            double[] macd = minus(ema(c, 5), ema(c, 12));
            same(Macd.of(5, 12, 4), macd);
            same(Macd.of(5, 12, 4), Macd::signal, ema(macd, 4));
            same(Macd.of(5, 12, 4), Macd::histogram, minus(macd, ema(macd, 4)));
            same(Apo.of(5, 12), macd);
            double[] ppo = times(ratio(macd, ema(c, 12), 0), 100);
            same(Ppo.of(5, 12, 4), ppo);
            same(Ppo.of(5, 12, 4), Ppo::signal, ema(ppo, 4));
            same(Ppo.byFast(5, 12, 4), times(ratio(macd, ema(c, 5), 0), 100));
            double[] up = sum(ups(c), 6);
            double[] down = sum(downs(c), 6);
            same(Cmo.of(6), times(ratio(minus(up, down), plus(up, down), 0), 100));
            double[] step = diff(c, 1);
            double[] size = plus(ups(c), downs(c));
            same(Tsi.of(9, 5), times(ratio(ema(ema(step, 9), 5), ema(ema(size, 9), 5), 0), 100));
            double[] kst = plus(
                    sma(roc(c, 10), 10),
                    times(sma(roc(c, 15), 10), 2),
                    times(sma(roc(c, 20), 10), 3),
                    times(sma(roc(c, 30), 15), 4));
            same(Kst.of(), kst);
            same(Kst.of(), Kst::signal, sma(kst, 9));
            double[] place = place(rsi, min(rsi, 8), max(rsi, 8));
            same(StochasticRsi.of(7, 8, 3, 4), sma(place, 3));
            same(StochasticRsi.of(7, 8, 3, 4), StochasticRsi::signal, sma(sma(place, 3), 4));
            same(Highest.of(6), max(c, 6));
            same(Lowest.of(6), min(c, 6));
        });
    }

    private static double[] rsi(double[] gain, double[] loss) {
        return times(ratio(gain, plus(gain, loss), 0.5), 100);
    }

    private static double[] place(double[] x, double[] least, double[] most) {
        return times(ratio(minus(x, least), minus(most, least), 0.5), 100);
    }

    @Test
    void oscillatorsOfBars() {
        eachSeed(() -> {
            double[] k = sma(place(c, min(bars.low(), 10), max(bars.high(), 10)), 3);
            same(Stochastic.of(10, 3, 4), k);
            same(Stochastic.of(10, 3, 4), Stochastic::d, sma(k, 4));
            same(Stochastic.of(10, 3, 4), Stochastic::j, minus(times(k, 3), times(sma(k, 4), 2)));
            same(
                    WilliamsR.of(10),
                    map(place(c, min(bars.low(), 10), max(bars.high(), 10)), c, (p, ignored) -> p - 100));
            double[] typical = bars.typical();
            double[] spread = roll(
                    typical,
                    10,
                    w -> Arrays.stream(w).map(x -> Math.abs(x - Naive.mean(w))).sum() / 10);
            same(Cci.of(10), times(ratio(minus(typical, sma(typical, 10)), spread, 0), 1 / 0.015));
            double[] tr = bars.trueRange();
            double[] pressure = minus(c, map(bars.low(), lag(c, 1), Math::min));
            double[] ultimate = plus(
                    times(ratio(sum(pressure, 4), sum(tr, 4), 0.5), 400 / 7.0),
                    times(ratio(sum(pressure, 8), sum(tr, 8), 0.5), 200 / 7.0),
                    times(ratio(sum(pressure, 16), sum(tr, 16), 0.5), 100 / 7.0));
            same(UltimateOscillator.of(4, 8, 16), ultimate);
            same(AwesomeOscillator.of(5, 34), minus(sma(bars.hl2(), 5), sma(bars.hl2(), 34)));
            same(Fisher.of(9), fisher(bars.hl2()));
        });
    }

    private static double[] fisher(double[] x) {
        double[] place = place(x, min(x, 9), max(x, 9));
        double v = 0;
        double f = 0;
        for (int i = 8; i < x.length; i++) {
            v = 0.33 * 2 * (place[i] / 100 - 0.5) + 0.67 * v;
            v = v > 0.99 ? 0.999 : v < -0.99 ? -0.999 : v;
            f = 0.5 * Math.log((1 + v) / (1 - v)) + 0.5 * f;
            place[i] = f;
        }
        return place;
    }

    @Test
    void volatility() {
        eachSeed(() -> {
            double[] tr = bars.trueRange();
            double[] atr = wilder(tr, 7);
            same(TrueRange.of(), tr);
            double[] first = tr.clone();
            first[0] = bars.high()[0] - bars.low()[0];
            same(TrueRange.fromFirstBar(), first);
            same(Atr.of(7), atr);
            same(Atr.fromFirstBar(7, Smoothing.EXPONENTIAL), ema(first, 7));
            same(Natr.of(7), times(ratio(atr, c, 0), 100));
            double[] middle = sma(c, 10);
            double[] sigma = deviation(c, 10);
            same(Bollinger.of(10, 2), middle);
            same(Bollinger.of(10, 2), Bollinger::upper, plus(middle, times(sigma, 2)));
            same(Bollinger.of(10, 2), Bollinger::lower, plus(middle, times(sigma, -2)));
            same(Bollinger.of(10, 2), Bollinger::width, ratio(times(sigma, 4), middle, 0));
            same(
                    Bollinger.of(10, 2),
                    Bollinger::percentB,
                    ratio(minus(c, plus(middle, times(sigma, -2))), times(sigma, 4), 0.5));
            same(Bollinger.sample(10, 2), Bollinger::upper, plus(middle, times(sigma, 2 * Math.sqrt(10 / 9.0))));
            double[] line = map(ema(c, 10), atr, (a, ignored) -> a);
            same(Keltner.of(10, 7, 1.5), line);
            same(Keltner.of(10, 7, 1.5), Keltner::upper, plus(line, times(atr, 1.5)));
            same(Keltner.of(10, 7, 1.5), Keltner::lower, plus(line, times(atr, -1.5)));
            double[] top = max(bars.high(), 10);
            double[] bottom = min(bars.low(), 10);
            same(Donchian.of(10), times(plus(top, bottom), 0.5));
            same(Donchian.of(10), Donchian::upper, top);
            same(Donchian.ofPrevious(10), Donchian::lower, lag(bottom, 1));
            double[] highs = max(map(bars.high(), lag(c, 1), Math::max), 9);
            double[] lows = min(map(bars.low(), lag(c, 1), Math::min), 9);
            double[] share = ratio(sum(tr, 9), minus(highs, lows), 9);
            same(Choppiness.of(9), map(share, c, (s, ignored) -> 100 * Math.log10(s) / Math.log10(9)));
        });
    }

    @Test
    void statistics() {
        eachSeed(() -> {
            double[] sigma = deviation(c, 10);
            same(StandardDeviation.population(10), sigma);
            same(StandardDeviation.sample(10), times(sigma, Math.sqrt(10 / 9.0)));
            same(StandardDeviation.sample(10), StandardDeviation::mean, sma(c, 10));
            same(Variance.population(10), variance(c, 10, 10));
            same(Variance.sample(10), variance(c, 10, 9));
            same(ZScore.population(10), ratio(minus(c, sma(c, 10)), sigma, 0));
            same(ZScore.sample(10), ratio(minus(c, sma(c, 10)), times(sigma, Math.sqrt(10 / 9.0)), 0));
            same(
                    PercentileRank.of(10),
                    roll(
                            c,
                            10,
                            w -> 10.0 * Arrays.stream(w).filter(x -> x < w[9]).count()));
            same(
                    PercentileRank.ofPrevious(10),
                    roll(
                            c,
                            11,
                            w -> 10.0 * Arrays.stream(w).filter(x -> x < w[10]).count()));
            double[] t = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
            double[] slope = roll(c, 10, w -> Naive.covariance(t, w) / Naive.covariance(t, t));
            same(LinearRegression.of(10), LinearRegression::slope, slope);
            same(LinearRegression.of(10), plus(sma(c, 10), times(slope, 4.5)));
            same(LinearRegression.of(10), LinearRegression::intercept, plus(sma(c, 10), times(slope, -4.5)));
            same(LinearRegression.of(10), LinearRegression::forecast, plus(sma(c, 10), times(slope, 5.5)));
            same(
                    LinearRegression.of(10),
                    LinearRegression::angle,
                    map(slope, c, (s, ignored) -> Math.atan(s) * 180 / Math.PI));
            same(LinearRegression.of(10), LinearRegression::r2, roll(c, 10, w -> Math.pow(correlation(t, w), 2)));
            double[] correlation = lag(c, c.length);
            double[] beta = correlation.clone();
            for (int i = 9; i < c.length; i++) {
                double[] x = Arrays.copyOfRange(c, i - 9, i + 1);
                double[] y = Arrays.copyOfRange(bars.open(), i - 9, i + 1);
                correlation[i] = correlation(x, y);
                beta[i] = Naive.covariance(x, y) / Naive.covariance(y, y);
            }
            same(Correlation.of(10), correlation);
            same(Beta.of(10), beta);
            double[] peak = c.clone();
            for (int i = 1; i < peak.length; i++) {
                peak[i] = Math.max(peak[i], peak[i - 1]);
            }
            same(Drawdown.of(), map(c, peak, (x, p) -> 1 - x / p));
            same(Drawdown.of(), Drawdown::peak, peak);
        });
    }

    private static double correlation(double[] x, double[] y) {
        double both = Math.sqrt(Naive.covariance(x, x) * Naive.covariance(y, y));
        return both == 0 ? 0 : Naive.covariance(x, y) / both;
    }
}
