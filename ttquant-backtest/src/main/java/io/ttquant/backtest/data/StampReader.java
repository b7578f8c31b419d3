package io.ttquant.backtest.data;

import io.ttquant.api.money.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the stamps of one file into epoch nanoseconds, and notices when their unit changes on the way. */
final class StampReader {
    /** Returned for a number that is no stamp in the declared unit, or in any. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]*)?[eE][+-]?[0-9]+");

    private final StampUnit declared;
    private final TextStamp texts;
    private StampUnit unit;
    private long first = 1;
    private long last;
    private long nanos;
    private boolean isTextual;
    private int changes;

    StampReader(StampUnit declared, byte[] bytes) {
        this.declared = declared;
        this.unit = declared;
        this.texts = new TextStamp(bytes);
        if (declared.isNumeric()) {
            use(declared);
        }
    }

    /** Epoch nanoseconds of a number, or {@link #UNKNOWN}. */
    long nanos(long number) {
        return number >= first && number <= last ? number * nanos : change(number);
    }

    private long change(long number) {
        StampUnit found = StampUnit.of(number);
        if (declared != StampUnit.AUTO || found == StampUnit.TEXT) {
            return UNKNOWN;
        }
        if (unit != StampUnit.AUTO) {
            changes++;
        }
        use(found);
        return number * nanos;
    }

    private void use(StampUnit next) {
        unit = next;
        first = next.first();
        last = next.last();
        nanos = next.nanos;
    }

    /** How often the unit changed. */
    int changes() {
        return changes;
    }

    /** The unit of the last stamp. */
    StampUnit unit() {
        return unit;
    }

    /** Whether every stamp was a bare date. */
    boolean isDateOnly() {
        return isTextual && texts.isDateOnly();
    }

    /**
     * A stamp of any form.
     *
     * @param at where its text starts in the buffer
     * @throws NumberFormatException with the rule that the text breaks
     */
    long parse(String text, int at) {
        if (text.isEmpty()) {
            throw new NumberFormatException("is empty");
        }
        if (declared == StampUnit.TEXT || (declared == StampUnit.AUTO && isDate(text))) {
            return date(text, at);
        }
        if (ROUNDED.matcher(text).matches()) {
            throw new NumberFormatException("was rounded by a spreadsheet, so the time is lost; "
                    + "download the file again and do not save it from a spreadsheet");
        }
        return number(text);
    }

    private long date(String text, int at) {
        long stamp = texts.parse(at);
        if (texts.end() - at != text.length()) {
            throw new NumberFormatException(
                    "is no date and time such as 2024-01-31, 2024-01-31 23:59:00 or 2024-01-31T23:59:00Z");
        }
        isTextual = true;
        unit = StampUnit.TEXT;
        return stamp;
    }

    private static boolean isDate(String text) {
        if (text.length() == 8) {
            return text.chars().allMatch(Character::isDigit);
        }
        return text.length() >= 10 && (text.charAt(4) == '-' || text.charAt(4) == '/' || text.charAt(8) == ' ');
    }

    private long number(String text) {
        int point = text.indexOf('.');
        long whole = parseWhole(point < 0 ? text : text.substring(0, point));
        long stamp = nanos(whole);
        if (stamp == UNKNOWN) {
            throw new NumberFormatException(
                    declared.isNumeric() ? notIn(declared, whole) : "is no time between 1973 and 2262 in any unit");
        }
        return point < 0 ? stamp : stamp + fraction(text.substring(point));
    }

    private static long parseWhole(String digits) {
        if (digits.isEmpty() || digits.length() > 19 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException(
                    "is no time: a number since 1970 or a date that starts with the year is read");
        }
        return Long.parseLong(digits);
    }

    private static String notIn(StampUnit unit, long number) {
        StampUnit other = StampUnit.of(number);
        return "is no time from 1973 to 2262 in " + unit.name().toLowerCase(Locale.ROOT)
                + (other == StampUnit.TEXT
                        ? ""
                        : "; it would be one in " + other.name().toLowerCase(Locale.ROOT)
                                + ", so declare that unit, or AUTO");
    }

    private long fraction(String text) {
        BigDecimal part = Decimals.parse("0" + text).multiply(BigDecimal.valueOf(nanos));
        try {
            return part.longValueExact();
        } catch (ArithmeticException e) {
            throw new NumberFormatException("is finer than a nanosecond");
        }
    }
}
