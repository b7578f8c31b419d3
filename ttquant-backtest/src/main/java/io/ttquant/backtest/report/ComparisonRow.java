package io.ttquant.backtest.report;

/**
 * A figure of the run beside the same one of buying and holding.
 *
 * @param name what it is, such as {@code Sharpe ratio}
 * @param isRatio whether it prints as percent, 0.05 as 5 %
 * @param own the run's; NaN if it is not known
 * @param benchmark that of buying and holding; NaN if it is not known
 * @param formula how both are computed, in a sentence
 */
public record ComparisonRow(String name, boolean isRatio, double own, double benchmark, String formula) {}
