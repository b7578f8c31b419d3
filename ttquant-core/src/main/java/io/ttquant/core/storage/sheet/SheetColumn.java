package io.ttquant.core.storage.sheet;

/**
 * A column of a sheet.
 *
 * @param name in the head
 * @param kind what it holds
 */
record SheetColumn(String name, Kind kind) {
    /** What a column holds; all are a {@code long} inside. */
    enum Kind {
        /** Epoch nanoseconds. */
        TIME,
        /** A number as it is. */
        NUMBER,
        /** Without its point, at the price scale. */
        PRICE,
        /** Without its point, at the quantity scale. */
        QUANTITY,
        /** The code of an {@link io.ttquant.api.market.AggressorSide}; buy, sell or nothing in the file. */
        SIDE
    }

    /** Decimals of the column; 0 where it has none. */
    int scale(SheetScales scales) {
        return switch (kind) {
            case PRICE -> scales.price();
            case QUANTITY -> scales.quantity();
            case TIME, NUMBER, SIDE -> 0;
        };
    }
}
