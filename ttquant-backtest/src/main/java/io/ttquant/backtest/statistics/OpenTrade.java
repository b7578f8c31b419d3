package io.ttquant.backtest.statistics;

import io.ttquant.api.order.Fill;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a fill opened and nothing closed yet.
 *
 * @param entry the opening fill
 * @param rawQuantity how much of it is still open, at the quantity scale
 * @param fees the part of the fill's fee that falls on it, in the settlement currency; null if it was in another one whose price was not known
 */
public record OpenTrade(
        Fill entry, long rawQuantity, @Nullable BigDecimal fees) {}
