package io.ttquant.backtest.junit;

/** Assertions about one figure. What is not known (NaN) is neither above nor below anything. */
public final class FigureAssert {
    private final String name;
    private final double value;
    private final StatisticsAssert statistics;

    FigureAssert(String name, double value, StatisticsAssert statistics) {
        this.name = name;
        this.value = value;
        this.statistics = statistics;
    }

    /** It is at most {@code within} away from this. */
    public StatisticsAssert isCloseTo(double expected, double within) {
        return check(Math.abs(value - expected) <= within, "to be within " + within + " of " + expected);
    }

    /** It is larger. */
    public StatisticsAssert isAbove(double limit) {
        return check(value > limit, "above " + limit);
    }

    /** It is smaller. */
    public StatisticsAssert isBelow(double limit) {
        return check(value < limit, "below " + limit);
    }

    /** It lies between the two, or is one of them. */
    public StatisticsAssert isBetween(double low, double high) {
        return check(value >= low && value <= high, "between " + low + " and " + high);
    }

    /** It is not known or not defined: a ratio to zero, or a figure of a year from a run of days. */
    public StatisticsAssert isUnknown() {
        return check(Double.isNaN(value), "to be unknown");
    }

    private StatisticsAssert check(boolean isSo, String expected) {
        if (!isSo) {
            statistics.fail("expected " + name + " " + expected + ", but it "
                    + (Double.isNaN(value) ? unknown() : "was " + value));
        }
        return statistics;
    }

    private String unknown() {
        return "is not known: it is not defined for this run"
                + (statistics.isTooShort()
                        ? ", or is a figure of a year, for which a run of at least " + statistics.leastDays()
                                + " days is needed (Conventions.withLeastDays)"
                        : "");
    }
}
