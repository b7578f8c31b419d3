package io.ttquant.core.margin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What positions in a derivative need as margin.
 *
 * <p>Initial margin is value ÷ leverage, the leverage being at most the tier's. Maintenance margin is value × the tier's rate − its deduction, as
 * Binance has it. A contract with fixed margins needs these for each contract instead, whatever its value, as futures do.
 *
 * @param mode what stands behind a position
 * @param leverage value of a position for each unit of its initial margin, 1 or more
 * @param tiers by rising value; the last one has no end, so that every position has its tier
 * @param initialPerContract initial margin of one contract in the settlement currency; null if it goes by value
 * @param maintenancePerContract maintenance margin of one contract; null if it goes by value
 */
public record MarginTerms(
        MarginMode mode,
        BigDecimal leverage,
        List<MarginTier> tiers,
        @Nullable BigDecimal initialPerContract,
        @Nullable BigDecimal maintenancePerContract) {
    /** Cross margin, leverage 1, and 1 % of the value as maintenance margin, which is more than the largest venues ask of their largest contracts. */
    public static final MarginTerms DEFAULT =
            new MarginTerms(MarginMode.CROSS, BigDecimal.ONE, List.of(MarginTier.of("0.01")), null, null);

    /**
     * Checks the terms.
     *
     * @throws IllegalArgumentException if the leverage is below 1, or tiers do not rise or do not reach any size
     */
    public MarginTerms {
        if (leverage.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("leverage " + leverage + " must be 1 or more; 1 means no leverage");
        }
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.get(tiers.size() - 1).upTo() != null) {
            throw new IllegalArgumentException(
                    "the last margin tier must have no end, so that every position has its tier; leave its upTo out");
        }
        for (int i = 0; i + 1 < tiers.size(); i++) {
            requireRising(i, tiers.get(i), tiers.get(i + 1));
        }
        if ((initialPerContract == null) != (maintenancePerContract == null)) {
            throw new IllegalArgumentException(
                    "a contract with fixed margins needs both, the initial and the maintenance one; give the missing one");
        }
        if (initialPerContract != null
                && maintenancePerContract != null
                && (maintenancePerContract.signum() < 0 || initialPerContract.compareTo(maintenancePerContract) < 0)) {
            throw new IllegalArgumentException("initial margin " + initialPerContract
                    + " per contract must not be below its maintenance margin " + maintenancePerContract
                    + ", nor that below zero; correct one of them");
        }
    }

    private static void requireRising(int index, MarginTier tier, MarginTier next) {
        BigDecimal upTo = tier.upTo();
        BigDecimal nextUpTo = next.upTo();
        if (upTo == null || (nextUpTo != null && nextUpTo.compareTo(upTo) <= 0)) {
            throw new IllegalArgumentException(
                    "margin tier " + (index + 2) + " must reach further than the one before it, up to "
                            + (upTo == null ? "any size" : upTo) + "; give tiers by rising value");
        }
        if (next.maxLeverage().compareTo(tier.maxLeverage()) > 0
                || next.maintenanceRate().compareTo(tier.maintenanceRate()) < 0) {
            throw new IllegalArgumentException(
                    "margin tier " + (index + 2)
                            + " must not allow more leverage or ask for a lower rate than the one before it; larger positions need more margin");
        }
    }

    /** The same with another mode. */
    public MarginTerms withMode(MarginMode value) {
        return new MarginTerms(value, leverage, tiers, initialPerContract, maintenancePerContract);
    }

    /** The same with another leverage. */
    public MarginTerms withLeverage(BigDecimal value) {
        return new MarginTerms(mode, value, tiers, initialPerContract, maintenancePerContract);
    }

    /** The same with other tiers. */
    public MarginTerms withTiers(List<MarginTier> value) {
        return new MarginTerms(mode, leverage, value, initialPerContract, maintenancePerContract);
    }

    /**
     * The same with tiers by size and rate, each with the deduction that makes the requirement rise without a step.
     *
     * @param unlinked tiers whose own deductions do not count
     */
    public MarginTerms withContinuousTiers(List<MarginTier> unlinked) {
        List<MarginTier> linked = new ArrayList<>();
        BigDecimal deduction = BigDecimal.ZERO;
        for (int i = 0; i < unlinked.size(); i++) {
            MarginTier tier = unlinked.get(i);
            BigDecimal edge = i == 0 ? null : unlinked.get(i - 1).upTo();
            if (edge != null) {
                BigDecimal step =
                        tier.maintenanceRate().subtract(unlinked.get(i - 1).maintenanceRate());
                deduction = deduction.add(edge.multiply(step));
            }
            linked.add(new MarginTier(tier.upTo(), tier.maxLeverage(), tier.maintenanceRate(), deduction));
        }
        return withTiers(linked);
    }

    /** The same with fixed margins for each contract. */
    public MarginTerms withFixedMargins(BigDecimal initial, BigDecimal maintenance) {
        return new MarginTerms(mode, leverage, tiers, initial, maintenance);
    }
}
