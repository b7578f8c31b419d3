package io.ttquant.backtest.statistics;

import io.ttquant.api.order.Fill;
import java.math.BigDecimal;

/**
 * What a fill opened and nothing closed yet.
 *
 * @param entry the opening fill
 * @param rawQuantity how much of it is still open, at the quantity scale
 * @param fees the part of the fill's fee that falls on it, in the quote currency; zero if the fee was in a third asset
 */
public record OpenTrade(Fill entry, long rawQuantity, BigDecimal fees) {}
