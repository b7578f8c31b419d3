package io.ttquant.exchanges.json;

/**
 * A level of a book that is written as nearly all are: {@code ["price","quantity"]} without white space, unsigned digits with a point, and behind the two only
 * texts of digits. Any other is the cursor's, which says the same of those that are read here.
 */
final class PlainLevel {
    private static final int MAX_LENGTH = 19;
    private static final long OTHER = -1;

    long rawPrice;
    long rawQuantity;
    private int after;

    /** Reads the next level of the array that the cursor stands in; false, and stays, if there is none or it is not plain. */
    boolean read(JsonStructure cursor, int priceScale, int quantityScale) {
        byte[] bytes = cursor.bytes;
        int limit = Math.min(cursor.end, bytes.length - EightBytes.COUNT);
        int at = cursor.at;
        if (!cursor.isFresh) {
            if (at >= limit || bytes[at] != ',') {
                return false;
            }
            at++;
        }
        if (at >= limit || bytes[at] != '[' || bytes[at + 1] != '"') {
            return false;
        }
        long price = decimal(bytes, at + 2, limit, priceScale);
        if (price <= 0 || bytes[after + 1] != ',' || bytes[after + 2] != '"') {
            return false;
        }
        long quantity = decimal(bytes, after + 3, limit, quantityScale);
        if (quantity < 0) {
            return false;
        }
        int end = rest(bytes, after + 1, limit);
        if (end >= limit || bytes[end] != ']') {
            return false;
        }
        rawPrice = price;
        rawQuantity = quantity;
        cursor.at = end + 1;
        cursor.isFresh = false;
        return true;
    }

    /** Passes texts of digits. */
    private static int rest(byte[] bytes, int start, int limit) {
        int end = start;
        while (end < limit && bytes[end] == ',' && bytes[end + 1] == '"') {
            int i = end + 2;
            while (i < limit && JsonStructure.isDigit(bytes[i])) {
                i++;
            }
            if (i >= limit || bytes[i] != '"') {
                return limit;
            }
            end = i + 1;
        }
        return end;
    }

    /** The raw value of what stands before a quote, which {@link #after} is then; negative if it is not plain or does not fit. */
    private long decimal(byte[] bytes, int start, int limit, int scale) {
        int most = Math.min(limit, start + MAX_LENGTH);
        int i = start;
        long value = 0;
        while (i < most && JsonStructure.isDigit(bytes[i])) {
            value = (value * 10) + (bytes[i] - '0');
            i++;
        }
        if (i == start || i >= most) {
            return OTHER;
        }
        int left = scale;
        if (bytes[i] == '.') {
            i++;
            while (left > 0 && i < most && JsonStructure.isDigit(bytes[i])) {
                value = (value * 10) + (bytes[i] - '0');
                left--;
                i++;
            }
            while (i < most && bytes[i] == '0') {
                i++;
            }
        }
        if (i >= most || bytes[i] != '"') {
            return OTHER;
        }
        after = i;
        return left == 0 ? value : JsonCursor.scaledOr(value, left, OTHER);
    }
}
