package io.ttquant.backtest.data;

import java.util.List;

/**
 * What a file of rows holds, and in which columns. The constants are told apart by {@link DataFiles} itself; a layout that is none of them
 * is described with {@link #bars(String)} or {@link #trades(String)}:
 *
 * <pre>{@code
 * DataFormat mine = DataFormat.bars("broker export")
 *     .time("When").open("O").high("H").low("L").close("C").volume("Vol")
 *     .unit(StampUnit.SECONDS).stamp(StampConvention.CLOSE)
 *     .build();
 * }</pre>
 *
 * <p>Columns are found by the names in the header; where a file has no header, by position.
 */
public final class DataFormat {
    /** Klines of the Binance public archive: spot and futures, with or without a header, milli- or microseconds. */
    public static final DataFormat BINANCE_KLINES = KnownFormats.binanceKlines();

    /** Aggregate trades of the Binance public archive. */
    public static final DataFormat BINANCE_AGG_TRADES = KnownFormats.binanceAggTrades();

    /** Trades of the Binance public archive. */
    public static final DataFormat BINANCE_TRADES = KnownFormats.binanceTrades();

    /** Candles of OKX: the rows of its REST interface or of its download pages. Candles that are not confirmed are refused. */
    public static final DataFormat OKX_CANDLES = KnownFormats.okxCandles();

    /** Trades of the OKX download pages. */
    public static final DataFormat OKX_TRADES = KnownFormats.okxTrades();

    /** Candles of Bitfinex: open, close, high, low, in this order. */
    public static final DataFormat BITFINEX_CANDLES = KnownFormats.bitfinexCandles();

    /** Bars of BitMEX's {@code trade/bucketed}: stamped at their end; the open repeats the last close and may lie outside the bar. */
    public static final DataFormat BITMEX_BARS = KnownFormats.bitmexBars();

    /** Any bars with a header that names time, open, high, low, close and, if there is one, volume; without a header in this order. */
    public static final DataFormat OHLCV = KnownFormats.ohlcv();

    /** Any trades with a header that names time, price, quantity and, if there is one, side. */
    public static final DataFormat TRADES = KnownFormats.trades();

    static final List<DataFormat> KNOWN = List.of(
            BINANCE_KLINES,
            BINANCE_AGG_TRADES,
            BINANCE_TRADES,
            OKX_CANDLES,
            OKX_TRADES,
            BITFINEX_CANDLES,
            BITMEX_BARS,
            OHLCV,
            TRADES);

    final String name;
    final String venue;
    final boolean isBars;
    final List<ColumnRule> rules;
    final StampUnit unit;
    final StampConvention stamp;
    final boolean repeatsClose;

    DataFormat(DataFormatBuilder b) {
        this.name = b.name;
        this.venue = b.venue;
        this.isBars = b.isBars;
        this.rules = List.copyOf(b.rules);
        this.unit = b.unit;
        this.stamp = b.stamp;
        this.repeatsClose = b.repeatsClose;
    }

    /** Describes a layout of bars. */
    public static DataFormatBuilder bars(String name) {
        return new DataFormatBuilder(name, true);
    }

    /** Describes a layout of trades. */
    public static DataFormatBuilder trades(String name) {
        return new DataFormatBuilder(name, false);
    }

    /** How messages and reports call it. */
    public String name() {
        return name;
    }

    /** Whether it holds bars; otherwise trades. */
    public boolean isBars() {
        return isBars;
    }

    /** Which end of its interval a bar is stamped with. */
    public StampConvention stamp() {
        return stamp;
    }

    /** How stamps are written. */
    public StampUnit unit() {
        return unit;
    }

    /** The same columns with another unit of the stamps. */
    public DataFormat withUnit(StampUnit other) {
        return new DataFormatBuilder(this).unit(other).build();
    }

    /** The same columns with stamps at the other end of the bar. */
    public DataFormat withStamp(StampConvention other) {
        return new DataFormatBuilder(this).stamp(other).build();
    }

    @Override
    public String toString() {
        return name;
    }
}
