package io.ttquant.backtest.junit;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.List;

/** A line of a market written by hand, that knows its number and its form, so that whatever is wrong with it can be said precisely. */
final class WrittenLine {
    private static final String FORM_OF_TIME = "+3s, with ms, s, m, h or d";

    private final String kind;
    private final int number;
    private final String text;
    private final String form;

    /** The words between blanks. */
    final List<String> words;

    WrittenLine(String kind, int number, String text, String form) {
        this.kind = kind;
        this.number = number;
        this.text = text;
        this.form = form;
        this.words = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                kind + " " + number + ", \"" + text + "\": " + why + "; write a " + kind + " as " + form);
    }

    /** A price above zero on the tick. */
    long price(Instrument instrument, String word) {
        long raw = raw("price", word, instrument.priceScale());
        if (raw % instrument.rawTick() != 0) {
            throw wrong("price " + word + " is not on the tick " + instrument.formatPrice(instrument.rawTick()) + " of "
                    + instrument.id());
        }
        return raw;
    }

    /** A quantity above zero. */
    long quantity(Instrument instrument, String word) {
        return raw("quantity", word, instrument.quantityScale());
    }

    private long raw(String what, String word, int scale) {
        BigDecimal value;
        try {
            value = Decimals.parse(word);
        } catch (IllegalArgumentException e) {
            throw wrong("'" + word + "' is not a number");
        }
        if (value.signum() <= 0) {
            throw wrong(what + " " + word + " must be above zero");
        }
        try {
            return FixedPoint.toRaw(value, scale);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw wrong(
                    what + " " + word + " has more than the " + scale + " decimals of the instrument, or is too large");
        }
    }

    /** The step in time with which it begins, or a second if it begins with none; in nanoseconds. */
    long step() {
        return isTimed() ? step(words.get(0)) : EpochNanos.SECOND;
    }

    /** The words after the step in time. */
    List<String> untimed() {
        return isTimed() ? words.subList(1, words.size()) : words;
    }

    private boolean isTimed() {
        return !words.isEmpty() && words.get(0).startsWith("+");
    }

    private long step(String word) {
        int unit = 1;
        while (unit < word.length() && Character.isDigit(word.charAt(unit))) {
            unit++;
        }
        if (unit == 1 || unit > 10) {
            throw wrong("'" + word + "' is no step in time, such as " + FORM_OF_TIME);
        }
        long count = Long.parseLong(word.substring(1, unit));
        return switch (word.substring(unit)) {
            case "ms" -> count * EpochNanos.MILLISECOND;
            case "s" -> count * EpochNanos.SECOND;
            case "m" -> count * 60 * EpochNanos.SECOND;
            case "h" -> Math.multiplyExact(count, 3_600 * EpochNanos.SECOND);
            case "d" -> Math.multiplyExact(count, 86_400 * EpochNanos.SECOND);
            default -> throw wrong("'" + word + "' is no step in time, such as " + FORM_OF_TIME);
        };
    }
}
