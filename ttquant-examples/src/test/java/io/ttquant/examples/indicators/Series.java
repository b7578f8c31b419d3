package io.ttquant.examples.indicators;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** One line of a picture: a figure for each bar, NaN where there is none. */
record Series(String name, Style style, double[] values) {
    /** How it is drawn. */
    enum Style {
        LINE,
        /** Level: broken where it changes. */
        LEVEL,
        DOTS,
        /** Bars from 0. */
        COLUMNS
    }

    DoubleStream numbers() {
        DoubleStream numbers = Arrays.stream(values).filter(value -> !Double.isNaN(value));
        return style == Style.COLUMNS ? DoubleStream.concat(DoubleStream.of(0), numbers) : numbers;
    }
}
