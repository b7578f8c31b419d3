package io.ttquant.backtest.report;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One number of a report, ready to print.
 *
 * @param name what it is, such as {@code Sharpe ratio}
 * @param value the number as text, {@code n/a} if it cannot be computed
 * @param unit what follows the number, such as {@code %} or {@code USDT}; may be empty
 * @param formula how it is computed and by which convention, in a sentence; may be empty
 * @param tone how it reads
 * @param number the double nearest to the number in its basic unit (0.05 for 5 %), NaN if it cannot be computed
 * @param key its name for programs, such as {@code sharpe_ratio}; empty if it has none
 * @param reason why it cannot be computed; empty if it can, or if nobody said
 */
public record Figure(
        String name, String value, String unit, String formula, Tone tone, double number, String key, String reason) {
    /** What stands where a number cannot be computed. */
    public static final String UNAVAILABLE = "n/a";

    private static final double PERCENT = 100;

    /** A figure without a key. */
    public Figure(String name, String value, String unit, String formula, Tone tone, double number) {
        this(name, value, unit, formula, tone, number, "", "");
    }

    /** This figure with a name for programs, and the reason why it cannot be computed, which is empty if it can. */
    public Figure keyed(String newKey, String newReason) {
        return new Figure(name, value, unit, formula, tone, number, newKey, newReason);
    }

    /** Text as it is, such as a date or a duration. */
    public static Figure text(String name, String value, String formula) {
        return new Figure(name, value, "", formula, Tone.NEUTRAL, Double.NaN);
    }

    /** A count. */
    public static Figure count(String name, long count, String formula) {
        return new Figure(name, String.format(Locale.ROOT, "%,d", count), "", formula, Tone.NEUTRAL, count);
    }

    /** A plain number with so many digits after the point; {@code n/a} if it is not finite. */
    public static Figure number(String name, double number, int digits, String formula) {
        return of(name, number, fixed(number, digits), "", formula, Tone.NEUTRAL);
    }

    /** A share such as a win rate, from a ratio: 0.5 prints as 50.00 %. */
    public static Figure percent(String name, double ratio, String formula) {
        return of(name, ratio, fixed(ratio * PERCENT, 2), "%", formula, Tone.NEUTRAL);
    }

    /** A gain or a loss, from a ratio: 0.05 prints as +5.00 %, and is good. */
    public static Figure signedPercent(String name, double ratio, String formula) {
        return of(name, ratio, signed(fixed(ratio * PERCENT, 2)), "%", formula, Tone.of(ratio));
    }

    /** An exact amount that is neither good nor bad, such as fees. */
    public static Figure amount(String name, BigDecimal amount, String currency, String formula) {
        return of(name, amount.doubleValue(), grouped(amount), currency, formula, Tone.NEUTRAL);
    }

    /** An exact gain or loss. */
    public static Figure signedAmount(String name, BigDecimal amount, String currency, String formula) {
        return of(name, amount.doubleValue(), signed(grouped(amount)), currency, formula, Tone.of(amount.signum()));
    }

    /** Value and unit, for a line of text. */
    public String display() {
        return unit.isEmpty() ? value : value + " " + unit;
    }

    /** True if the number could not be computed. */
    public boolean isUnavailable() {
        return value.equals(UNAVAILABLE);
    }

    private static Figure of(String name, double number, String value, String unit, String formula, Tone tone) {
        return Double.isFinite(number)
                ? new Figure(name, value, unit, formula, tone, number)
                : new Figure(name, UNAVAILABLE, "", formula, Tone.NEUTRAL, Double.NaN);
    }

    private static String fixed(double number, int digits) {
        String text = String.format(Locale.ROOT, "%,." + digits + "f", number);
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    private static String grouped(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    private static String signed(String text) {
        boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return isZero || text.startsWith("-") ? text : "+" + text;
    }
}
