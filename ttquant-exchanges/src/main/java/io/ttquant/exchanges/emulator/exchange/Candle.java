package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * Trades of an interval.
 *
 * @param openTime its start, epoch nanoseconds
 * @param open first price, or the last one before if nothing traded
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume in base or contracts
 * @param value of all trades, in quote or in the settlement asset
 * @param trades how many
 * @param takerBuyVolume part of the volume whose taker bought
 * @param takerBuyValue part of the value whose taker bought
 */
public record Candle(
        long openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal value,
        long trades,
        BigDecimal takerBuyVolume,
        BigDecimal takerBuyValue) {}
