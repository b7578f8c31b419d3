package io.ttquant.core.storage.sheet;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param name in the head
 * @param kind what it holds
 */
record SheetColumn(String name, Kind kind) {
    private static final SheetColumn TIME = new SheetColumn("time", Kind.TIME);
    private static final SheetColumn ID = new SheetColumn("id", Kind.NUMBER);
    private static final SheetColumn RECEIVED = new SheetColumn("received", Kind.TIME);
    static final List<SheetColumn> TRADES =
            List.of(TIME, ID, price("price"), quantity("quantity"), new SheetColumn("side", Kind.SIDE), RECEIVED);
    static final List<SheetColumn> QUOTES =
            List.of(TIME, ID, price("bid"), quantity("bid_quantity"), price("ask"), quantity("ask_quantity"), RECEIVED);
    static final List<SheetColumn> BARS = List.of(
            TIME,
            price("open"),
            price("high"),
            price("low"),
            price("close"),
            quantity("volume"),
            new SheetColumn("close_time", Kind.TIME),
            ID,
            RECEIVED);

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

    private static SheetColumn price(String name) {
        return new SheetColumn(name, Kind.PRICE);
    }

    private static SheetColumn quantity(String name) {
        return new SheetColumn(name, Kind.QUANTITY);
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
