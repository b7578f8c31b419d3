package io.ttquant.exchanges.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices of an instrument now.
 *
 * @param symbol the venue's symbol
 * @param last last price; null if not given
 * @param bid best bid; null if there is none or it is not given
 * @param ask best ask; null if there is none or it is not given
 * @param high of 24 hours; null if not given
 * @param low of 24 hours; null if not given
 * @param volume of 24 hours in base currency or contracts; null if not given
 * @param tsEvent epoch nanoseconds; 0 if not given
 */
public record Ticker(
        String symbol,
        @Nullable BigDecimal last,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal volume,
        long tsEvent) {}
