package io.ttquant.backtest.report;

/**
 * The running profit and loss of one strategy, a column of a {@link ProfitSeries}. The array is not copied.
 *
 * @param strategy the strategy
 * @param rawPnl realised and unrealised profit less fees at each sample, at the scale of the series; {@link #UNKNOWN} where a price was missing
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of samples, read by index
public record StrategyPnl(String strategy, long[] rawPnl) {
    /** A profit that could not be valued. */
    public static final long UNKNOWN = Long.MIN_VALUE;
}
