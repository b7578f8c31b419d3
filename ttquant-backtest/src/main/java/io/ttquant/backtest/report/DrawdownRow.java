package io.ttquant.backtest.report;

/**
 * A drawdown.
 *
 * @param startNanos time of the peak before it, epoch nanoseconds
 * @param troughNanos time of the lowest equity
 * @param endNanos when the peak was reached again, or the end of the run
 * @param isRecovered whether it was reached again
 * @param depth fall from the peak as a return, not positive
 */
public record DrawdownRow(long startNanos, long troughNanos, long endNanos, boolean isRecovered, double depth) {}
