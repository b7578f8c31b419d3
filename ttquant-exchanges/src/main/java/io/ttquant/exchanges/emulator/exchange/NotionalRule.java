package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * What values of an order a market takes, in quote.
 *
 * @param least the smallest, 0 for no bound
 * @param most the largest, 0 for no bound
 * @param leastForMarket whether {@code least} holds for market orders too
 * @param exemptsReducing whether a reduce-only order may be smaller
 */
public record NotionalRule(BigDecimal least, BigDecimal most, boolean leastForMarket, boolean exemptsReducing) {
    /** No bounds. */
    public static final NotionalRule NONE = new NotionalRule(BigDecimal.ZERO, BigDecimal.ZERO, false, true);

    /** Checks that each is a bounded figure and none is negative. */
    public NotionalRule {
        Decimals.notNegative("least notional", least);
        Decimals.notNegative("largest notional", most);
    }

    /** A least value, for market orders too, not for those that reduce. */
    public static NotionalRule least(String least) {
        return new NotionalRule(new BigDecimal(least), BigDecimal.ZERO, true, true);
    }
}
