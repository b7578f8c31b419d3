package io.ttquant.backtest;

import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.HeikinAshi;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Ichimoku;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.Lowest;
import io.ttquant.api.indicator.Momentum;
import io.ttquant.api.indicator.PercentileRank;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.UltimateOscillator;
import io.ttquant.api.indicator.WilliamsAd;
import io.ttquant.api.indicator.WilliamsR;
import io.ttquant.api.indicator.Wma;
import io.ttquant.backtest.PublishedIndicatorsTest.Lines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** Our indicators under backtrader's names, and what is easily made of them. */
final class BacktraderCases {
    private final Map<String, Supplier<Lines>> all = new LinkedHashMap<>();

    static Map<String, Supplier<Lines>> all() {
        BacktraderCases cases = new BacktraderCases();
        cases.lines();
        cases.bars();
        cases.averages();
        cases.relatives();
        return cases.all;
    }

    private void line(String name, Supplier<LineIndicator> make, DoubleUnaryOperator then) {
        all.put(name, () -> {
            LineIndicator made = make.get();
            return (o, h, l, c) -> new double[] {then.applyAsDouble(made.update(c))};
        });
    }

    private static Lines lines(BarIndicator indicator, DoubleSupplier... lines) {
        return (o, h, l, c) -> {
            indicator.update(o, h, l, c, 0);
            double[] values = new double[lines.length];
            java.util.Arrays.setAll(values, i -> lines[i].getAsDouble());
            return values;
        };
    }

    private void lines() {
        line("hma", () -> Hma.of(30), x -> x);
        line("lowest", () -> Lowest.of(14), x -> x);
        line("momentum", () -> Momentum.of(12), x -> x);
        line("momentumoscillator", () -> Roc.of(12), x -> x + 100);
        line("roc", () -> Roc.of(12), x -> x / 100);
        line("pctchange", () -> Roc.of(30), x -> x / 100);
        line("pctrank", () -> PercentileRank.of(50), x -> x / 100);
        line("sumn", () -> Sma.of(14), x -> x * 14);
        line("upmove", () -> Momentum.of(1), x -> x);
        line("downmove", () -> Momentum.of(1), x -> -x);
        all.put("kamaosc", () -> {
            Kama kama = Kama.seededByAverage(30, 2, 30);
            return (o, h, l, c) -> new double[] {c - kama.update(c)};
        });
        all.put("dpo", () -> {
            Sma sma = Sma.of(20);
            var earlier = LineIndicator.from(10, w -> w[0]);
            return (o, h, l, c) -> {
                double average = sma.update(c);
                return new double[] {Double.isNaN(average) ? Double.NaN : c - earlier.update(average)};
            };
        });
    }

    private void bars() {
        all.put("accdecosc", () -> {
            AwesomeOscillator ao = AwesomeOscillator.of();
            var average = ao.then(Sma.of(5));
            return lines(average, () -> ao.value() - average.value());
        });
        all.put("aroonoscillator", () -> {
            Aroon aroon = Aroon.of(14);
            return lines(aroon, aroon::value);
        });
        all.put("cci", BacktraderCases::cci);
        all.put("dm", () -> {
            Adx adx = Adx.of(14);
            return lines(adx, adx::adx, adx::adxr, adx::plusDi, adx::minusDi);
        });
        all.put("heikinashi", () -> {
            HeikinAshi bar = HeikinAshi.of();
            return lines(bar, bar::open, bar::high, bar::low, bar::close);
        });
        all.put("ichimoku", () -> {
            Ichimoku cloud = Ichimoku.of();
            return lines(cloud, cloud::tenkan, cloud::kijun, cloud::spanA, cloud::spanB);
        });
        all.put("stochastic", () -> {
            Stochastic stochastic = Stochastic.of(14, 3, 3);
            return lines(stochastic, stochastic::k, stochastic::d);
        });
        all.put("ultosc", () -> {
            UltimateOscillator oscillator = UltimateOscillator.of(7, 14, 28);
            return lines(oscillator, oscillator::value);
        });
        all.put("williamsad", () -> {
            WilliamsAd line = WilliamsAd.of();
            return lines(line, line::value);
        });
        all.put("williamsr", () -> {
            WilliamsR percent = WilliamsR.of(14);
            return lines(percent, percent::value);
        });
    }

    /** Backtrader's mean deviation takes each price from the average of its own time. */
    private static Lines cci() {
        Sma average = Sma.of(20);
        Sma deviation = Sma.of(20);
        return (o, h, l, c) -> {
            double typical = (h + l + c) / 3;
            double from = typical - average.update(typical);
            return new double[] {Double.isNaN(from) ? Double.NaN : from / (0.015 * deviation.update(Math.abs(from)))};
        };
    }

    private void averages() {
        all.put("wmaosc", () -> {
            Wma wma = Wma.of(30);
            return (o, h, l, c) -> new double[] {c - wma.update(c)};
        });
        all.put("wmaenvelope", () -> {
            Wma wma = Wma.of(30);
            return (o, h, l, c) -> {
                double middle = wma.update(c);
                return new double[] {middle, middle * 1.025, middle * 0.975};
            };
        });
        all.put("zlind", BacktraderCases::zeroLag);
    }

    /** Ehlers and Way: the gain, in tenths up to the limit, that brings the corrected average closest to the price. */
    private static Lines zeroLag() {
        Ema ema = Ema.of(30);
        double alpha = 2.0 / 31;
        double[] before = {Double.NaN};
        return (o, h, l, c) -> {
            double average = ema.update(c);
            if (Double.isNaN(average)) {
                return new double[] {Double.NaN};
            }
            if (Double.isNaN(before[0])) {
                before[0] = average;
                return new double[] {average};
            }
            double best = Double.NaN;
            double least = Double.POSITIVE_INFINITY;
            for (int value = -50; value <= 50; value++) {
                double line = alpha * (average + value / 10.0 * (c - before[0])) + (1 - alpha) * before[0];
                double error = Math.abs(c - line);
                if (error < least) {
                    least = error;
                    best = line;
                }
            }
            before[0] = best;
            return new double[] {best};
        };
    }

    private void relatives() {
        all.put("rmi", () -> {
            Momentum move = Momentum.of(5);
            Ema gains = Ema.wilder(20);
            Ema losses = Ema.wilder(20);
            return (o, h, l, c) -> {
                double step = move.update(c);
                if (Double.isNaN(step)) {
                    return new double[] {Double.NaN};
                }
                double gain = gains.update(Math.max(step, 0));
                double loss = losses.update(Math.max(-step, 0));
                return new double[] {100 - 100 / (1 + gain / loss)};
            };
        });
        all.put("lrsi", BacktraderCases::laguerre);
    }

    /** Laguerre's index of Ehlers with gamma 0.5, whose four filters start at 0 with the sixth bar. */
    private static Lines laguerre() {
        double[] f = new double[4];
        int[] count = {0};
        return (o, h, l, c) -> {
            if (++count[0] < 6) {
                return new double[] {Double.NaN};
            }
            double[] b = f.clone();
            double g = 0.5;
            f[0] = (1 - g) * c + g * b[0];
            for (int i = 1; i < 4; i++) {
                f[i] = b[i - 1] + g * (b[i] - f[i - 1]);
            }
            double up = 0;
            double down = 0;
            for (int i = 0; i < 3; i++) {
                up += Math.max(f[i] - f[i + 1], 0);
                down += Math.max(f[i + 1] - f[i], 0);
            }
            return new double[] {up + down == 0 ? 1 : up / (up + down)};
        };
    }
}
