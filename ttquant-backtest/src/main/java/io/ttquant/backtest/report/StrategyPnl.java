package io.ttquant.backtest.report;

/**
 * The running profit and loss of one strategy, beside an {@link EquitySeries}. The array is not copied.
 *
 * @param strategy the strategy
 * @param rawPnl realised and unrealised profit less fees at each sample, at the scale of the equity series
 */
@SuppressWarnings("ArrayRecordComponent") // one sample a bar
public record StrategyPnl(String strategy, long[] rawPnl) {}
