package io.ttquant.exchanges.json;

/**
 * Passes the fields of an object that are written as nearly all are: no white space, a name and a text of plain characters, or a number of digits alone, or
 * a truth. At the first that is not, it stands before that one, and the cursor does the rest its general way, which says the same of all that is passed here.
 */
final class PlainFields {
    private static final int TRUE = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24);
    private static final int ALSE = 'a' | ('l' << 8) | ('s' << 16) | ('e' << 24);
    private static final int MAX_DIGITS = 20;

    private PlainFields() {}

    /**
     * Passes fields from where the cursor stands in an object.
     *
     * @param marks gets the place plus 1 of the value of each name in the set
     * @param ends gets the place behind it
     */
    static void pass(JsonStructure cursor, ByteKeys keys, int[] marks, int[] ends) {
        byte[] bytes = cursor.bytes;
        // Whole words are looked at, and a byte behind a value.
        int limit = Math.min(cursor.end, bytes.length - EightBytes.COUNT) - 1;
        int at = cursor.at;
        if (at >= limit || (!cursor.isFresh && bytes[at] != ',')) {
            return;
        }
        int name = cursor.isFresh ? at + 1 : at + 2;
        while (name < limit && bytes[name - 1] == '"') {
            boolean isLetter = bytes[name + 1] == '"';
            int close = isLetter ? name + 1 : plainEnd(bytes, name, limit);
            if (close >= limit || bytes[close] != '"' || bytes[close + 1] != ':') {
                break;
            }
            if (isLetter && !isPlain(bytes[name])) {
                break;
            }
            int value = close + 2;
            int end = end(bytes, value, limit);
            if (end >= limit) {
                break;
            }
            int next = bytes[end];
            if (next != ',' && next != '}') {
                break;
            }
            int field = isLetter ? keys.letter(bytes[name]) : keys.find(bytes, name, close);
            if (field >= 0) {
                marks[field] = value + 1;
                ends[field] = end;
            }
            at = end;
            cursor.isFresh = false;
            if (next == '}') {
                break;
            }
            name = at + 2;
        }
        cursor.at = at;
    }

    private static boolean isPlain(int b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Behind a value, or the limit or more if it is none of the plain ones. */
    private static int end(byte[] bytes, int value, int limit) {
        if (value >= limit) {
            return limit;
        }
        int first = bytes[value];
        if (first == '"') {
            int close = plainEnd(bytes, value + 1, limit);
            return close < limit && bytes[close] == '"' ? close + 1 : limit;
        }
        if (JsonStructure.isDigit(first)) {
            int most = Math.min(limit, value + MAX_DIGITS);
            int end = value + (EightBytes.areDigits(EightBytes.at(bytes, value)) ? EightBytes.COUNT : 1);
            while (end < most && JsonStructure.isDigit(bytes[end])) {
                end++;
            }
            return end >= most || (first == '0' && end > value + 1) ? limit : end;
        }
        return truthEnd(EightBytes.at(bytes, value), value, limit);
    }

    private static int truthEnd(long word, int value, int limit) {
        if ((int) word == TRUE) {
            return value + 4;
        }
        return (byte) word == 'f' && (int) (word >>> Byte.SIZE) == ALSE ? value + 5 : limit;
    }

    /** The first place that is no plain character of a text, or the limit or more if that is not before it. */
    private static int plainEnd(byte[] bytes, int start, int limit) {
        int i = start;
        while (i < limit) {
            long special = EightBytes.special(EightBytes.at(bytes, i));
            if (special != 0) {
                return i + EightBytes.first(special);
            }
            i += EightBytes.COUNT;
        }
        return limit;
    }
}
