package io.ttquant.backtest.statistics;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * By which conventions figures are computed; two programs that differ in a Sharpe ratio differ in these.
 *
 * @param periodsPerYear periods of returns in a year, by which figures are brought to a year: 365 for calendar days, 252 for trading days of an exchange
 *     that closes
 * @param deviation whether deviations are those of a sample or of a population
 * @param mean which mean return stands in the Sharpe and Treynor ratios and in alpha
 * @param riskFree risk-free return of a year, as a fraction; a period's is {@code (1 + riskFree)^(1 / periodsPerYear) − 1}
 * @param required return of a year below which a return is a loss in the Sortino ratio and the downside risk, as a fraction
 * @param tail the part of all cases that is the tail in value at risk and its kin, such as 0.05
 * @param leastDays the shortest run, in days, whose figures are brought to a year
 * @param zone where days, weekdays and hours begin
 */
public record Conventions(
        double periodsPerYear,
        Deviation deviation,
        MeanReturn mean,
        double riskFree,
        double required,
        double tail,
        int leastDays,
        ZoneId zone) {

    /** By what the sum of squared distances from the mean is divided. */
    public enum Deviation {
        /** By n − 1. */
        SAMPLE,
        /** By n. */
        POPULATION
    }

    /** How the return of a year follows from those of periods. */
    public enum MeanReturn {
        /** Mean of the periods × periods in a year. */
        ARITHMETIC,
        /** (1 + total return)^(periods in a year ÷ periods) − 1. */
        GEOMETRIC
    }

    /** Calendar days in UTC, 365 a year, sample deviations, arithmetic means, no risk-free or required return, a tail of 5 %, 28 days at least. */
    public static final Conventions DEFAULT =
            new Conventions(365, Deviation.SAMPLE, MeanReturn.ARITHMETIC, 0, 0, 0.05, 28, ZoneOffset.UTC);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Conventions {
        require(
                periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY,
                "periodsPerYear",
                periodsPerYear,
                "above 0, such as 365");
        require(
                riskFree > -1 && riskFree < Double.POSITIVE_INFINITY,
                "riskFree",
                riskFree,
                "a fraction above −1, such as 0.02");
        require(
                required > -1 && required < Double.POSITIVE_INFINITY,
                "required",
                required,
                "a fraction above −1, such as 0");
        require(tail > 0 && tail < 1, "tail", tail, "between 0 and 1, such as 0.05");
        require(leastDays >= 1, "leastDays", leastDays, "1 or more, such as 28");
        Objects.requireNonNull(deviation, "deviation");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(zone, "zone");
    }

    private static void require(boolean isFine, String name, double value, String range) {
        if (!isFine) {
            throw new IllegalArgumentException(name + " " + value + " is out of range; give " + range);
        }
    }

    /** Risk-free return of a period. */
    public double riskFreePerPeriod() {
        return perPeriod(riskFree);
    }

    /** Required return of a period. */
    public double requiredPerPeriod() {
        return perPeriod(required);
    }

    private double perPeriod(double annual) {
        return annual == 0 ? 0 : Math.pow(1 + annual, 1 / periodsPerYear) - 1;
    }

    /** With another number of periods in a year. */
    public Conventions withPeriodsPerYear(double periods) {
        return new Conventions(periods, deviation, mean, riskFree, required, tail, leastDays, zone);
    }

    /** With another deviation. */
    public Conventions withDeviation(Deviation other) {
        return new Conventions(periodsPerYear, other, mean, riskFree, required, tail, leastDays, zone);
    }

    /** With another mean return. */
    public Conventions withMean(MeanReturn other) {
        return new Conventions(periodsPerYear, deviation, other, riskFree, required, tail, leastDays, zone);
    }

    /** With another risk-free return of a year. */
    public Conventions withRiskFree(double annual) {
        return new Conventions(periodsPerYear, deviation, mean, annual, required, tail, leastDays, zone);
    }

    /** With another required return of a year. */
    public Conventions withRequired(double annual) {
        return new Conventions(periodsPerYear, deviation, mean, riskFree, annual, tail, leastDays, zone);
    }

    /** With another tail. */
    public Conventions withTail(double part) {
        return new Conventions(periodsPerYear, deviation, mean, riskFree, required, part, leastDays, zone);
    }

    /** With another shortest run. */
    public Conventions withLeastDays(int days) {
        return new Conventions(periodsPerYear, deviation, mean, riskFree, required, tail, days, zone);
    }

    /** With days of another zone. */
    public Conventions withZone(ZoneId other) {
        return new Conventions(periodsPerYear, deviation, mean, riskFree, required, tail, leastDays, other);
    }
}
