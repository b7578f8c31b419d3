package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices and funding of a contract; of spot, the index only.
 *
 * @param symbol of the market
 * @param mark price at which positions are valued; null before anything is known
 * @param index price of what is underneath; null before anything is known
 * @param fundingRate of the next payment: longs pay shorts this share of their value
 * @param nextFunding epoch nanoseconds, 0 if there is none
 * @param time epoch nanoseconds
 */
public record MarkPrice(
        String symbol,
        @Nullable BigDecimal mark,
        @Nullable BigDecimal index,
        BigDecimal fundingRate,
        long nextFunding,
        long time) {}
