package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How busy an {@link OrderFlow} is.
 *
 * @param seed of all that is drawn; the same seed gives the same flow
 * @param start price at which it begins; positive
 * @param halfSpread ticks between the price and the nearest quotes; at least 1
 * @param levels ticks over which quotes are spread, on each side; at least 1
 * @param quotes most quotes on each side; at least 1
 * @param lots average quantity of a quote, in lots; at least 1
 * @param quotesPerSecond how often a quote is placed or replaced; positive
 * @param takersPerSecond how often somebody takes; positive
 * @param volatility ticks by which the price moves in a second, as a standard deviation
 */
public record FlowSettings(
        long seed,
        BigDecimal start,
        int halfSpread,
        int levels,
        int quotes,
        int lots,
        double quotesPerSecond,
        double takersPerSecond,
        double volatility) {
    /** Checks the ranges. */
    public FlowSettings {
        Decimals.positive("start price", start);
        boolean isPositive = halfSpread > 0 && levels > 0 && quotes > 0 && lots > 0;
        if (!isPositive || !(quotesPerSecond > 0) || !(takersPerSecond > 0) || !(volatility >= 0)) {
            throw new IllegalArgumentException("a flow needs positive figures, and a volatility that is not negative");
        }
    }

    /** A calm flow: 20 quotes a side within 30 ticks, 8 changes of quotes and 2 trades a second. */
    public static FlowSettings calm(long seed, String start) {
        return new FlowSettings(seed, new BigDecimal(start), 1, 30, 20, 200, 8, 2, 2);
    }

    /** A hurried flow: 20 quotes a side within 0.1 % of the price, 40 changes of quotes and 8 trades a second, and a price that moves by 0.1 % a second. */
    public static FlowSettings busy(long seed, String start, String tick) {
        int thousandth = new BigDecimal(start)
                .divide(new BigDecimal(tick), RoundingMode.HALF_EVEN)
                .divide(BigDecimal.valueOf(1000), RoundingMode.UP)
                .intValueExact();
        return new FlowSettings(
                seed, new BigDecimal(start), Math.max(1, thousandth / 100), thousandth, 20, 500, 40, 8, thousandth);
    }

    /** The same with these rates. */
    public FlowSettings withRates(double quoteRate, double takerRate) {
        return new FlowSettings(seed, start, halfSpread, levels, quotes, lots, quoteRate, takerRate, volatility);
    }
}
