package io.ttquant.backtest.report;

/**
 * How often the risk rules acted for one reason.
 *
 * @param strategy the strategy; {@code account} for the account
 * @param what the guard, or the change of stage
 * @param count how often
 * @param firstNanos when first, epoch nanoseconds
 * @param example what was said the first time
 */
public record RiskCount(String strategy, String what, long count, long firstNanos, String example) {}
