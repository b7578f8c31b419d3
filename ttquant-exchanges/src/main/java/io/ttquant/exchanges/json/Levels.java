package io.ttquant.exchanges.json;

import java.util.Arrays;

/** Levels of one side of a book, read from {@code [["price","quantity",…],…]}; what a venue puts behind these two is passed over. */
public final class Levels {
    /** More levels than any venue sends; a message with more is refused. */
    public static final int MAX_LEVELS = 100_000;

    /** No array that is written as nearly all are. */
    static final int OTHER = -1;

    private static final int LOW_THREE = 0xFFFFFF;
    private static final int NONE = '[' | (']' << 8);
    private static final int FIRST = '[' | ('[' << 8) | ('"' << 16);
    private static final int NEXT_TEXT = ',' | ('"' << 8);
    private static final long LOW_FOUR = 0xFFFFFFFFL;
    private static final long ZERO_TEXT = NEXT_TEXT | ('0' << 16) | ((long) '"' << 24);
    private static final int NEXT_LEVEL = ']' | (',' << 8) | ('[' << 16) | ('"' << 24);
    private static final int LAST = ']' | (']' << 8);

    private static final int START_SIZE = 64;

    private long[] values = new long[START_SIZE * 2];
    private final PlainDecimal prices = new PlainDecimal();
    private final PlainDecimal quantities = new PlainDecimal();
    private int size;

    /** No levels. */
    public Levels() {}

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** Number of levels. */
    public int size() {
        return size;
    }

    /** Raw price of a level. */
    public long rawPrice(int index) {
        return values[index * 2];
    }

    /** Raw quantity of a level. */
    public long rawQuantity(int index) {
        return values[(index * 2) + 1];
    }

    /**
     * Reads the array that a cursor stands at, in place of what was here; null is an empty one.
     *
     * @throws JsonException if it is no such array, or a decimal does not fit its scale
     */
    public void read(JsonCursor cursor, int priceScale, int quantityScale) {
        size = 0;
        int start = cursor.mark();
        if (cursor.kind() == JsonKind.NULL) {
            cursor.skip();
            return;
        }
        if (cursor.passed(plain(cursor.bytes, start, priceScale, quantityScale))) {
            return;
        }
        size = 0;
        cursor.array();
        while (cursor.element()) {
            if (size == MAX_LEVELS) {
                throw cursor.failure("more than " + MAX_LEVELS + " levels", start);
            }
            level(cursor, priceScale, quantityScale);
        }
    }

    /**
     * Reads an array that is written as nearly all are, in place of what was here: levels without white space, of
     * decimals that are plain, and behind the two only texts of a few digits. The place behind it, or {@link #OTHER}
     * for any other, which the cursor reads; it says the same of those that are read here.
     */
    int plain(byte[] bytes, int start, int priceScale, int quantityScale) {
        size = 0;
        int head = (int) EightBytes.near(bytes, start);
        if ((short) head == NONE) {
            return start + 2;
        }
        if ((head & LOW_THREE) != FIRST) {
            return OTHER;
        }
        int at = start + 3;
        while (size < MAX_LEVELS) {
            grow();
            long price = prices.quoted(bytes, at, priceScale);
            at = prices.end;
            if (price <= 0 || (short) EightBytes.near(bytes, at) != NEXT_TEXT) {
                return OTHER;
            }
            long quantity = quantities.quoted(bytes, at + 2, quantityScale);
            if (quantity < 0) {
                return OTHER;
            }
            add(price, quantity);
            at = rest(bytes, quantities.end);
            int tail = (int) EightBytes.near(bytes, at);
            if (tail != NEXT_LEVEL) {
                return (short) tail == LAST ? at + 2 : OTHER;
            }
            at += 4;
        }
        return OTHER;
    }

    /** Passes texts of up to five digits. */
    private static int rest(byte[] bytes, int start) {
        int at = start;
        long word = EightBytes.near(bytes, at);
        if ((word & LOW_FOUR) == ZERO_TEXT) {
            at += 4;
            word = EightBytes.near(bytes, at);
        }
        while ((short) word == NEXT_TEXT) {
            int digits = EightBytes.first(EightBytes.nonDigits(EightBytes.values(word >>> 16)));
            if ((byte) (word >>> ((digits + 2) << 3)) != '"') {
                return at;
            }
            at += digits + 3;
            word = EightBytes.near(bytes, at);
        }
        return at;
    }

    private void add(long price, long quantity) {
        values[size * 2] = price;
        values[(size * 2) + 1] = quantity;
        size++;
    }

    private void grow() {
        if (size * 2 == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
    }

    private void level(JsonCursor cursor, int priceScale, int quantityScale) {
        grow();
        int start = cursor.mark();
        cursor.array();
        if (!cursor.element()) {
            throw cursor.failure("a level without a price", start);
        }
        long price = cursor.decimal(priceScale);
        if (!cursor.element()) {
            throw cursor.failure("a level without a quantity", start);
        }
        long quantity = cursor.decimal(quantityScale);
        if (price <= 0 || quantity < 0) {
            throw cursor.failure("a level whose price is not positive or whose quantity is negative", start);
        }
        while (cursor.element()) {
            cursor.skip();
        }
        add(price, quantity);
    }
}
