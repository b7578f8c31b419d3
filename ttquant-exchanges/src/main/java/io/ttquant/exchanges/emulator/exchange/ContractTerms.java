package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * What a contract is.
 *
 * @param value of one contract: in base for a linear one, in quote for an inverse one; positive
 * @param settle the asset of margin, profit and loss
 * @param defaultLeverage of an account that set none; positive
 * @param mostLeverage an account may set; positive
 * @param maintenance share of a position's value below which it is liquidated
 * @param fundingHours between funding payments; 0 for none
 */
public record ContractTerms(
        BigDecimal value,
        String settle,
        BigDecimal defaultLeverage,
        BigDecimal mostLeverage,
        BigDecimal maintenance,
        int fundingHours) {
    /** Checks the ranges. */
    public ContractTerms {
        Decimals.positive("contract value", value);
        Decimals.positive("default leverage", defaultLeverage);
        Decimals.positive("highest leverage", mostLeverage);
        Decimals.notNegative("maintenance share", maintenance);
    }

    /** A perpetual: leverage 20 at first and 125 at most, maintenance 0.4 %, funding every 8 hours. */
    public static ContractTerms perpetual(String value, String settle) {
        return new ContractTerms(
                new BigDecimal(value), settle, new BigDecimal(20), new BigDecimal(125), new BigDecimal("0.004"), 8);
    }
}
