package io.ttquant.core.risk;

/**
 * How much of a limit is used.
 *
 * @param strategyId whose limit; empty for the account
 * @param rule its name, as configuration has it
 * @param limit the limit, in the unit of the rule: money in the reporting currency, a number, a fraction
 * @param used what is used of it now, in the same unit; NaN while it is not known
 */
public record RiskUse(String strategyId, String rule, double limit, double used) {}
