package io.ttquant.exchanges.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How a cursor moves over objects, arrays and values; what the values say is {@link JsonCursor}'s. */
abstract sealed class JsonStructure permits JsonCursor {
    /** There is no further field. */
    public static final int END = -2;

    /** A name or text that is not in the set. */
    public static final int OTHER = -1;

    /** Containers in each other, at most. */
    public static final int MAX_NESTING = 512;

    private static final int MAX_NUMBER = 1000;

    private final EscapedText escaped = new EscapedText();
    private final long[] nesting = new long[MAX_NESTING / Long.SIZE];

    byte[] bytes = new byte[0];
    int from;
    int at;
    int end;
    private int depth;
    boolean isFresh;

    byte[] text = bytes;
    int textFrom;
    int textTo;

    final void start(byte[] message, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, message.length);
        bytes = message;
        from = offset;
        at = offset;
        end = offset + length;
        depth = 0;
        isFresh = false;
        text = message;
        textFrom = offset;
        textTo = offset;
    }

    /** Requires that nothing but white space is left. */
    public final void finish() {
        int i = at;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        if (i < end) {
            throw failure("something after the end of the message", i);
        }
        at = i;
    }

    /** The kind of the next value. */
    public final JsonKind kind() {
        int b = next();
        return switch (b) {
            case '{' -> JsonKind.OBJECT;
            case '[' -> JsonKind.ARRAY;
            case '"' -> JsonKind.TEXT;
            case 't', 'f' -> JsonKind.TRUTH;
            case 'n' -> JsonKind.NULL;
            default -> {
                if (b != '-' && !isDigit(b)) {
                    throw failure("a value was expected", at);
                }
                yield JsonKind.NUMBER;
            }
        };
    }

    /** Enters an object; then call {@link #field} until it says that there is none. */
    public final void object() {
        open('{', "an object was expected");
    }

    /** Enters an array; then call {@link #element} until it says that there is none. */
    public final void array() {
        open('[', "an array was expected");
    }

    private void open(char bracket, String problem) {
        if (next() != bracket) {
            throw failure(problem, at);
        }
        if (++depth > MAX_NESTING) {
            throw failure("more than " + MAX_NESTING + " containers in each other", at);
        }
        at++;
        isFresh = true;
    }

    /** Goes to the next field's value, its name being {@link #lastText}; false, and out of the object, if there is none. */
    public final boolean field() {
        if (!follows('}')) {
            return false;
        }
        name();
        return true;
    }

    /** Goes to the next field's value: the number of its name, {@link #OTHER}, or {@link #END}, and out of the object, if there is none. */
    public final int field(Names names) {
        if (!follows('}')) {
            return END;
        }
        if (next() != '"') {
            throw failure("a name was expected", at);
        }
        int start = at + 1;
        if (start + EightBytes.COUNT <= bytes.length) {
            long word = EightBytes.at(bytes, start);
            long special = EightBytes.special(word);
            int length = EightBytes.first(special);
            int close = start + length;
            if (special != 0 && close < end && bytes[close] == '"') {
                text = bytes;
                textFrom = start;
                textTo = close;
                at = close + 1;
                colon();
                return names.keys.find(EightBytes.low(word, length), bytes, start, close);
            }
        }
        string();
        colon();
        return names.keys.find(text, textFrom, textTo);
    }

    private void name() {
        if (next() != '"') {
            throw failure("a name was expected", at);
        }
        string();
        colon();
    }

    private void colon() {
        if (at < end && bytes[at] == ':') {
            at++;
            return;
        }
        if (next() != ':') {
            throw failure("':' was expected", at);
        }
        at++;
    }

    /** Goes to the array's next value; false, and out of the array, if there is none. */
    public final boolean element() {
        return follows(']');
    }

    private boolean follows(char close) {
        int b = next();
        if (b == close) {
            at++;
            depth--;
            isFresh = false;
            return false;
        }
        if (isFresh) {
            isFresh = false;
        } else if (b == ',') {
            at++;
        } else {
            throw failure(close == '}' ? "',' or '}' was expected" : "',' or ']' was expected", at);
        }
        return true;
    }

    /** Where the next value starts, to come back to while the message is the same. */
    public final int mark() {
        next();
        return at;
    }

    /** Where the cursor is: between values, unlike {@link #mark}. */
    public final int place() {
        return at;
    }

    final void moveTo(int place) {
        at = place;
        isFresh = false;
    }

    /** In how many containers the cursor is. */
    public final int depth() {
        return depth;
    }

    /**
     * Passes a value that could not be read, and checks it.
     *
     * @param start its {@link #mark}
     * @param depthThere its {@link #depth}
     */
    public final void passOver(int start, int depthThere) {
        moveTo(start);
        depth = depthThere;
        skip();
    }

    /** Passes a value of any kind, and checks it. */
    public final void skip() {
        int first = next();
        if (first == '"') {
            string();
            isFresh = false;
        } else if (!isDigit(first) || !isDigitsAlone()) {
            skipAny();
        }
    }

    /** Goes over a number of digits alone, if that is what is here. */
    private boolean isDigitsAlone() {
        int i = at + 1;
        while (i < end && isDigit(bytes[i])) {
            i++;
        }
        boolean isAlone = i < end
                && (bytes[i] == ',' || bytes[i] == '}' || bytes[i] == ']')
                && i - at <= MAX_NUMBER
                && (bytes[at] != '0' || i == at + 1);
        if (isAlone) {
            at = i;
            isFresh = false;
        }
        return isAlone;
    }

    private void skipAny() {
        int level = 0;
        while (true) {
            int b = next();
            if (b == '{' || b == '[') {
                if (depth + level >= MAX_NESTING) {
                    throw failure("more than " + MAX_NESTING + " containers in each other", at);
                }
                enter(level++, b == '{');
                at++;
                if (next() == (b == '{' ? '}' : ']')) {
                    level--;
                    at++;
                } else {
                    if (b == '{') {
                        name();
                    }
                    continue;
                }
            } else {
                scalar(b);
            }
            level = leave(level);
            if (level == 0) {
                isFresh = false;
                return;
            }
        }
    }

    /** Closes what ends here and goes over a comma to the next value; the nesting then, 0 at the end of all. */
    private int leave(int nested) {
        int level = nested;
        while (level > 0) {
            boolean isObject = isObject(level - 1);
            int b = next();
            if (b == ',') {
                at++;
                if (isObject) {
                    name();
                }
                return level;
            }
            if (b != (isObject ? '}' : ']')) {
                throw failure(isObject ? "',' or '}' was expected" : "',' or ']' was expected", at);
            }
            at++;
            level--;
        }
        return 0;
    }

    private void enter(int level, boolean isObject) {
        long bit = 1L << level;
        int word = level / Long.SIZE;
        nesting[word] = isObject ? nesting[word] | bit : nesting[word] & ~bit;
    }

    private boolean isObject(int level) {
        return (nesting[level / Long.SIZE] & (1L << level)) != 0;
    }

    final void scalar(int b) {
        switch (b) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end) {
                throw failure("the message ends in a value", end);
            }
            if (bytes[at + i] != word.charAt(i)) {
                throw failure("a value was expected", at);
            }
        }
        at += word.length();
    }

    private void number() {
        int start = at;
        int i = start;
        if (bytes[i] == '-') {
            i++;
        }
        int digits = digits(i);
        if (digits > 1 && bytes[i] == '0') {
            throw failure("a number with a leading zero", start);
        }
        i += digits;
        if (i < end && bytes[i] == '.') {
            i += 1 + digits(i + 1);
        }
        if (i < end && (bytes[i] | 0x20) == 'e') {
            boolean isSigned = i + 1 < end && (bytes[i + 1] == '-' || bytes[i + 1] == '+');
            int first = isSigned ? i + 2 : i + 1;
            i = first + digits(first);
        }
        if (i - start > MAX_NUMBER) {
            throw failure("a number of more than " + MAX_NUMBER + " characters", start);
        }
        text = bytes;
        textFrom = start;
        textTo = i;
        at = i;
    }

    private int digits(int start) {
        int i = start;
        while (i < end && isDigit(bytes[i])) {
            i++;
        }
        if (i == start) {
            throw failure(i < end ? "a value was expected" : "the message ends in a value", i);
        }
        return i - start;
    }

    private void string() {
        int start = at + 1;
        int stop = plainEnd(start);
        if (stop < end && bytes[stop] == '"') {
            text = bytes;
            textFrom = start;
            textTo = stop;
            at = stop + 1;
            return;
        }
        int close = escaped.decode(bytes, start, end);
        if (close < 0) {
            throw failure(escaped.problem, escaped.failedAt);
        }
        text = escaped.bytes;
        textFrom = 0;
        textTo = escaped.length;
        at = close + 1;
    }

    /** The first place that is no plain character of a string. */
    private int plainEnd(int start) {
        byte[] message = bytes;
        int i = start;
        int words = Math.min(end, message.length - EightBytes.COUNT);
        while (i < words) {
            long special = EightBytes.special(EightBytes.at(message, i));
            if (special != 0) {
                return i + EightBytes.first(special);
            }
            i += EightBytes.COUNT;
        }
        while (i < end) {
            int b = message[i];
            if (b == '"' || b == '\\' || b < ' ') {
                break;
            }
            i++;
        }
        return i;
    }

    /** An error at the place of a value that does not say what it should. */
    public final JsonException failure(String problem, int mark) {
        return new JsonException(problem, bytes, from, mark, end);
    }

    /** Whether the last text was empty, or a null. */
    public final boolean isBlank() {
        return textFrom == textTo;
    }

    /** The text, name or number read last. */
    public final String lastText() {
        return textFrom == textTo ? "" : new String(text, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
    }

    final int next() {
        int i = at;
        if (i < end) {
            int b = bytes[i];
            if (b > ' ') {
                return b;
            }
        }
        return nextAfterSpace(i);
    }

    private int nextAfterSpace(int start) {
        int i = start;
        while (i < end) {
            int b = bytes[i];
            if (!isSpace(b)) {
                at = i;
                return b;
            }
            i++;
        }
        throw failure("the message ends too soon", end);
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
