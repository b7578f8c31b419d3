package io.ttquant.core.margin;

import java.math.BigDecimal;

/**
 * Why margin does not cover an order, at the scale of the settlement currency.
 *
 * @param rawNeeded what the order needs more than before: initial margin, fee, and what it would lose at once
 * @param rawFree margin that is free without it; negative if positions have lost more than is left
 * @param leverage the leverage in force for the position that it may lead to
 */
public record Shortfall(long rawNeeded, long rawFree, BigDecimal leverage) {}
