package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * A funding payment that has happened.
 *
 * @param symbol of the market
 * @param time epoch nanoseconds
 * @param rate that longs paid to shorts
 * @param mark price at which positions were valued
 */
public record FundingPayment(String symbol, long time, BigDecimal rate, BigDecimal mark) {}
