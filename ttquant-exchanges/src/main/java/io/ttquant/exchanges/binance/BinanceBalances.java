package io.ttquant.exchanges.binance;

import java.math.BigDecimal;
import java.util.List;

/**
 * Balances of Spot that may have changed ({@code outboundAccountPosition}); others are as they were.
 *
 * @param balances of some currencies
 * @param tsUpdated when they were so, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceBalances(List<Balance> balances, long tsUpdated, long tsEvent) {
    /** Copies the list. */
    public BinanceBalances {
        balances = List.copyOf(balances);
    }

    /**
     * A balance.
     *
     * @param asset the venue's name of the currency
     * @param free what may be spent
     * @param locked what orders hold
     */
    public record Balance(String asset, BigDecimal free, BigDecimal locked) {}
}
