package io.ttquant.core.margin;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.assumption.Assumption;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of a simulated account: margin, liquidation, borrowing. Spot of a cash account is not touched by it.
 *
 * @param terms margin of derivatives without terms of their own
 * @param overrides margin of some derivatives
 * @param liquidationFee part of the value that a liquidation costs beside the fee of its fills, from 0 to below 1
 * @param insurance who bears what a liquidation loses beyond the margin
 * @param borrowRates interest by the hour on a negative balance, a fraction, by currency code; a currency without one bears none
 * @param borrowing how much an account with {@link io.ttquant.core.portfolio.FundsPolicy#BORROW} may owe; null for no limit and no liquidation of spot
 */
public record AccountConfig(
        MarginTerms terms,
        Map<InstrumentId, MarginTerms> overrides,
        BigDecimal liquidationFee,
        Insurance insurance,
        Map<String, BigDecimal> borrowRates,
        @Nullable BorrowTerms borrowing) {
    /** Cross margin with leverage 1, no fee of liquidations, the account bears all losses, no interest, no limit of what may be owed. */
    public static final AccountConfig DEFAULT =
            new AccountConfig(MarginTerms.DEFAULT, Map.of(), BigDecimal.ZERO, Insurance.ACCOUNT, Map.of(), null);

    /**
     * Checks the rates.
     *
     * @throws IllegalArgumentException if a rate is below 0, or 1 or more
     */
    public AccountConfig {
        requireFraction("liquidation fee", liquidationFee);
        borrowRates.forEach((code, rate) -> requireFraction("hourly borrow rate of " + code, rate));
        overrides = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        borrowRates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(borrowRates));
    }

    private static void requireFraction(String what, BigDecimal rate) {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    what + " " + rate.toPlainString() + " must be from 0 to below 1, a fraction: 0.5 % is 0.005");
        }
    }

    /** The margin of an instrument. */
    public MarginTerms termsOf(InstrumentId instrument) {
        return overrides.getOrDefault(instrument, terms);
    }

    /** The same with other terms for all without their own. */
    public AccountConfig withTerms(MarginTerms value) {
        return new AccountConfig(value, overrides, liquidationFee, insurance, borrowRates, borrowing);
    }

    /** The same with terms of its own for an instrument. */
    public AccountConfig withTerms(InstrumentId instrument, MarginTerms value) {
        Map<InstrumentId, MarginTerms> all = new LinkedHashMap<>(overrides);
        all.put(instrument, value);
        return new AccountConfig(terms, all, liquidationFee, insurance, borrowRates, borrowing);
    }

    /** The same with another leverage for all without their own terms, such as {@code "10"}. */
    public AccountConfig withLeverage(String value) {
        return withTerms(terms.withLeverage(new BigDecimal(value)));
    }

    /** The same with another fee of liquidations. */
    public AccountConfig withLiquidationFee(BigDecimal value) {
        return new AccountConfig(terms, overrides, value, insurance, borrowRates, borrowing);
    }

    /** The same with another bearer of losses beyond the margin. */
    public AccountConfig withInsurance(Insurance value) {
        return new AccountConfig(terms, overrides, liquidationFee, value, borrowRates, borrowing);
    }

    /** The same with an hourly interest on a negative balance of a currency. */
    public AccountConfig withBorrowRate(String currency, BigDecimal hourly) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(borrowRates);
        all.put(currency, hourly);
        return new AccountConfig(terms, overrides, liquidationFee, insurance, all, borrowing);
    }

    /**
     * The same with a limit of what an account with {@link io.ttquant.core.portfolio.FundsPolicy#BORROW} may owe in spot trading, such as
     * {@link BorrowTerms#DEFAULT}.
     */
    public AccountConfig withBorrowing(BorrowTerms value) {
        return new AccountConfig(terms, overrides, liquidationFee, insurance, borrowRates, value);
    }

    /**
     * What a run with this assumes of the margin, the liquidation and the interest of its account, for its report.
     *
     * @param derivatives those of the run; without any, only interest counts
     */
    public List<Assumption> assumptions(Collection<InstrumentId> derivatives) {
        return new AccountAssumptions(this, derivatives).list();
    }
}
