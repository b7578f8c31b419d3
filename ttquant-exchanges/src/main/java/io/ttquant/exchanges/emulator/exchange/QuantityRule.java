package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * What quantities a market takes; in base, or in contracts.
 *
 * @param lot every quantity is a multiple of it; positive
 * @param least the smallest quantity
 * @param most the largest one of a limit order, 0 for no bound
 * @param mostOfMarket the largest one of a market order, 0 for no bound
 */
public record QuantityRule(BigDecimal lot, BigDecimal least, BigDecimal most, BigDecimal mostOfMarket) {
    /** Checks that each is a bounded figure and none is negative. */
    public QuantityRule {
        Decimals.positive("lot", lot);
        Decimals.notNegative("least quantity", least);
        Decimals.notNegative("largest quantity", most);
        Decimals.notNegative("largest quantity of a market order", mostOfMarket);
    }

    /** A lot, which is also the least quantity. */
    public static QuantityRule lot(String lot) {
        BigDecimal value = new BigDecimal(lot);
        return new QuantityRule(value, value, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The same with bounds: of all orders, of limit orders, of market orders; "0" for no bound. */
    public QuantityRule between(String smallest, String largest, String largestOfMarket) {
        return new QuantityRule(
                lot, new BigDecimal(smallest), new BigDecimal(largest), new BigDecimal(largestOfMarket));
    }
}
