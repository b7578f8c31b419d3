package io.ttquant.exchanges.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are written as nearly all are: no white space, names and texts of plain characters, whole numbers and decimals of digits alone. What is
 * expected is asked for in turn, and as soon as one thing is not there as asked for, the message is left to a {@link JsonCursor}, which says the same of all
 * that is read here. Nothing is allocated.
 */
public final class PlainReader {
    /** No plain number, or one that does not fit. */
    public static final long OTHER = PlainDecimal.OTHER;

    /** No name of one plain character. */
    public static final int NO_LETTER = 0;

    /** A name of one letter, in a word that begins with its quote. */
    private static final int LETTER = '"' | ('"' << 16) | (':' << 24);

    private static final int NOT_THE_LETTER = 0xFFFF00FF;
    private static final int LETTER_LENGTH = 4;
    private static final int TRUE = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24);
    private static final int ALSE = 'a' | ('l' << 8) | ('s' << 16) | ('e' << 24);

    private final PlainDecimal prices = PlainDecimal.ofAlike();
    private final PlainDecimal numbers = PlainDecimal.ofAny();
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
        if (at + literal.length > end || !literal.isAt(bytes, at)) {
            return false;
        }
        at += literal.length;
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

    /** Whether the message ends here. */
    public boolean isAtEnd() {
        return at == end;
    }

    /** The one letter of a field's name, and on to its value; {@link #NO_LETTER}, and stays, if another name or none is here. */
    public int letter() {
        int word = (int) EightBytes.near(bytes, at);
        int letter = (word >>> Byte.SIZE) & 0xff;
        boolean isLetter = (word & NOT_THE_LETTER) == LETTER && letter > ' ' && letter < 0x7f && letter != '\\';
        if (!isLetter || at + LETTER_LENGTH >= end) {
            return NO_LETTER;
        }
        at += LETTER_LENGTH;
        return letter;
    }

    /** The number of a field's name in a set, and on to its value; {@link JsonStructure#OTHER} for one that is not in it, {@link JsonStructure#END} for none. */
    public int name(Names names) {
        if (!text() || !is(':')) {
            return JsonStructure.END;
        }
        return choice(names);
    }

    /** Goes over a text of plain characters, to be looked at by the methods for the last text; false if there is none. */
    public boolean text() {
        if (at >= end || bytes[at] != '"') {
            return false;
        }
        int from = at + 1;
        int i = from;
        textStart = EightBytes.near(bytes, i);
        long special = EightBytes.special(textStart);
        while (special == 0) {
            i += EightBytes.COUNT;
            special = EightBytes.special(EightBytes.near(bytes, i));
        }
        i += EightBytes.first(special);
        if (i >= end || bytes[i] != '"') {
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
        int start = at;
        long value = numbers.whole(bytes, start, end);
        if (value < 0 || (bytes[start] == '0' && numbers.end > start + 1)) {
            return OTHER;
        }
        at = numbers.end;
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
        return quoted(at < end && bytes[at] == '"' ? numbers.whole(bytes, at + 1, end) : OTHER, numbers);
    }

    /** A decimal in quotes as a raw value at a scale; {@link #OTHER} if there is none here, or it does not fit. */
    public long decimal(int scale) {
        return quoted(at < end && bytes[at] == '"' ? numbers.read(bytes, at + 1, end, scale) : OTHER, numbers);
    }

    /** The same where most are written like the one before, as prices are. */
    public long price(int scale) {
        return quoted(at < end && bytes[at] == '"' ? prices.read(bytes, at + 1, end, scale) : OTHER, prices);
    }

    private long quoted(long value, PlainDecimal from) {
        if (value < 0 || bytes[from.end] != '"') {
            return OTHER;
        }
        at = from.end + 1;
        return value;
    }

    /** Reads the levels of a side, in place of what was there; false if they are not plain. */
    public boolean levels(Levels levels, int priceScale, int quantityScale) {
        int after = levels.readPlain(bytes, at, end, priceScale, quantityScale);
        if (after < 0) {
            return false;
        }
        at = after;
        return true;
    }

    /** 1 for true, 0 for false, -1 if neither is here. */
    public int truth() {
        long word = EightBytes.near(bytes, at);
        if ((int) word == TRUE && at + 4 <= end) {
            at += 4;
            return 1;
        }
        if ((byte) word == 'f' && (int) (word >>> Byte.SIZE) == ALSE && at + 5 <= end) {
            at += 5;
            return 0;
        }
        return -1;
    }

    /** Goes over a text, a whole number or a truth; false if none is here. */
    public boolean skip() {
        if (at >= end) {
            return false;
        }
        int first = bytes[at];
        if (first == '"') {
            return text();
        }
        return JsonStructure.isDigit(first) ? whole() >= 0 : truth() >= 0;
    }
}
