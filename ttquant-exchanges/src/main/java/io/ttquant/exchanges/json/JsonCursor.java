package io.ttquant.exchanges.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message of JSON, moved forward by what is read. It is strict about JSON and open about content: fields come in any order, with any
 * white space and escapes, and what nobody asks for is checked and skipped. Nothing is allocated but for text and {@link BigDecimal} results.
 *
 * <p>A value may be passed over by {@link #skip} and read later from its {@link #mark}, since what a field means may depend on one that comes after it.
 * Every method throws {@link JsonException} if the message ends too soon, is malformed, or holds another kind of value; nothing of it may be used then.
 */
public final class JsonCursor extends JsonStructure {
    private static final int SAFE_DIGITS = 18;
    private static final long[] POWERS = powers();

    private final DecimalText decimals = new DecimalText();

    /** A cursor over nothing; give it a message by {@link #over}. */
    public JsonCursor() {}

    /** Stands at the start of a message, which must not change while it is read. */
    public JsonCursor over(byte[] message, int offset, int length) {
        start(message, offset, length);
        return this;
    }

    /** Stands at the start of a message. */
    public JsonCursor over(byte[] message) {
        return over(message, 0, message.length);
    }

    /** Stands at a value that was passed before. */
    public JsonCursor back(int mark) {
        moveTo(mark);
        return this;
    }

    /** Reads a string, number, truth or null as its characters; null has none. */
    void token() {
        int b = next();
        int start = at;
        if (b == '{' || b == '[') {
            throw failure("a text or number was expected", at);
        }
        scalar(b);
        if (b == 't' || b == 'f' || b == 'n') {
            text = bytes;
            textFrom = start;
            textTo = b == 'n' ? start : at;
        }
    }

    /** Passes a plain value, whose end is known, as its characters. */
    void plain(int valueEnd) {
        boolean isQuoted = bytes[at] == '"';
        text = bytes;
        textFrom = isQuoted ? at + 1 : at;
        textTo = isQuoted ? valueEnd - 1 : valueEnd;
        at = valueEnd;
    }

    /**
     * Goes behind a value whose end was found otherwise; false, and stays, if it is before the value or behind the
     * message.
     */
    boolean passed(int valueEnd) {
        if (valueEnd < at || valueEnd > end) {
            return false;
        }
        moveTo(valueEnd);
        return true;
    }

    /** A string as it means; a number or truth as it is written; null as an empty one. */
    public String text() {
        token();
        return lastText();
    }

    /** The number of a text in a set, or {@link #OTHER}. */
    public int choice(Names names) {
        token();
        return lastChoice(names);
    }

    int lastChoice(Names names) {
        return names.keys.find(text, textFrom, textTo);
    }

    /** What is under a text in a table, or null if nothing is. */
    public <T> @Nullable T symbol(SymbolTable<T> table) {
        token();
        return lastSymbol(table);
    }

    <T> @Nullable T lastSymbol(SymbolTable<T> table) {
        return table.find(text, textFrom, textTo);
    }

    /** A truth; as text {@code true} and {@code false} too. Null and an empty text are false. */
    public boolean truth() {
        int start = mark();
        token();
        return lastTruth(start);
    }

    boolean lastTruth(int start) {
        if (isBlank() || isLastText("false")) {
            return false;
        }
        if (isLastText("true")) {
            return true;
        }
        throw failure("true or false was expected", start);
    }

    /** Whether the last text is this, of ASCII. */
    boolean isLastText(String word) {
        if (word.length() != textTo - textFrom) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[textFrom + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Copies the last text's bytes, at most what fits, and says how many there are. */
    public int copyText(byte[] target) {
        System.arraycopy(text, textFrom, target, 0, Math.min(target.length, textTo - textFrom));
        return textTo - textFrom;
    }

    /** A decimal, as number or text, as a raw value at a scale that holds it exactly. */
    public long decimal(int scale) {
        int start = mark();
        long value = plain(start, scale);
        if (at != start) {
            return value;
        }
        token();
        return converted(start, scale, false);
    }

    /** A decimal at a scale, rounded half-even: for figures that the venue computes, as mark prices, which keep to no tick. */
    public long rounded(int scale) {
        int start = mark();
        token();
        return converted(start, scale, true);
    }

    /** A decimal at a scale that holds it exactly, or a substitute for null and an empty text. */
    public long decimalOr(int scale, long substitute) {
        int start = mark();
        long value = plain(start, scale);
        if (at != start) {
            return value;
        }
        token();
        return isBlank() ? substitute : converted(start, scale, false);
    }

    private long converted(int start, int scale, boolean isRounded) {
        try {
            return decimals.raw(text, textFrom, textTo, scale, isRounded);
        } catch (NumberFormatException e) {
            throw failure("a decimal that " + e.getMessage(), start);
        }
    }

    /** What nearly all decimals are: unsigned digits with a point in quotes, or digits alone. Stays where it is if this is anything else. */
    private long plain(int start, int scale) {
        byte[] message = bytes;
        boolean isQuoted = message[start] == '"';
        int first = isQuoted ? start + 1 : start;
        int limit = Math.min(end, first + SAFE_DIGITS + 1);
        int i = first;
        long value = 0;
        if (limit - first >= EightBytes.COUNT && EightBytes.areDigits(EightBytes.at(message, first))) {
            value = EightBytes.number(EightBytes.at(message, first));
            i += EightBytes.COUNT;
        }
        while (i < limit && isDigit(message[i])) {
            value = value * 10 + (message[i] - '0');
            i++;
        }
        if (i == first || i >= limit) {
            return 0;
        }
        int b = message[i];
        if (!isQuoted) {
            boolean isWhole = b == ',' || b == '}' || b == ']';
            return isWhole && (message[first] != '0' || i == first + 1) ? scaled(value, scale, i) : 0;
        }
        int left = scale;
        if (b == '.') {
            i++;
            while (left > 0 && i < limit && isDigit(message[i])) {
                value = value * 10 + (message[i] - '0');
                left--;
                i++;
            }
            while (i < end && message[i] == '0') {
                i++;
            }
        }
        return i < end && message[i] == '"' ? scaled(value, left, i + 1) : 0;
    }

    /** A value times a power of ten, and on to after it; 0 and stays if it does not fit. */
    private long scaled(long value, int power, int after) {
        long factor = POWERS[power];
        long raw = value * factor;
        if (raw < 0 || Math.multiplyHigh(value, factor) != 0) {
            return 0;
        }
        at = after;
        return raw;
    }

    /** A whole number, as number or text. */
    public long integer() {
        return decimal(0);
    }

    /** A whole number, or a substitute for null and an empty text. */
    public long integerOr(long substitute) {
        return decimalOr(0, substitute);
    }

    /** A decimal with all its digits; null for null and an empty text. */
    public @Nullable BigDecimal big() {
        int start = mark();
        token();
        return lastBig(start);
    }

    @Nullable
    BigDecimal lastBig(int start) {
        if (isBlank()) {
            return null;
        }
        BigDecimal plain = decimals.plain(text, textFrom, textTo);
        if (plain != null) {
            return plain;
        }
        try {
            return decimals.big(text, textFrom, textTo);
        } catch (NumberFormatException e) {
            throw failure("a decimal that " + e.getMessage(), start);
        }
    }

    /** A time as epoch nanoseconds, from milliseconds, microseconds or nanoseconds by its magnitude. */
    public long time() {
        int start = mark();
        return time(start, integer());
    }

    private long time(int start, long value) {
        long nanos = EpochMagnitude.nanos(value);
        if (nanos < 0) {
            throw failure("a time that is neither milliseconds nor microseconds since 1970", start);
        }
        return nanos;
    }

    /** A time as epoch nanoseconds; 0 for null, an empty text, 0 and -1. */
    public long timeOrZero() {
        int start = mark();
        long value = integerOr(0);
        return value == 0 || value == -1 ? 0 : time(start, value);
    }

    private static long[] powers() {
        long[] powers = new long[SAFE_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
