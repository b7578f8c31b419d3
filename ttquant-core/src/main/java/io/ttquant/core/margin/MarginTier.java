package io.ttquant.core.margin;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tier of position value.
 *
 * @param upTo largest value that is in it, in the settlement currency; null if it has no end
 * @param maxLeverage the most leverage that a position of this size may have, 1 or more
 * @param maintenanceRate part of the value that must remain as margin, from 0 to below 1
 * @param deduction amount taken off, so that the requirement has no step at the tier's edge, in the settlement currency; 0 or more
 */
public record MarginTier(
        @Nullable BigDecimal upTo, BigDecimal maxLeverage, BigDecimal maintenanceRate, BigDecimal deduction) {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one of them is out of range
     */
    public MarginTier {
        if (upTo != null && upTo.signum() <= 0) {
            throw new IllegalArgumentException(
                    "margin tier up to " + upTo + " must be above zero; give the largest position value in it");
        }
        if (maxLeverage.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("margin tier leverage " + maxLeverage
                    + " must be 1 or more; 1 means that the whole value is margin");
        }
        if (maintenanceRate.signum() < 0 || maintenanceRate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("maintenance rate " + maintenanceRate
                    + " must be from 0 to below 1, a part of the position's value: 0.4 % is 0.004");
        }
        if (deduction.signum() < 0) {
            throw new IllegalArgumentException(
                    "maintenance deduction " + deduction + " must be 0 or more; it is taken off the requirement");
        }
    }

    /** The only tier: any size, any leverage. */
    public static MarginTier of(String maintenanceRate) {
        return new MarginTier(null, new BigDecimal(1_000), new BigDecimal(maintenanceRate), BigDecimal.ZERO);
    }
}
