package io.ttquant.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sums over arrays, written as in a textbook and for nothing but clearness. */
final class NaiveSeries {
    private NaiveSeries() {}

    static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double mean(double... values) {
        return sum(values) / values.length;
    }

    /** Central moment: the sum of (value − mean)^power ÷ the divisor. */
    static double moment(double[] values, int power, int divisor) {
        double mean = mean(values);
        return sum(Arrays.stream(values).map(v -> Math.pow(v - mean, power)).toArray()) / divisor;
    }

    static double deviation(double... values) {
        return Math.sqrt(moment(values, 2, values.length - 1));
    }

    static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        return sum(IntStream.range(0, a.length)
                        .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                        .toArray())
                / (a.length - 1);
    }

    static double correlation(double[] a, double[] b) {
        return covariance(a, b) / deviation(a) / deviation(b);
    }

    static double[] positive(double... values) {
        return Arrays.stream(values).filter(v -> v > 0).toArray();
    }

    static double[] negative(double... values) {
        return Arrays.stream(values).filter(v -> v < 0).toArray();
    }

    static double max(double... values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    static double min(double... values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    /** Linear interpolation between the two values beside (n − 1) × part in order of size. */
    static double quantile(double part, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = part * (sorted.length - 1);
        int below = (int) at;
        return below + 1 < sorted.length
                ? sorted[below] * (1 - at + below) + sorted[below + 1] * (at - below)
                : sorted[below];
    }

    /** The longest run of values of a sign. */
    static int longestRun(int sign, double... values) {
        int longest = 0;
        for (int from = 0; from < values.length; from++) {
            int to = from;
            while (to < values.length && Math.signum(values[to]) == sign) {
                to++;
            }
            longest = Math.max(longest, to - from);
        }
        return longest;
    }

    /** Largest fall from an earlier value to a later one. */
    static double fall(double... values) {
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                worst = Math.min(worst, values[j] - values[i]);
            }
        }
        return worst;
    }

    /** Running sums, from 0. */
    static double[] sums(double... values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }
}
