package io.ttquant.exchanges.json;

/**
 * Passes the fields of an object that are written as nearly all are: no white space, a name and a text of plain characters, or a number of digits alone, or
 * a truth. At the first that is not, it stands before that one, and the cursor does the rest its general way, which says the same of all that is passed here.
 */
final class PlainFields {
    private static final int TRUE = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24);
    private static final int ALSE = 'a' | ('l' << 8) | ('s' << 16) | ('e' << 24);
    private static final int MAX_DIGITS = 20;

    /** A name of one letter, in a word that begins with its quote. */
    private static final int LETTER = '"' | ('"' << 16) | (':' << 24);

    private static final int NOT_THE_LETTER = 0xFFFF00FF;
    private static final int LETTER_LENGTH = 4;

    private PlainFields() {}

    /**
     * Passes fields from where the cursor stands in an object.
     *
     * @param marks gets the place plus 1 of the value of each name in the set
     * @param ends gets the place behind it
     */
    static void pass(JsonStructure cursor, ByteKeys keys, int[] marks, int[] ends) {
        byte[] bytes = cursor.bytes;
        // A byte behind a value is looked at.
        int limit = cursor.end - 1;
        int at = cursor.at;
        if (at >= limit || (!cursor.isFresh && bytes[at] != ',')) {
            return;
        }
        int quote = cursor.isFresh ? at : at + 1;
        while (quote < limit) {
            long word = EightBytes.near(bytes, quote);
            int field;
            int value;
            if (((int) word & NOT_THE_LETTER) == LETTER) {
                field = keys.letter((int) (word >>> Byte.SIZE) & 0xff);
                value = quote + LETTER_LENGTH;
            } else {
                int close = closed(bytes, quote, limit);
                field = close < limit && bytes[close + 1] == ':' ? keys.find(bytes, quote + 1, close) : ByteKeys.NOT_PLAIN;
                value = close + 2;
            }
            if (field == ByteKeys.NOT_PLAIN) {
                break;
            }
            int end = end(bytes, value, limit);
            if (end >= limit) {
                break;
            }
            int next = bytes[end];
            if (next != ',' && next != '}') {
                break;
            }
            if (field >= 0) {
                marks[field] = value + 1;
                ends[field] = end;
            }
            at = end;
            quote = end + 1;
            if (next == '}') {
                break;
            }
        }
        if (at != cursor.at) {
            cursor.at = at;
            cursor.isFresh = false;
        }
    }

    /** Behind a value, or the limit or more if it is none of the plain ones. */
    private static int end(byte[] bytes, int value, int limit) {
        if (value >= limit) {
            return limit;
        }
        int first = bytes[value];
        if (first == '"') {
            return closed(bytes, value, limit) + 1;
        }
        if (JsonStructure.isDigit(first)) {
            int end = digitsEnd(bytes, value);
            return first == '0' && end > value + 1 ? limit : end;
        }
        return truthEnd(EightBytes.near(bytes, value), value, limit);
    }

    /** Behind up to 20 digits; a place where none is if there are more. */
    private static int digitsEnd(byte[] bytes, int start) {
        int end = start;
        while (end < start + MAX_DIGITS) {
            long marks = EightBytes.nonDigits(EightBytes.values(EightBytes.near(bytes, end)));
            if (marks != 0) {
                return end + EightBytes.first(marks);
            }
            end += EightBytes.COUNT;
        }
        return end;
    }

    private static int truthEnd(long word, int value, int limit) {
        if ((int) word == TRUE) {
            return value + 4;
        }
        return (byte) word == 'f' && (int) (word >>> Byte.SIZE) == ALSE ? value + 5 : limit;
    }

    /** The quote that ends the text that one begins, if there are plain characters between; the limit or more if not. */
    private static int closed(byte[] bytes, int quote, int limit) {
        int i = quote + 1;
        long word = EightBytes.near(bytes, i);
        long special = EightBytes.special(word);
        while (special == 0) {
            i += EightBytes.COUNT;
            word = EightBytes.near(bytes, i);
            special = EightBytes.special(word);
        }
        int close = i + EightBytes.first(special);
        return close < limit && bytes[close] == '"' ? close : limit;
    }
}
