package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * All that is shown at a price.
 *
 * @param price of the level
 * @param quantity shown, 0 if the level is gone
 * @param orders how many
 */
public record BookLevel(BigDecimal price, BigDecimal quantity, int orders) {}
