package io.ttquant.backtest.data;

/** Which end of its interval a file stamps a bar with. Bars in memory always have both; a strategy sees a bar at its close. */
public enum StampConvention {
    /** The start of the interval, as Binance, OKX, Bitfinex and most others do. */
    OPEN,
    /** The end of the interval, as BitMEX does. */
    CLOSE
}
