package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A section {@code [account.instruments."binance:BTCUSDT"]}: what differs from {@code [account]}.
 *
 * @param margin cross or isolated
 * @param leverage value of a position for each unit of initial margin
 * @param maintenanceRate part of the value that must remain, of any size; excludes tiers
 * @param tiers by rising value
 * @param initialMargin for each contract, in the settlement currency, in the place of leverage
 * @param maintenanceMargin for each contract, with {@code initial_margin}
 */
public record MarginSettings(
        Optional<MarginMode> margin,
        Optional<BigDecimal> leverage,
        Optional<BigDecimal> maintenanceRate,
        @Default("[]") List<TierSettings> tiers,
        Optional<BigDecimal> initialMargin,
        Optional<BigDecimal> maintenanceMargin) {
    private static final BigDecimal ANY_LEVERAGE = new BigDecimal(1_000);

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if figures are out of range or exclude each other
     */
    public MarginSettings {
        tiers = List.copyOf(tiers);
        new MarginSettings.Change(margin, leverage, maintenanceRate, tiers, initialMargin, maintenanceMargin)
                .of(MarginTerms.DEFAULT);
    }

    MarginTerms of(MarginTerms terms) {
        return new Change(margin, leverage, maintenanceRate, tiers, initialMargin, maintenanceMargin).of(terms);
    }

    /** What a section changes in terms. */
    record Change(
            Optional<MarginMode> margin,
            Optional<BigDecimal> leverage,
            Optional<BigDecimal> maintenanceRate,
            List<TierSettings> tiers,
            Optional<BigDecimal> initialMargin,
            Optional<BigDecimal> maintenanceMargin) {
        MarginTerms of(MarginTerms terms) {
            if (!tiers.isEmpty() && maintenanceRate.isPresent()) {
                throw new IllegalArgumentException(
                        "maintenance_rate and tiers exclude each other; keep the tiers, which have rates of their own");
            }
            if (initialMargin.isPresent() != maintenanceMargin.isPresent()) {
                throw new IllegalArgumentException((initialMargin.isPresent() ? "initial_margin" : "maintenance_margin")
                        + " is given alone; a contract with fixed margins needs initial_margin and maintenance_margin");
            }
            MarginTerms changed =
                    terms.withMode(margin.orElse(terms.mode())).withLeverage(leverage.orElse(terms.leverage()));
            if (maintenanceRate.isPresent()) {
                changed = changed.withTiers(
                        List.of(new MarginTier(null, ANY_LEVERAGE, maintenanceRate.get(), BigDecimal.ZERO)));
            } else if (!tiers.isEmpty()) {
                changed = tiers(changed);
            }
            return initialMargin.isPresent() && maintenanceMargin.isPresent()
                    ? changed.withFixedMargins(initialMargin.get(), maintenanceMargin.get())
                    : changed;
        }

        private MarginTerms tiers(MarginTerms terms) {
            List<MarginTier> all = tiers.stream().map(TierSettings::tier).toList();
            return tiers.stream().allMatch(tier -> tier.deduction().isEmpty())
                    ? terms.withContinuousTiers(all)
                    : terms.withTiers(all);
        }
    }
}
