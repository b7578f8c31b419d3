package io.ttquant.api.indicator;

/**
 * The slope of the least squares line through the logarithms of figures over the logarithms of their sizes. Figures that are 0 are left out; ½ if
 * fewer than two are left.
 */
final class SlopeOfSizes {
    /** With more halvings the product of all ratios might leave the range of a double. */
    private static final int MOST_HALVINGS = 8;

    private final double[] logs;
    private final double[] weights;
    private final boolean isHalving;
    private final double unit;

    /** With the smallest first. */
    SlopeOfSizes(int[] sizes) {
        this.logs = new double[sizes.length];
        this.weights = new double[sizes.length];
        double mean = 0;
        boolean isHalving = sizes.length <= MOST_HALVINGS;
        for (int i = 0; i < sizes.length; i++) {
            logs[i] = Math.log(sizes[i]);
            mean += logs[i] / sizes.length;
            isHalving &= i == 0 || sizes[i] == 2 * sizes[i - 1];
        }
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        for (int i = 0; i < sizes.length; i++) {
            weights[i] = (logs[i] - mean) / squares;
        }
        this.isHalving = isHalving;
        this.unit = Math.log(2) / (2 * squares);
    }

    double of(double[] figures) {
        for (double figure : figures) {
            if (figure == 0) {
                return ofPositive(figures);
            }
        }
        return isHalving ? ofRatios(figures) : weighted(figures);
    }

    private double weighted(double[] figures) {
        double slope = 0;
        for (int i = 0; i < figures.length; i++) {
            slope += weights[i] * Math.log(figures[i]);
        }
        return slope;
    }

    /**
     * One logarithm for all: of sizes that each are half the next one, the weights are the whole numbers 1 − n, 3 − n … n − 1 times a unit. With
     * a the ratio of the last to the first figure, b that of the last but one to the second and so on, and with n odd, the product of their powers
     * is (a · ab · abc …)²; with n even, that divided by the longest product once.
     */
    private double ofRatios(double[] figures) {
        double ratios = 1;
        double product = 1;
        int last = figures.length - 1;
        for (int i = 0; i < last - i; i++) {
            ratios *= figures[last - i] / figures[i];
            product *= ratios;
        }
        double powers = product * product;
        return unit * Math.log(last % 2 == 0 ? powers : powers / ratios);
    }

    private double ofPositive(double[] figures) {
        double count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < figures.length; i++) {
            if (figures[i] > 0) {
                double x = logs[i];
                double y = Math.log(figures[i]);
                count++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        return count < 2 ? 0.5 : (count * sxy - sx * sy) / (count * sxx - sx * sx);
    }
}
