package io.ttquant.backtest.statistics;

/** The standard normal distribution, to about 1e-15. */
final class Normal {
    private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);
    private static final double FAR = 8;
    private static final int STEPS = 60;

    private Normal() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_2_PI;
    }

    /** Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), as in G. Marsaglia, Evaluating the Normal Distribution, 2004. */
    static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x < -FAR || x > FAR) {
            return x < 0 ? 0 : 1;
        }
        double term = x;
        double sum = x;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    /** The x at which Φ is {@code p}: Φ rises, so its half is halved until doubles end. */
    static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            return Double.NaN;
        }
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
