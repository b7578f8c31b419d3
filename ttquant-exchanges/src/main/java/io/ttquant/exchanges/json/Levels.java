package io.ttquant.exchanges.json;

import java.util.Arrays;

/** Levels of one side of a book, read from {@code [["price","quantity",…],…]}; what a venue puts behind these two is passed over. */
public final class Levels {
    /** More levels than any venue sends; a message with more is refused. */
    public static final int MAX_LEVELS = 100_000;

    private static final int START_SIZE = 64;

    private long[] values = new long[START_SIZE * 2];
    private final PlainLevel plain = new PlainLevel();
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
        cursor.array();
        plain(cursor, priceScale, quantityScale);
        while (cursor.element()) {
            if (size == MAX_LEVELS) {
                throw cursor.failure("more than " + MAX_LEVELS + " levels", start);
            }
            level(cursor, priceScale, quantityScale);
            plain(cursor, priceScale, quantityScale);
        }
    }

    private void plain(JsonCursor cursor, int priceScale, int quantityScale) {
        boolean isMore = true;
        while (isMore && size < MAX_LEVELS) {
            grow();
            isMore = plain.read(cursor, priceScale, quantityScale);
            if (isMore) {
                add(plain.rawPrice, plain.rawQuantity);
            }
        }
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
