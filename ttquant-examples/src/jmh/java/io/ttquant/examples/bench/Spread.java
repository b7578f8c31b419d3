package io.ttquant.examples.bench;

import java.util.List;
import java.util.Locale;

/** The middle of several measurements with the lowest and the highest; of an even number of them the lower one in the middle. */
public record Spread(double median, double lowest, double highest) {
    /** Of so many measurements; at least one. */
    public static Spread of(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        return new Spread(sorted.get((sorted.size() - 1) / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Divided by a unit. */
    public String in(double unit) {
        return String.format(Locale.ROOT, "%.2f [%.2f–%.2f]", median / unit, lowest / unit, highest / unit);
    }
}
