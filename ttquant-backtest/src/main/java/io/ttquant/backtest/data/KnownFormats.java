package io.ttquant.backtest.data;

import static io.ttquant.backtest.data.ColumnRule.optional;
import static io.ttquant.backtest.data.ColumnRule.required;

/** The columns of the formats that are told apart without help. */
final class KnownFormats {
    private static final String[] STAMPS = {
        "opentime",
        "tsms",
        "ts",
        "mts",
        "timestamp",
        "unix",
        "unixtimestamp",
        "unixtime",
        "epoch",
        "datetime",
        "time",
        "date",
        "starttime",
        ""
    };

    private KnownFormats() {}

    static DataFormat binanceKlines() {
        return prices(DataFormat.bars("Binance klines").venue("binance"), 1, 2, 3, 4)
                .rule(required(Field.TIME, 0, "opentime"))
                .rule(required(Field.VOLUME, 5, "volume", "vol"))
                .rule(optional(Field.CLOSE_TIME, 6, "closetime"))
                .build();
    }

    static DataFormat binanceAggTrades() {
        return DataFormat.trades("Binance aggTrades")
                .venue("binance")
                .rule(required(Field.ID, 0, "aggtradeid", "aggregatetradeid", "a"))
                .rule(required(Field.PRICE, 1, "price", "p"))
                .rule(required(Field.QUANTITY, 2, "quantity", "qty", "q"))
                .rule(required(Field.TIME, 5, "transacttime", "timestamp", "time"))
                .rule(required(Field.SIDE, 6, "isbuyermaker", "wasthebuyerthemaker", "m"))
                .build();
    }

    static DataFormat binanceTrades() {
        return DataFormat.trades("Binance trades")
                .venue("binance")
                .rule(required(Field.ID, 0, "id", "tradeid"))
                .rule(required(Field.PRICE, 1, "price"))
                .rule(required(Field.QUANTITY, 2, "qty", "quantity"))
                .rule(required(Field.TIME, 4, "time", "timestamp"))
                .rule(required(Field.SIDE, 5, "isbuyermaker"))
                .build();
    }

    static DataFormat okxCandles() {
        return prices(DataFormat.bars("OKX candles").venue("okx"), 1, 2, 3, 4)
                .rule(optional(Field.SYMBOL, -1, "instrumentname", "instid"))
                .rule(required(Field.TIME, 0, "ts", "opentime", "timestamp"))
                .rule(required(Field.VOLUME, 5, "vol", "volume"))
                .rule(optional(Field.CONFIRM, 8, "confirm"))
                .build();
    }

    static DataFormat okxTrades() {
        return DataFormat.trades("OKX trades")
                .venue("okx")
                .rule(optional(Field.SYMBOL, -1, "instrumentname", "instid"))
                .rule(required(Field.ID, 0, "tradeid"))
                .rule(required(Field.SIDE, 1, "side"))
                .rule(required(Field.QUANTITY, 2, "size", "sz"))
                .rule(required(Field.PRICE, 3, "price", "px"))
                .rule(required(Field.TIME, 4, "createdtime", "ts"))
                .build();
    }

    static DataFormat bitfinexCandles() {
        return prices(DataFormat.bars("Bitfinex candles").venue("bitfinex"), 1, 3, 4, 2)
                .rule(required(Field.TIME, 0, "mts"))
                .rule(required(Field.VOLUME, 5, "volume"))
                .build();
    }

    static DataFormat bitmexBars() {
        return prices(DataFormat.bars("BitMEX trade/bucketed").venue("bitmex"), 2, 3, 4, 5)
                .rule(required(Field.TIME, 0, "timestamp"))
                .rule(optional(Field.SYMBOL, 1, "symbol"))
                .rule(required(Field.VOLUME, 7, "volume"))
                .stamp(StampConvention.CLOSE)
                .repeatsClose()
                .build();
    }

    static DataFormat ohlcv() {
        return prices(DataFormat.bars("OHLCV"), 1, 2, 3, 4)
                .rule(required(Field.TIME, 0, STAMPS))
                .rule(optional(Field.SYMBOL, -1, "symbol"))
                .rule(optional(Field.VOLUME, 5, "volume", "vol", "basevolume", "v"))
                .build();
    }

    static DataFormat trades() {
        return DataFormat.trades("trades")
                .rule(required(Field.TIME, -1, STAMPS))
                .rule(optional(Field.SYMBOL, -1, "symbol"))
                .rule(optional(Field.ID, -1, "id", "tradeid"))
                .rule(required(Field.PRICE, -1, "price", "px"))
                .rule(required(Field.QUANTITY, -1, "amount", "quantity", "qty", "size", "sz", "volume"))
                .rule(optional(Field.SIDE, -1, "side", "isbuyermaker"))
                .build();
    }

    private static DataFormatBuilder prices(DataFormatBuilder builder, int open, int high, int low, int close) {
        return builder.rule(required(Field.OPEN, open, "open", "o"))
                .rule(required(Field.HIGH, high, "high", "h"))
                .rule(required(Field.LOW, low, "low", "l"))
                .rule(required(Field.CLOSE, close, "close", "c"));
    }
}
