package io.ttquant.backtest.report;

import java.math.BigDecimal;

/**
 * Money that the account received or paid and that was no fill and no fee of one.
 *
 * @param timeNanos when, epoch nanoseconds
 * @param kind code of what it was paid for, such as {@code FUNDING}
 * @param strategy whose position it belongs to; empty if it is the account's as a whole
 * @param instrument the instrument as text; empty if it is of none
 * @param amount received if above zero, paid if below
 * @param currency the currency of the amount
 * @param message how it was reckoned, with the numbers
 */
public record CashFlowRow(
        long timeNanos,
        String kind,
        String strategy,
        String instrument,
        BigDecimal amount,
        String currency,
        String message) {}
