package io.ttquant.api.indicator;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** Batch versions of the building blocks, straight from their definitions; NaN where a value is not defined yet. */
final class Naive {
    private Naive() {}

    static double[] roll(double[] x, int n, ToDoubleFunction<double[]> f) {
        double[] y = new double[x.length];
        Arrays.fill(y, Double.NaN);
        for (int i = n - 1; i < x.length; i++) {
            double[] window = Arrays.copyOfRange(x, i - n + 1, i + 1);
            if (!Double.isNaN(Arrays.stream(window).sum())) {
                y[i] = f.applyAsDouble(window);
            }
        }
        return y;
    }

    static double[] sma(double[] x, int n) {
        return roll(x, n, Naive::mean);
    }

    static double mean(double[] w) {
        double sum = 0;
        for (double d : w) {
            sum += d;
        }
        return sum / w.length;
    }

    static double[] sum(double[] x, int n) {
        return roll(x, n, w -> mean(w) * w.length);
    }

    static double[] max(double[] x, int n) {
        return roll(x, n, w -> Arrays.stream(w).max().getAsDouble());
    }

    static double[] min(double[] x, int n) {
        return roll(x, n, w -> Arrays.stream(w).min().getAsDouble());
    }

    static double[] variance(double[] x, int n, int divisor) {
        return roll(x, n, w -> covariance(w, w) * n / divisor);
    }

    static double[] deviation(double[] x, int n) {
        return map(variance(x, n, n), x, (v, ignored) -> Math.sqrt(v));
    }

    static double covariance(double[] a, double[] b) {
        double ma = mean(a);
        double mb = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - ma) * (b[i] - mb);
        }
        return sum / a.length;
    }

    static double[] wma(double[] x, int n) {
        return roll(x, n, w -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (i + 1) * w[i];
            }
            return sum / (n * (n + 1) / 2.0);
        });
    }

    static double[] ema(double[] x, int n) {
        return smooth(x, n, 2.0 / (n + 1), false);
    }

    static double[] emaByFirst(double[] x, int n) {
        return smooth(x, n, 2.0 / (n + 1), true);
    }

    static double[] wilder(double[] x, int n) {
        return smooth(x, n, 1.0 / n, false);
    }

    static double[] wilderByFirst(double[] x, int n) {
        return smooth(x, n, 1.0 / n, true);
    }

    private static double[] smooth(double[] x, int n, double alpha, boolean isByFirst) {
        double[] y = new double[x.length];
        Arrays.fill(y, Double.NaN);
        int first = 0;
        while (first < x.length && Double.isNaN(x[first])) {
            first++;
        }
        if (first + n > x.length) {
            return y;
        }
        double e = isByFirst ? x[first] : mean(Arrays.copyOfRange(x, first, first + n));
        for (int i = isByFirst ? first + 1 : first + n; i < x.length; i++) {
            if (i - 1 >= first + n - 1) {
                y[i - 1] = e;
            }
            e = alpha * x[i] + (1 - alpha) * e;
        }
        y[x.length - 1] = e;
        return y;
    }

    static double[] lag(double[] x, int n) {
        double[] y = new double[x.length];
        Arrays.fill(y, Double.NaN);
        if (x.length > n) {
            System.arraycopy(x, 0, y, n, x.length - n);
        }
        return y;
    }

    static double[] diff(double[] x, int n) {
        return map(x, lag(x, n), (a, b) -> a - b);
    }

    static double[] map(double[] x, double[] y, DoubleBinaryOperator f) {
        double[] z = new double[x.length];
        Arrays.setAll(z, i -> Double.isNaN(x[i]) || Double.isNaN(y[i]) ? Double.NaN : f.applyAsDouble(x[i], y[i]));
        return z;
    }

    static double[] times(double[] x, double k) {
        return map(x, x, (a, b) -> a * k);
    }

    static double[] plus(double[]... all) {
        double[] sum = all[0];
        for (int i = 1; i < all.length; i++) {
            sum = map(sum, all[i], Double::sum);
        }
        return sum;
    }

    static double[] minus(double[] x, double[] y) {
        return map(x, y, (a, b) -> a - b);
    }

    static double[] ratio(double[] x, double[] y, double ifZero) {
        return map(x, y, (a, b) -> b == 0 ? ifZero : a / b);
    }

    static double[] ups(double[] x) {
        return map(diff(x, 1), x, (d, ignored) -> Math.max(d, 0));
    }

    static double[] downs(double[] x) {
        return map(diff(x, 1), x, (d, ignored) -> Math.max(-d, 0));
    }

    static double[] roc(double[] x, int n) {
        return map(x, lag(x, n), (a, b) -> b == 0 ? 0 : 100 * (a - b) / b);
    }

    static double[] cumulated(double[] x) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Double.isNaN(x[i]) ? 0 : x[i];
            y[i] = Double.isNaN(x[i]) ? Double.NaN : sum;
        }
        return y;
    }
}
