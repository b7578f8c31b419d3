package io.ttquant.examples.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** From figures to heights in a picture, whole tenths of a pixel: so the last digit of a logarithm cannot change a picture. */
record Scale(double lowest, double highest, double top, double bottom) {
    static Scale of(DoubleStream figures, double top, double bottom) {
        double[] range = figures.collect(
                () -> new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                (r, figure) -> {
                    r[0] = Math.min(r[0], figure);
                    r[1] = Math.max(r[1], figure);
                },
                (r, other) -> {
                    throw new IllegalStateException("in one piece");
                });
        double margin = range[1] > range[0] ? (range[1] - range[0]) / 25 : 1;
        return new Scale(range[0] - margin, range[1] + margin, top, bottom);
    }

    String y(double figure) {
        return tenths(bottom - ((figure - lowest) / (highest - lowest) * (bottom - top)));
    }

    static String tenths(double pixels) {
        long tenths = Math.round(pixels * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** Two to six round figures within. */
    List<BigDecimal> ticks() {
        BigDecimal step = step();
        BigDecimal tick =
                new BigDecimal(lowest).divide(step, 0, RoundingMode.CEILING).multiply(step);
        List<BigDecimal> ticks = new ArrayList<>();
        for (; tick.doubleValue() <= highest; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** 1, 2 or 5 of the power of ten that divides the range into five at most. */
    private BigDecimal step() {
        for (int power = -9; ; power++) {
            for (int times : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(times).scaleByPowerOfTen(power);
                if (step.doubleValue() * 5 >= highest - lowest) {
                    return step;
                }
            }
        }
    }

    static String label(BigDecimal figure) {
        boolean isLarge = figure.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
        BigDecimal shown = isLarge ? figure.scaleByPowerOfTen(-3) : figure;
        String text = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return text.replace('-', '−') + (isLarge ? "k" : "");
    }
}
