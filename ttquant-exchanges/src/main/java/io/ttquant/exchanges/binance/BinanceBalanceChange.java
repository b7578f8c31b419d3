package io.ttquant.exchanges.binance;

import java.math.BigDecimal;

/**
 * A deposit, withdrawal or transfer on Spot ({@code balanceUpdate}).
 *
 * @param asset the venue's name of the currency
 * @param change negative for what went out
 * @param tsCleared when it took effect, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceBalanceChange(String asset, BigDecimal change, long tsCleared, long tsEvent) {}
