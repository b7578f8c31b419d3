package io.ttquant.api.indicator;

/**
 * Mean and sum of squared deviations of the last n numbers, O(1) on average: each of two blocks, as in {@link RollingSum}, is kept by Welford's
 * recurrence, and both are joined by the pairwise formula of Chan, Golub and LeVeque (1979). Nothing is subtracted, so a sum of squares neither
 * cancels nor falls below 0.
 */
final class RollingMoments {
    private final double[] mean;
    private final double[] squares;
    private int next;
    private int size;
    private final double inverse;
    private double headMean;
    private double headSquares;
    private double allMean;
    private double allSquares;

    RollingMoments(int period) {
        this.mean = new double[Observation.period(period)];
        this.squares = new double[period];
        this.inverse = 1.0 / period;
    }

    void add(double value) {
        mean[next] = value;
        next++;
        double delta = value - headMean;
        headMean += delta * (1.0 / next);
        headSquares += delta * (value - headMean);
        if (size < mean.length) {
            size++;
        }
        if (next == mean.length) {
            turn();
        }
        join();
    }

    private void turn() {
        double m = 0;
        double s = 0;
        for (int i = mean.length - 1, count = 1; i >= 0; i--, count++) {
            double value = mean[i];
            double delta = value - m;
            m += delta * (1.0 / count);
            s += delta * (value - m);
            mean[i] = m;
            squares[i] = s;
        }
        next = 0;
        headMean = 0;
        headSquares = 0;
    }

    private void join() {
        if (size < mean.length) {
            allMean = headMean;
            allSquares = headSquares;
            return;
        }
        double share = next * inverse;
        double delta = headMean - mean[next];
        if (next == 0) {
            delta = 0;
        }
        allMean = mean[next] + delta * share;
        allSquares = squares[next] + headSquares + delta * delta * share * (mean.length - next);
    }

    boolean isFull() {
        return size == mean.length;
    }

    double mean() {
        return allMean;
    }

    /** Of the deviations from the mean; never below 0. */
    double squares() {
        return allSquares;
    }

    void reset() {
        next = 0;
        size = 0;
        headMean = 0;
        headSquares = 0;
    }
}
