package io.ttquant.core.storage.schema;

import static io.ttquant.core.storage.schema.Column.decimal;
import static io.ttquant.core.storage.schema.Column.small;
import static io.ttquant.core.storage.schema.Column.text;
import static io.ttquant.core.storage.schema.Column.whole;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of market data. Prices and quantities of ticks and bars are whole numbers beside their scales: exact, small, and the fastest to write and read; the
 * views for people put the point in. Scales stand in each row, because an instrument's change.
 */
public final class MarketTables {
    /** Instruments by the number that stands for them; see {@link InstrumentKey}. */
    public static final Table INSTRUMENTS = new Table(
            "instruments",
            "The instruments of which there are market data.",
            List.of(
                    whole("instrument_id", "the number that stands for it, the same in every store"),
                    text("venue", "its venue, such as binance"),
                    text("symbol", "the venue's symbol")),
            List.of("instrument_id"),
            List.of());
    /** Trades. */
    public static final Table TRADE_TICKS = ticks(
            "trade_ticks",
            "Trades between others.",
            whole("price", "price without its point"),
            whole("quantity", "quantity without its point"),
            small("price_scale", "decimals of the price"),
            small("quantity_scale", "decimals of the quantity"),
            small("aggressor", "who crossed the spread: 0 not said, 1 a buyer, 2 a seller"));
    /** Quotes. */
    public static final Table QUOTE_TICKS = ticks(
            "quote_ticks",
            "Best bids and asks.",
            whole("bid", "best bid without its point"),
            whole("bid_quantity", "quantity bid without its point"),
            whole("ask", "best ask without its point"),
            whole("ask_quantity", "quantity offered without its point"),
            small("price_scale", "decimals of the prices"),
            small("quantity_scale", "decimals of the quantities"));
    /** Bars. */
    public static final Table BARS = new Table(
            "bars",
            "Closed bars.",
            List.of(
                    whole("instrument_id", "which instrument"),
                    text("series", "how the bars are made, such as 1m or 1000tick@mid"),
                    whole("ts_event", "its close, epoch nanoseconds"),
                    whole("number", "tells apart what closed at one time, and orders it"),
                    whole(Table.HEARD, "when we had it, epoch nanoseconds"),
                    whole("ts_open", "start of its interval, epoch nanoseconds"),
                    whole("open", "first price without its point"),
                    whole("high", "highest price without its point"),
                    whole("low", "lowest price without its point"),
                    whole("close", "last price without its point"),
                    whole("volume", "quantity traded without its point"),
                    small("price_scale", "decimals of the prices"),
                    small("quantity_scale", "decimals of the volume")),
            List.of("instrument_id", "series", "ts_event", "number"),
            List.of());
    /** Order books. */
    public static final Table BOOKS = ticks(
            "books",
            "Whole order books at a time.",
            text("bids", "the bids as JSON, the best first: [[\"price\",\"quantity\"],...]"),
            text("asks", "the asks, likewise"));
    /** Funding rates. */
    public static final Table FUNDING_RATES = ticks(
            "funding_rates",
            "Funding rates of perpetual swaps.",
            decimal("rate", "fraction of position value; positive: longs pay shorts"),
            whole("ts_settlement", "when it is settled, epoch nanoseconds"));

    private MarketTables() {}

    private static Table ticks(String name, String meaning, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(
                whole("instrument_id", "which instrument"),
                whole("ts_event", "when it happened at the venue, epoch nanoseconds"),
                whole("number", "tells apart what happened at one time, and orders it"),
                whole(Table.HEARD, "when we had it, epoch nanoseconds")));
        all.addAll(List.of(columns));
        return new Table(name, meaning, all, List.of("instrument_id", "ts_event", "number"), List.of());
    }
}
