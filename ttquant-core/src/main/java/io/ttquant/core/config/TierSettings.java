package io.ttquant.core.config;

import io.ttquant.core.margin.MarginTier;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tier of margin.
 *
 * @param upTo largest position value in it, in the settlement currency; left out in the last one
 * @param maxLeverage the most leverage in it
 * @param maintenanceRate part of the value that must remain
 * @param deduction amount taken off the requirement; the one that makes it rise without a step, if no tier gives one
 */
public record TierSettings(
        Optional<BigDecimal> upTo, BigDecimal maxLeverage, BigDecimal maintenanceRate, Optional<BigDecimal> deduction) {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one of them is out of range
     */
    public TierSettings {
        tier(upTo, maxLeverage, maintenanceRate, deduction);
    }

    private static MarginTier tier(
            Optional<BigDecimal> upTo,
            BigDecimal maxLeverage,
            BigDecimal maintenanceRate,
            Optional<BigDecimal> deduction) {
        return new MarginTier(upTo.orElse(null), maxLeverage, maintenanceRate, deduction.orElse(BigDecimal.ZERO));
    }

    MarginTier tier() {
        return tier(upTo, maxLeverage, maintenanceRate, deduction);
    }
}
