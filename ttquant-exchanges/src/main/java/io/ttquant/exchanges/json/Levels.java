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

    /** Reads levels as long as they are plain. */
    private void plain(JsonCursor cursor, int priceScale, int quantityScale) {
        byte[] bytes = cursor.bytes;
        int place = cursor.at;
        // What follows a comma; behind a level there is at least the end of the array.
        int next = cursor.isFresh ? place : place + 1;
        while (size < MAX_LEVELS && (cursor.isFresh || (place < cursor.end && bytes[place] == ','))) {
            int after = plain.read(bytes, next, cursor.end, priceScale, quantityScale);
            if (after < 0) {
                return;
            }
            add(plain.rawPrice, plain.rawQuantity);
            cursor.moveTo(after);
            place = after;
            next = after + 1;
        }
    }

    /**
     * Reads a plain array, in place of what was here.
     *
     * @return the place behind it, -1 if it is not plain
     */
    int readPlain(byte[] bytes, int start, int limit, int priceScale, int quantityScale) {
        size = 0;
        if (start + 1 >= limit || bytes[start] != '[') {
            return PlainLevel.OTHER;
        }
        if (bytes[start + 1] == ']') {
            return start + 2;
        }
        int at = start;
        while (size < MAX_LEVELS) {
            at = plain.read(bytes, at + 1, limit, priceScale, quantityScale);
            if (at < 0) {
                return PlainLevel.OTHER;
            }
            add(plain.rawPrice, plain.rawQuantity);
            int b = bytes[at];
            if (b != ',') {
                return b == ']' ? at + 1 : PlainLevel.OTHER;
            }
        }
        return PlainLevel.OTHER;
    }

    private void add(long price, long quantity) {
        if (size * 2 == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size * 2] = price;
        values[(size * 2) + 1] = quantity;
        size++;
    }

    private void level(JsonCursor cursor, int priceScale, int quantityScale) {
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
