package io.ttquant.backtest.statistics;

import java.util.OptionalDouble;

/**
 * A figure about a run: a number, or the reason why there is none. What is not known is never 0 and never passes for a number.
 *
 * @param key its name for programs, such as {@code sharpe_ratio}; the same in {@code result.json}
 * @param group the figures among which it stands, such as {@code Risk}
 * @param name its name for people, such as {@code Sharpe ratio}
 * @param unit what the number counts
 * @param number the number, finite; NaN if there is none
 * @param formula how it is computed and by which convention, in a sentence
 * @param reason why there is no number; empty if there is one
 */
public record Statistic(
        String key, String group, String name, Unit unit, double number, String formula, String reason) {

    /** What a number counts, and whether a sign tells good from bad. */
    public enum Unit {
        /** A plain number, such as a ratio of two returns. */
        NUMBER,
        /** How many. */
        COUNT,
        /** A part of a whole, 0.5 for 50 %. */
        PERCENT,
        /** A gain or a loss, 0.05 for +5 %. */
        SIGNED_PERCENT,
        /** An amount of the reporting currency that is neither good nor bad. */
        MONEY,
        /** A gain or a loss in the reporting currency. */
        SIGNED_MONEY,
        /** A length of time, in nanoseconds. */
        DURATION,
        /** A point in time, in seconds since 1970. */
        TIME
    }

    /**
     * Checks that there is either a number or a reason.
     *
     * @throws IllegalArgumentException if there are both or neither, or the number is infinite
     */
    public Statistic {
        if (Double.isInfinite(number) || Double.isNaN(number) == reason.isEmpty()) {
            throw new IllegalArgumentException("statistic " + key + " has the number " + number + " and the reason '"
                    + reason + "'; give a finite number and no reason, or NaN and a reason");
        }
    }

    /** A number. */
    public static Statistic of(String key, String group, String name, Unit unit, double number, String formula) {
        return new Statistic(key, group, name, unit, number, formula, "");
    }

    /** No number, and why not. */
    public static Statistic unavailable(
            String key, String group, String name, Unit unit, String formula, String reason) {
        return new Statistic(key, group, name, unit, Double.NaN, formula, reason);
    }

    /** True if there is a number. */
    public boolean isKnown() {
        return reason.isEmpty();
    }

    /** The number; empty if there is none. */
    public OptionalDouble value() {
        return isKnown() ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /**
     * The number.
     *
     * @throws IllegalStateException with the reason if there is none
     */
    public double require() {
        if (!isKnown()) {
            throw new IllegalStateException(key + " is not known: " + reason);
        }
        return number;
    }
}
