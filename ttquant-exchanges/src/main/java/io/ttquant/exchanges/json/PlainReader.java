package io.ttquant.exchanges.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are written as nearly all are: no white space, names and texts of plain characters, whole
 * numbers and decimals of digits alone. What is expected is asked for in turn, and as soon as one thing is not there
 * as asked for, the message is left to a {@link JsonCursor}, which says the same of all that is read here. Nothing is
 * allocated.
 *
 * <p>What is asked for may be found behind the message, where there are other bytes in its array. So nothing that was
 * read may be used before {@link #isAtEnd} has said that all of it was the message's.
 */
public final class PlainReader {
    /** No plain number, or one that does not fit. */
    public static final long OTHER = PlainDecimal.OTHER;

    /** No plain number where those below zero are plain too. */
    public static final long NO_NUMBER = Long.MAX_VALUE;

    /** No name of one letter. */
    public static final int NO_LETTER = 0;

    /** A name of one letter, in a word that begins with its quote. */
    private static final int LETTER = '"' | ('"' << 16) | (':' << 24);

    private static final int NOT_THE_LETTER = 0xFFFF00FF;
    private static final int LETTER_LENGTH = 4;
    private static final int TRUE = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24);
    private static final int ALSE = 'a' | ('l' << 8) | ('s' << 16) | ('e' << 24);

    private final PlainDecimal figure = new PlainDecimal();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int textFrom;
    private int textTo;
    private long textStart;

    /** A reader of nothing; give it a message by {@link #over}. */
    public PlainReader() {}

    /** Stands at the start of a message. */
    public void over(byte[] message, int offset, int length) {
        bytes = message;
        at = offset;
        end = offset + length;
    }

    /** Whether a piece stands here; goes over it then. */
    public boolean is(Literal literal) {
        if (!literal.isAt(bytes, at)) {
            return false;
        }
        at += literal.length();
        return true;
    }

    /** Whether a character of ASCII stands here; goes over it then. */
    public boolean is(char character) {
        if (at >= end || bytes[at] != character) {
            return false;
        }
        at++;
        return true;
    }

    /** Whether the message ends here, so that all that was read is of it. */
    public boolean isAtEnd() {
        return at == end;
    }

    /**
     * The one letter of a field's name, and on to its value; {@link #NO_LETTER}, and stays, if there is none from A
     * to z.
     */
    public int letter() {
        int word = (int) EightBytes.near(bytes, at);
        int letter = (word >>> Byte.SIZE) & 0xff;
        if ((word & NOT_THE_LETTER) != LETTER || letter < 'A' || letter > 'z' || letter == '\\') {
            return NO_LETTER;
        }
        at += LETTER_LENGTH;
        return letter;
    }

    /**
     * Goes over a text of plain characters, to be looked at by the methods for the last text; false if there is none.
     */
    public boolean text() {
        int from = at + 1;
        if ((byte) EightBytes.near(bytes, at) != '"') {
            return false;
        }
        int i = from;
        textStart = EightBytes.near(bytes, i);
        long special = EightBytes.special(textStart);
        while (special == 0) {
            i += EightBytes.COUNT;
            special = EightBytes.special(EightBytes.near(bytes, i));
        }
        i += EightBytes.first(special);
        if ((byte) EightBytes.near(bytes, i) != '"') {
            return false;
        }
        textFrom = from;
        textTo = i;
        at = i + 1;
        return true;
    }

    /** The number of the last text in a set, or {@link JsonStructure#OTHER}. */
    public int choice(Names names) {
        return names.keys.find(key(), bytes, textFrom, textTo);
    }

    /** What is under the last text in a table, or null if nothing is. */
    public <T> @Nullable T symbol(SymbolTable<T> table) {
        return table.find(key(), bytes, textFrom, textTo);
    }

    private long key() {
        int length = textTo - textFrom;
        return length <= EightBytes.COUNT ? EightBytes.low(textStart, length) : ByteKeys.key(bytes, textFrom, textTo);
    }

    /** Copies the last text's bytes, at most what fits, and says how many there are. */
    public int copyText(byte[] target) {
        System.arraycopy(bytes, textFrom, target, 0, Math.min(target.length, textTo - textFrom));
        return textTo - textFrom;
    }

    /** A whole number of up to 18 digits; {@link #OTHER} if there is none here. */
    public long whole() {
        long value = figure.whole(bytes, at);
        if (value < 0 || ((byte) EightBytes.near(bytes, at) == '0' && figure.end > at + 1)) {
            return OTHER;
        }
        at = figure.end;
        return value;
    }

    /** A time as epoch nanoseconds, as {@link JsonCursor#time}; {@link #OTHER} if there is none here. */
    public long time() {
        return EpochMagnitude.nanos(whole());
    }

    /** A time in quotes as epoch nanoseconds; {@link #OTHER} if there is none here. */
    public long quotedTime() {
        return EpochMagnitude.nanos(quotedWhole());
    }

    /** A whole number of up to 18 digits in quotes; {@link #OTHER} if there is none here. */
    public long quotedWhole() {
        if ((byte) EightBytes.near(bytes, at) != '"') {
            return OTHER;
        }
        long value = figure.whole(bytes, at + 1);
        if (value < 0 || (byte) EightBytes.near(bytes, figure.end) != '"') {
            return OTHER;
        }
        at = figure.end + 1;
        return value;
    }

    /** A whole number with or without a minus of up to 18 digits; {@link #NO_NUMBER} if there is none here. */
    public long signed() {
        boolean isNegative = (byte) EightBytes.near(bytes, at) == '-';
        at += isNegative ? 1 : 0;
        long value = whole();
        if (value < 0) {
            return NO_NUMBER;
        }
        return isNegative ? -value : value;
    }

    /** A decimal in quotes as a raw value at a scale; {@link #OTHER} if there is none here, or it does not fit. */
    public long decimal(int scale) {
        long value = (byte) EightBytes.near(bytes, at) == '"' ? figure.quoted(bytes, at + 1, scale) : OTHER;
        if (value >= 0) {
            at = figure.end;
        }
        return value;
    }

    /** Reads the levels of a side of a book; false, and stays, if they are not here or not plain. */
    public boolean levels(Levels side, int priceScale, int quantityScale) {
        int behind = side.plain(bytes, at, priceScale, quantityScale);
        if (behind < 0) {
            return false;
        }
        at = behind;
        return true;
    }

    /** 1 for true, 0 for false, -1 if neither is here. */
    public int truth() {
        long word = EightBytes.near(bytes, at);
        if ((int) word == TRUE) {
            at += 4;
            return 1;
        }
        if ((byte) word == 'f' && (int) (word >>> Byte.SIZE) == ALSE) {
            at += 5;
            return 0;
        }
        return -1;
    }

    /** Goes over a text, a whole number or a truth; false if none is here. */
    public boolean skip() {
        int first = (byte) EightBytes.near(bytes, at);
        if (first == '"') {
            return text();
        }
        return JsonStructure.isDigit(first) ? whole() >= 0 : truth() >= 0;
    }
}
