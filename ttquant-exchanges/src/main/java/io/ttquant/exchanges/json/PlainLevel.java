package io.ttquant.exchanges.json;

/**
 * A level of a book that is written as nearly all are: {@code ["price","quantity"]} without white space, unsigned digits with a point, and behind the two only
 * texts of digits. Any other is the cursor's, which says the same of those that are read here.
 */
final class PlainLevel {
    private static final long THREE = 0xFFFFFF;
    private static final long TWO = 0xFFFF;
    private static final long NEXT = ',' | ('"' << 8);
    private static final long BETWEEN = '"' | (',' << 8) | ('"' << 16);

    private final PlainDecimal prices = PlainDecimal.ofAlike();
    private final PlainDecimal quantities = PlainDecimal.ofAny();

    long rawPrice;
    long rawQuantity;

    /** Reads the next level of the array that the cursor stands in; false, and stays, if there is none or it is not plain. */
    boolean read(JsonStructure cursor, int priceScale, int quantityScale) {
        byte[] bytes = cursor.bytes;
        // A level ends before the array that it is in.
        int limit = cursor.end - 1;
        int first = cursor.isFresh ? cursor.at : cursor.at + 1;
        if (first >= limit || bytes[first] != '[' || bytes[first + 1] != '"' || (!cursor.isFresh && bytes[first - 1] != ',')) {
            return false;
        }
        long price = prices.read(bytes, first + 2, limit, priceScale);
        int between = prices.end;
        if (price <= 0 || between + 2 >= limit || (EightBytes.near(bytes, between) & THREE) != BETWEEN) {
            return false;
        }
        long quantity = quantities.read(bytes, between + 3, limit, quantityScale);
        if (quantity < 0 || bytes[quantities.end] != '"') {
            return false;
        }
        int end = quantities.end + 1;
        if (bytes[end] != ']') {
            end = rest(bytes, end, limit);
            if (end >= limit || bytes[end] != ']') {
                return false;
            }
        }
        rawPrice = price;
        rawQuantity = quantity;
        cursor.at = end + 1;
        cursor.isFresh = false;
        return true;
    }

    /** Passes texts of up to five digits. */
    private static int rest(byte[] bytes, int start, int limit) {
        int end = start;
        long word = EightBytes.near(bytes, end);
        while (end < limit && (word & TWO) == NEXT) {
            int digits = EightBytes.first(EightBytes.nonDigits(EightBytes.values(word >>> 16)));
            if (((word >>> ((digits + 2) << 3)) & 0xff) != '"') {
                return limit;
            }
            end += digits + 3;
            word = EightBytes.near(bytes, end);
        }
        return end;
    }
}
