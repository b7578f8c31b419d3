package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * Shares of a trade's value that are charged.
 *
 * @param maker of the resting side; negative is a rebate
 * @param taker of the arriving side; negative is a rebate
 */
public record FeeRates(BigDecimal maker, BigDecimal taker) {
    /** None. */
    public static final FeeRates NONE = new FeeRates(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Checks that both are bounded figures. */
    public FeeRates {
        Decimals.bounded("maker fee", maker);
        Decimals.bounded("taker fee", taker);
    }

    /** From decimal texts such as {@code "0.001"}. */
    public static FeeRates of(String maker, String taker) {
        return new FeeRates(new BigDecimal(maker), new BigDecimal(taker));
    }

    BigDecimal of(boolean isMaker) {
        return isMaker ? maker : taker;
    }
}
