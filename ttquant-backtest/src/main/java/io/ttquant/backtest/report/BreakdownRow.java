package io.ttquant.backtest.report;

/**
 * Round trips that have something in common.
 *
 * @param by by what trips are grouped, such as {@code weekday of entry}
 * @param group what these have in common, such as {@code Monday}
 * @param trades number of trips
 * @param winRate trips with a profit ÷ trips; NaN if it is not known
 * @param profit sum of profits and losses after fees in the reporting currency; NaN if it is not known
 * @param profitFactor sum of profits ÷ |sum of losses|; NaN where there is no loss
 * @param meanReturn mean of their returns
 */
public record BreakdownRow(
        String by, String group, int trades, double winRate, double profit, double profitFactor, double meanReturn) {}
