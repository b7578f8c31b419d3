package io.ttquant.backtest;

import io.ttquant.backtest.statistics.Conventions;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The formulas of figures in words, as the conventions make them. */
final class FormulaText {
    private final Conventions conventions;
    private final String periods;
    private final String deviation;

    FormulaText(Conventions conventions) {
        this.conventions = conventions;
        this.periods = number(conventions.periodsPerYear());
        this.deviation = conventions.deviation() == Conventions.Deviation.SAMPLE ? "sample" : "population";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String rate(double annual) {
        return annual == 0 ? "0" : number(annual * 100) + " % a year";
    }

    private boolean isArithmetic() {
        return conventions.mean() == Conventions.MeanReturn.ARITHMETIC;
    }

    /** The zone of days, as text. */
    String zone() {
        return conventions.zone().getId().equals("Z")
                ? "UTC"
                : conventions.zone().getId();
    }

    /** The part of all cases that is not the tail, in percent. */
    String confidence() {
        return number((1 - conventions.tail()) * 100) + " %";
    }

    String tail() {
        return number(conventions.tail() * 100) + " %";
    }

    String annualReturn() {
        return "(1 + total return)^(" + periods + " / days) − 1";
    }

    String volatility() {
        return deviation + " deviation of daily returns × √" + periods;
    }

    String sharpe() {
        return (isArithmetic()
                        ? "mean / " + deviation + " deviation of daily returns × √" + periods + " (arithmetic)"
                        : "annual return / annual volatility (geometric)")
                + "; risk-free return " + rate(conventions.riskFree());
    }

    String sortino() {
        return (isArithmetic() ? "mean of daily returns × " + periods : "annual return")
                + " / (√(mean of min(r, 0)²) × √" + periods + "); required return " + rate(conventions.required());
    }

    String downsideRisk() {
        return "√(mean of min(r, 0)²) × √" + periods + " of daily returns less the required one, "
                + rate(conventions.required());
    }

    String alpha() {
        return isArithmetic()
                ? "(mean daily return − beta × its mean daily return) × " + periods
                : "annual return − beta × its annual return";
    }

    String informationRatio() {
        return "mean of daily differences × " + periods + " / tracking error";
    }

    String trackingError() {
        return deviation + " deviation of the daily differences × √" + periods;
    }
}
