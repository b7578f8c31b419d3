package io.ttquant.api.indicator;

import static io.ttquant.api.indicator.Naive.cumulated;
import static io.ttquant.api.indicator.Naive.diff;
import static io.ttquant.api.indicator.Naive.ema;
import static io.ttquant.api.indicator.Naive.emaByFirst;
import static io.ttquant.api.indicator.Naive.lag;
import static io.ttquant.api.indicator.Naive.map;
import static io.ttquant.api.indicator.Naive.max;
import static io.ttquant.api.indicator.Naive.min;
import static io.ttquant.api.indicator.Naive.minus;
import static io.ttquant.api.indicator.Naive.plus;
import static io.ttquant.api.indicator.Naive.ratio;
import static io.ttquant.api.indicator.Naive.roll;
import static io.ttquant.api.indicator.Naive.sma;
import static io.ttquant.api.indicator.Naive.sum;
import static io.ttquant.api.indicator.Naive.times;
import static io.ttquant.api.indicator.Naive.wilder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators of trend and volume against their definitions computed in one go, on random bars of several seeds. */
class BarAgreementTest {
    private Bars bars = Bars.random(1, 1);
    private long seedNow;

    private void of(long seed) {
        seedNow = seed;
        bars = Bars.random(seed, 400);
    }

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

    private static double[] each(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void directionalMovement(long seed) {
        of(seed);
        double[] rise = diff(bars.high(), 1);
        double[] fall = times(diff(bars.low(), 1), -1);
        double[] range = wilder(bars.trueRange(), 7);
        double[] up = wilder(map(rise, fall, (r, f) -> r > f && r > 0 ? r : 0), 7);
        double[] down = wilder(map(rise, fall, (r, f) -> f > r && f > 0 ? f : 0), 7);
        same(Adx.of(7), Adx::plusDi, times(ratio(up, range, 0), 100));
        same(Adx.of(7), Adx::minusDi, times(ratio(down, range, 0), 100));
        double[] dx = times(ratio(each(minus(up, down), Math::abs), plus(up, down), 0), 100);
        same(Adx.of(7), Adx::dx, dx);
        double[] adx = wilder(dx, 7);
        same(Adx.of(7), adx);
        same(Adx.of(7), Adx::adxr, times(plus(adx, lag(adx, 7)), 0.5));
        same(Adx.withShortRating(7), Adx::adxr, times(plus(adx, lag(adx, 6)), 0.5));
        same(Aroon.of(9), Aroon::up, roll(bars.high(), 10, w -> 100.0 * latest(w) / 9));
        same(Aroon.of(9), Aroon::down, roll(times(bars.low(), -1), 10, w -> 100.0 * latest(w) / 9));
        same(Aroon.ofEarliest(9), Aroon::up, roll(bars.high(), 10, w -> 100.0 * earliest(w) / 9));
        double[] tr = sum(bars.trueRange(), 9);
        double[] plus = sum(each(minus(bars.high(), lag(bars.low(), 1)), Math::abs), 9);
        double[] minus = sum(each(minus(bars.low(), lag(bars.high(), 1)), Math::abs), 9);
        same(Vortex.of(9), Vortex::plus, ratio(plus, tr, 0));
        same(Vortex.of(9), Vortex::minus, ratio(minus, tr, 0));
        same(Vortex.of(9), minus(ratio(plus, tr, 0), ratio(minus, tr, 0)));
    }

    private static int latest(double[] w) {
        int best = 0;
        for (int i = 1; i < w.length; i++) {
            best = w[i] >= w[best] ? i : best;
        }
        return best;
    }

    private static int earliest(double[] w) {
        int best = 0;
        for (int i = 1; i < w.length; i++) {
            best = w[i] > w[best] ? i : best;
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void ichimoku(long seed) {
        of(seed);
        double[] tenkan = middle(4);
        double[] kijun = middle(8);
        same(Ichimoku.of(4, 8, 16, 8), tenkan);
        same(Ichimoku.of(4, 8, 16, 8), Ichimoku::kijun, kijun);
        same(Ichimoku.of(4, 8, 16, 8), Ichimoku::spanA, lag(times(plus(tenkan, kijun), 0.5), 8));
        same(Ichimoku.of(4, 8, 16, 8), Ichimoku::spanB, lag(middle(16), 8));
        same(Ichimoku.of(4, 8, 16, 8), Ichimoku::chikouMove, diff(bars.close(), 8));
    }

    private double[] middle(int n) {
        return times(plus(max(bars.high(), n), min(bars.low(), n)), 0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void stops(long seed) {
        of(seed);
        same(SuperTrend.of(7, 2), superTrend());
        same(ParabolicSar.of(0.02, 0.2), parabolic());
    }

    private double[] superTrend() {
        double[] atr = wilder(bars.trueRange(), 7);
        double[] y = atr.clone();
        double[] c = bars.close();
        double[] middle = bars.hl2();
        double up = middle[7] + 2 * atr[7];
        double down = middle[7] - 2 * atr[7];
        boolean isUp = c[7] >= middle[7];
        y[7] = isUp ? down : up;
        for (int i = 8; i < y.length; i++) {
            double above = middle[i] + 2 * atr[i];
            double below = middle[i] - 2 * atr[i];
            up = c[i - 1] > up ? above : Math.min(above, up);
            down = c[i - 1] < down ? below : Math.max(below, down);
            if (isUp && c[i] < down) {
                isUp = false;
            } else if (!isUp && c[i] > up) {
                isUp = true;
            }
            y[i] = isUp ? down : up;
        }
        return y;
    }

    /** Wilder's rules word by word, with the whole series at hand. */
    private double[] parabolic() {
        double[] h = bars.high();
        double[] l = bars.low();
        double[] y = lag(h, h.length);
        boolean isLong = h[1] + l[1] >= h[0] + l[0];
        double sar = isLong ? l[0] : h[0];
        double extreme = isLong ? h[0] : l[0];
        int steps = 1;
        for (int i = 1; i < y.length; i++) {
            sar += Math.min(0.2, 0.02 * steps) * (extreme - sar);
            int from = Math.max(0, i - 2);
            double floor = Arrays.stream(l, from, i).min().getAsDouble();
            double roof = Arrays.stream(h, from, i).max().getAsDouble();
            sar = isLong ? Math.min(sar, floor) : Math.max(sar, roof);
            if (isLong ? l[i] < sar : h[i] > sar) {
                sar = isLong ? Math.max(extreme, h[i]) : Math.min(extreme, l[i]);
                isLong = !isLong;
                extreme = isLong ? h[i] : l[i];
                steps = 1;
            } else if (isLong ? h[i] > extreme : l[i] < extreme) {
                extreme = isLong ? h[i] : l[i];
                steps++;
            }
            y[i] = sar;
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void volume(long seed) {
        of(seed);
        double[] c = bars.close();
        double[] v = bars.volume();
        double[] signed = map(diff(c, 1), v, (d, q) -> d > 0 ? q : d < 0 ? -q : 0);
        signed[0] = 0;
        same(Obv.of(), cumulated(signed));
        double[] typical = bars.typical();
        double[] money = map(typical, v, (p, q) -> p * q);
        double[] move = typicalMoves();
        double[] in = sum(map(move, money, (d, m) -> d > 0 ? m : 0), 9);
        double[] out = sum(map(move, money, (d, m) -> d < 0 ? m : 0), 9);
        same(Mfi.of(9), times(ratio(in, plus(in, out), 0.5), 100));
        double[] range = minus(bars.high(), bars.low());
        double[] place = ratio(minus(minus(c, bars.low()), minus(bars.high(), c)), range, 0);
        double[] flow = map(place, v, (p, q) -> p * q);
        same(Cmf.of(9), ratio(sum(flow, 9), sum(v, 9), 0));
        same(AccumulationDistribution.of(), cumulated(flow));
        double[] line = cumulated(flow);
        same(ChaikinOscillator.of(3, 10), minus(emaByFirst(line, 3), emaByFirst(line, 10)));
        same(ForceIndex.of(6), ema(map(diff(c, 1), v, (d, q) -> d * q), 6));
        double[] ease =
                map(map(diff(bars.hl2(), 1), range, (d, r) -> d * r), v, (e, q) -> q == 0 ? 0 : e / (q / 10_000));
        same(EaseOfMovement.of(6, 10_000), sma(ease, 6));
        double[] bought = map(diff(c, 1), c, (d, ignored) -> 0);
        for (int i = 1; i < c.length; i++) {
            bought[i] = c[i] > c[i - 1]
                    ? c[i] - Math.min(bars.low()[i], c[i - 1])
                    : c[i] < c[i - 1] ? c[i] - Math.max(bars.high()[i], c[i - 1]) : 0;
        }
        same(WilliamsAd.of(), cumulated(bought));
    }

    /** With the typical price computed as ours is, so that equal ones are equal. */
    private double[] typicalMoves() {
        double[] typical = bars.close().clone();
        Arrays.setAll(typical, i -> (bars.high()[i] + bars.low()[i] + bars.close()[i]) / 3);
        return diff(typical, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void heikinAshi(long seed) {
        of(seed);
        double[] close = times(plus(bars.open(), bars.high(), bars.low(), bars.close()), 0.25);
        double[] open = close.clone();
        open[0] = (bars.open()[0] + bars.close()[0]) / 2;
        for (int i = 1; i < open.length; i++) {
            open[i] = (open[i - 1] + close[i - 1]) / 2;
        }
        same(HeikinAshi.of(), close);
        same(HeikinAshi.of(), HeikinAshi::open, open);
        same(HeikinAshi.of(), HeikinAshi::high, map(map(bars.high(), open, Math::max), close, Math::max));
        same(HeikinAshi.of(), HeikinAshi::low, map(map(bars.low(), open, Math::min), close, Math::min));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void hurst(long seed) {
        of(seed);
        same(Hurst.of(40), roll(bars.close(), 40, BarAgreementTest::exponent));
    }

    private static double exponent(double[] w) {
        double[] sizes = {40, 20, 10};
        double[] x = each(sizes, Math::log);
        double[] y = each(sizes, size -> {
            double sum = 0;
            int parts = 0;
            for (int end = 40; end >= size; end -= (int) size) {
                double[] part = Arrays.copyOfRange(w, end - (int) size, end);
                double mean = Naive.mean(part);
                double[] path = cumulated(each(part, p -> p - mean));
                double range = Math.max(0, Arrays.stream(path).max().getAsDouble())
                        - Math.min(0, Arrays.stream(path).min().getAsDouble());
                double deviation = Math.sqrt(Naive.covariance(part, part));
                if (deviation > 0) {
                    sum += range / deviation;
                    parts++;
                }
            }
            return Math.log(sum / parts);
        });
        return Naive.covariance(x, y) / Naive.covariance(x, x);
    }
}
