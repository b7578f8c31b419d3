package io.ttquant.core.config;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Default;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.margin.MarginMode;
import io.ttquant.core.margin.MarginTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code [account]}: what kind of account trades, and the models of a simulated one.
 *
 * @param mode what spot orders may spend; that of {@code [backtest] funds} unless given
 * @param spotLeverage with mode {@code margin}, what spot may hold for each unit of equity; 3 unless given
 * @param spotMaintenanceLevel with mode {@code margin}, assets ÷ what is owed at which the account is liquidated; 1.1 unless given
 * @param positionMode whether a derivative has one position or a long and a short one
 * @param margin cross or isolated
 * @param leverage value of a position for each unit of initial margin
 * @param maintenanceRate part of the value that must remain, of any size; excludes tiers
 * @param tiers of margin by rising value, for all derivatives without their own
 * @param liquidationFee fraction of the value that a liquidation costs beside the fee of its fills
 * @param insurance who bears a loss beyond the margin
 * @param borrowRates interest by the hour on a negative balance, a fraction, by currency
 * @param fixedRates rates of exchange that never change, such as {@code "USDC/USDT" = 1}
 * @param instruments what differs for some derivatives
 */
public record AccountSettings(
        Optional<AccountMode> mode,
        Optional<BigDecimal> spotLeverage,
        Optional<BigDecimal> spotMaintenanceLevel,
        @Default("netting") PositionMode positionMode,
        @Default("cross") MarginMode margin,
        @Default("1") BigDecimal leverage,
        Optional<BigDecimal> maintenanceRate,
        @Default("[]") List<TierSettings> tiers,
        @Default("0") BigDecimal liquidationFee,
        @Default("account") Insurance insurance,
        @Default("{}") Map<String, BigDecimal> borrowRates,
        @Default("{}") Map<String, BigDecimal> fixedRates,
        @Default("{}") Map<InstrumentId, MarginSettings> instruments) {
    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if a figure is out of range, tiers do not go together, or a fixed rate has no two currencies
     */
    public AccountSettings {
        tiers = List.copyOf(tiers);
        terms(margin, leverage, maintenanceRate, tiers);
        AccountConfig.DEFAULT.withLiquidationFee(named("liquidation_fee", liquidationFee));
        borrowRates.forEach((code, rate) -> AccountConfig.DEFAULT.withBorrowRate(code, named("borrow_rates", rate)));
        fixedRates.forEach(AccountSettings::requireRate);
        requireMargin(mode, "spot_leverage", spotLeverage);
        requireMargin(mode, "spot_maintenance_level", spotMaintenanceLevel);
        borrowing(spotLeverage, spotMaintenanceLevel);
    }

    private static BigDecimal named(String key, BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(key + " " + fraction.toPlainString()
                    + " must be from 0 to below 1, a fraction: 0.5 percent is 0.005");
        }
        return fraction;
    }

    private static void requireMargin(Optional<AccountMode> mode, String key, Optional<BigDecimal> figure) {
        if (figure.isPresent() && !mode.equals(Optional.of(AccountMode.MARGIN))) {
            throw new IllegalArgumentException(
                    key + " " + figure.get().toPlainString()
                            + " needs mode = \"margin\": another account has no limit of what it owes; add the mode, or leave it out");
        }
    }

    private static BorrowTerms borrowing(Optional<BigDecimal> leverage, Optional<BigDecimal> maintenanceLevel) {
        return new BorrowTerms(
                leverage.orElse(BorrowTerms.DEFAULT.leverage()),
                maintenanceLevel.orElse(BorrowTerms.DEFAULT.maintenanceLevel()));
    }

    private static void requireRate(String pair, BigDecimal rate) {
        if (!pair.matches("[A-Za-z0-9]+/[A-Za-z0-9]+") || rate.signum() <= 0) {
            throw new IllegalArgumentException("fixed_rates has \"" + pair + "\" = " + rate.toPlainString()
                    + "; write two currencies and a rate above zero, such as \"USDC/USDT\" = 1");
        }
    }

    private static MarginTerms terms(
            MarginMode margin, BigDecimal leverage, Optional<BigDecimal> maintenanceRate, List<TierSettings> tiers) {
        return new MarginSettings.Change(
                        Optional.of(margin),
                        Optional.of(leverage),
                        maintenanceRate,
                        tiers,
                        Optional.empty(),
                        Optional.empty())
                .of(MarginTerms.DEFAULT);
    }

    /** The models of the account. */
    public AccountConfig config() {
        MarginTerms common = terms(margin, leverage, maintenanceRate, tiers);
        AccountConfig config = AccountConfig.DEFAULT
                .withTerms(common)
                .withLiquidationFee(liquidationFee)
                .withInsurance(insurance);
        if (mode.equals(Optional.of(AccountMode.MARGIN))) {
            config = config.withBorrowing(borrowing(spotLeverage, spotMaintenanceLevel));
        }
        for (Map.Entry<InstrumentId, MarginSettings> own : instruments.entrySet()) {
            config = config.withTerms(own.getKey(), own.getValue().of(common));
        }
        for (Map.Entry<String, BigDecimal> rate : borrowRates.entrySet()) {
            config = config.withBorrowRate(rate.getKey(), rate.getValue());
        }
        return config;
    }
}
