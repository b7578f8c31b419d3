package io.ttquant.exchanges.json;

/**
 * A level of a book that is written as nearly all are: {@code ["price","quantity"]} without white space, unsigned digits with a point, and behind the two only
 * texts of few digits. Any other is the cursor's, which says the same of those that are read here.
 */
final class PlainLevel {
    /** What is no plain level. */
    static final int OTHER = -1;

    private static final long TWO = 0xFFFF;
    private static final long THREE = 0xFFFFFF;
    private static final long START = '[' | ('"' << 8);
    private static final long BETWEEN = '"' | (',' << 8) | ('"' << 16);
    private static final long END = '"' | (']' << 8);
    private static final long NEXT = ',' | ('"' << 8);

    private final PlainDecimal prices = PlainDecimal.ofAlike();
    private final PlainDecimal quantities = PlainDecimal.ofAny();

    long rawPrice;
    long rawQuantity;

    /**
     * Reads the level at a place.
     *
     * @param limit what is not before it is not looked at
     * @return the place behind it, which is before the limit; {@link #OTHER} if there is none or it is not plain
     */
    int read(byte[] bytes, int at, int limit, int priceScale, int quantityScale) {
        if ((EightBytes.near(bytes, at) & TWO) != START) {
            return OTHER;
        }
        long price = prices.read(bytes, at + 2, limit, priceScale);
        if (price <= 0) {
            return OTHER;
        }
        int between = prices.end;
        if ((EightBytes.near(bytes, between) & THREE) != BETWEEN) {
            return OTHER;
        }
        long quantity = quantities.read(bytes, between + 3, limit, quantityScale);
        if (quantity < 0) {
            return OTHER;
        }
        rawPrice = price;
        rawQuantity = quantity;
        int end = quantities.end;
        int after = (EightBytes.near(bytes, end) & TWO) == END ? end + 2 : rest(bytes, end);
        return after < limit ? after : OTHER;
    }

    /** Behind a quote, texts of up to five digits, and the end of the level; {@link #OTHER} if anything else is there. */
    private static int rest(byte[] bytes, int quote) {
        if (bytes[quote] != '"') {
            return OTHER;
        }
        int end = quote + 1;
        long word = EightBytes.near(bytes, end);
        while ((word & TWO) == NEXT) {
            int digits = EightBytes.first(EightBytes.nonDigits(EightBytes.values(word >>> 16)));
            if (((word >>> ((digits + 2) << 3)) & 0xff) != '"') {
                return OTHER;
            }
            end += digits + 3;
            word = EightBytes.near(bytes, end);
        }
        return (word & 0xff) == ']' ? end + 1 : OTHER;
    }
}
