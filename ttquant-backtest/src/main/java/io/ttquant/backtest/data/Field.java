package io.ttquant.backtest.data;

/** What a column of a file means. */
enum Field {
    TIME,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME,
    /** End of the bar as the venue states it; checked, not used. */
    CLOSE_TIME,
    /** 1 if the bar is complete. */
    CONFIRM,
    PRICE,
    QUANTITY,
    /** Who crossed the spread: buy, sell, or whether the buyer was the maker. */
    SIDE,
    /** The venue's number of a trade. */
    ID,
    /** The instrument; the same in every row. */
    SYMBOL;

    private static final Field[] VALUES = values();
    static final int COUNT = VALUES.length;

    boolean isPrice() {
        return this == OPEN || this == HIGH || this == LOW || this == CLOSE || this == PRICE;
    }

    boolean isQuantity() {
        return this == VOLUME || this == QUANTITY;
    }

    static Field of(int ordinal) {
        return VALUES[ordinal];
    }
}
