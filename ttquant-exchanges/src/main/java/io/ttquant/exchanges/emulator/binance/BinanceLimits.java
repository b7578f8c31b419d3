package io.ttquant.exchanges.emulator.binance;

/**
 * How much may be asked for.
 *
 * @param weightPerMinute of requests, by address
 * @param ordersPer10Seconds by account
 * @param ordersPerLong by account: a day on Spot, a minute on futures
 */
public record BinanceLimits(int weightPerMinute, int ordersPer10Seconds, int ordersPerLong) {
    /** Of Spot: 6000, 100, 200 000. */
    public static BinanceLimits spot() {
        return new BinanceLimits(6000, 100, 200_000);
    }

    /** Of USDT-M futures: 2400, 300, 1200. */
    public static BinanceLimits usdm() {
        return new BinanceLimits(2400, 300, 1200);
    }

    /** None that a test would reach. */
    public static BinanceLimits generous() {
        return new BinanceLimits(100_000_000, 10_000_000, 100_000_000);
    }
}
