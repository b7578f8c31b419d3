package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import java.math.BigDecimal;
import java.math.MathContext;

/** The price at which two parts together have the value that they have each by itself. */
final class AveragePrice {
    private AveragePrice() {}

    /** An inverse contract's value falls with its price, so the average by value is the harmonic one. */
    static BigDecimal of(Instrument instrument, BigDecimal price, long raw, BigDecimal otherPrice, long otherRaw) {
        if (price.compareTo(otherPrice) == 0) {
            return price;
        }
        BigDecimal a = BigDecimal.valueOf(raw);
        BigDecimal b = BigDecimal.valueOf(otherRaw);
        if (instrument.isInverse()) {
            BigDecimal values =
                    a.divide(price, MathContext.DECIMAL128).add(b.divide(otherPrice, MathContext.DECIMAL128));
            return a.add(b).divide(values, MathContext.DECIMAL128);
        }
        return a.multiply(price).add(b.multiply(otherPrice)).divide(a.add(b), MathContext.DECIMAL128);
    }
}
