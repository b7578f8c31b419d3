package io.ttquant.backtest.statistics;

import java.util.Arrays;

/** Moments, quantiles and straight lines, in two passes for accuracy. */
final class Moments {
    private Moments() {}

    static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Arrays.stream(values).sum() / values.length;
    }

    static double centralSum(double[] values, int power) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += Math.pow(v - mean, power);
        }
        return sum;
    }

    static double skewness(double[] values) {
        double variance = centralSum(values, 2) / values.length;
        return values.length < 2 || variance == 0
                ? Double.NaN
                : centralSum(values, 3) / values.length / Math.pow(variance, 1.5);
    }

    static double excessKurtosis(double[] values) {
        double variance = centralSum(values, 2) / values.length;
        return values.length < 2 || variance == 0
                ? Double.NaN
                : centralSum(values, 4) / values.length / (variance * variance) - 3;
    }

    static double quantile(double[] values, double fraction) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    static double beta(double[] returns, double[] benchmark) {
        double meanX = 0;
        double meanY = 0;
        int n = 0;
        for (int i = 0; i < returns.length; i++) {
            if (!Double.isNaN(returns[i]) && !Double.isNaN(benchmark[i])) {
                meanX += benchmark[i];
                meanY += returns[i];
                n++;
            }
        }
        meanX /= n;
        meanY /= n;
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < returns.length; i++) {
            if (!Double.isNaN(returns[i]) && !Double.isNaN(benchmark[i])) {
                covariance += (benchmark[i] - meanX) * (returns[i] - meanY);
                variance += (benchmark[i] - meanX) * (benchmark[i] - meanX);
            }
        }
        return variance == 0 ? Double.NaN : covariance / variance;
    }

    static double rSquaredAgainstIndex(double[] values) {
        int n = values.length;
        if (n < 2) {
            return Double.NaN;
        }
        double meanX = (n - 1) / 2.0;
        double meanY = mean(values);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (i - meanX) * (values[i] - meanY);
            xx += (i - meanX) * (i - meanX);
            yy += (values[i] - meanY) * (values[i] - meanY);
        }
        return yy == 0 ? Double.NaN : xy * xy / (xx * yy);
    }
}
