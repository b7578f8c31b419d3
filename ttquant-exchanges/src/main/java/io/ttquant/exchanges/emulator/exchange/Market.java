package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is traded and by which rules. The status, which changes, is asked from {@link MarketData}.
 *
 * @param symbol the exchange's own spelling
 * @param kind spot or contract
 * @param base asset that the price is of
 * @param quote asset that the price is in
 * @param contract terms of a contract; null for spot
 * @param prices what prices are taken
 * @param quantities what quantities are taken
 * @param notionals what values are taken
 * @param counts how many orders are taken
 * @param fees of accounts that have none of their own
 */
public record Market(
        String symbol,
        MarketKind kind,
        String base,
        String quote,
        @Nullable ContractTerms contract,
        PriceRule prices,
        QuantityRule quantities,
        NotionalRule notionals,
        CountRule counts,
        FeeRates fees) {
    /** Checks that contracts, and only they, have terms. */
    public Market {
        if ((kind == MarketKind.SPOT) != (contract == null)) {
            throw new IllegalArgumentException(
                    symbol + " is " + kind + (contract == null ? " without" : " with") + " terms of a contract");
        }
    }

    /** A spot market without bounds on values and counts, and without fees; narrow it with the {@code with} methods. */
    public static Market spot(String symbol, String base, String quote, PriceRule prices, QuantityRule quantities) {
        return new Market(
                symbol,
                MarketKind.SPOT,
                base,
                quote,
                null,
                prices,
                quantities,
                NotionalRule.NONE,
                CountRule.NONE,
                FeeRates.NONE);
    }

    /** A linear or inverse contract, as {@link #spot} otherwise. */
    public static Market contract(
            String symbol,
            MarketKind kind,
            String base,
            String quote,
            ContractTerms terms,
            PriceRule prices,
            QuantityRule quantities) {
        return new Market(
                symbol, kind, base, quote, terms, prices, quantities, NotionalRule.NONE, CountRule.NONE, FeeRates.NONE);
    }

    /** The same with these bounds on values. */
    public Market withNotionals(NotionalRule rule) {
        return new Market(symbol, kind, base, quote, contract, prices, quantities, rule, counts, fees);
    }

    /** The same with these bounds on counts. */
    public Market withCounts(CountRule rule) {
        return new Market(symbol, kind, base, quote, contract, prices, quantities, notionals, rule, fees);
    }

    /** The same with these fees. */
    public Market withFees(FeeRates rates) {
        return new Market(symbol, kind, base, quote, contract, prices, quantities, notionals, counts, rates);
    }

    /** The same with these rules on prices and quantities, as when an exchange changes tick or lot. */
    public Market withSteps(PriceRule price, QuantityRule quantity) {
        return new Market(symbol, kind, base, quote, contract, price, quantity, notionals, counts, fees);
    }

    /** Whether it is a contract. */
    public boolean isContract() {
        return contract != null;
    }

    /** Terms of the contract. */
    ContractTerms terms() {
        return Objects.requireNonNull(contract, symbol);
    }

    /** The asset that trades are paid in: quote, or the contract's settlement asset. */
    public String settle() {
        return contract == null ? quote : contract.settle();
    }

    /**
     * What a quantity is worth at a price, in {@link #settle()}: price times quantity for spot and linear contracts, exact; for an inverse contract
     * quantity times its value over the price, rounded half-even to {@link Money#SCALE} decimals.
     */
    public BigDecimal value(BigDecimal quantity, BigDecimal price) {
        return switch (kind) {
            case SPOT -> Decimals.plain(quantity.multiply(price));
            case LINEAR -> Decimals.plain(quantity.multiply(price).multiply(terms().value()));
            case INVERSE -> Money.divide(quantity.multiply(terms().value()), price);
        };
    }
}
