package io.ttquant.backtest.report;

/**
 * Orders of one strategy that were refused for one reason.
 *
 * @param strategy the strategy
 * @param reason code of the reason, such as {@code INSUFFICIENT_FUNDS}
 * @param count how many
 * @param example the sentence of the first one
 */
public record RefusalCount(String strategy, String reason, long count, String example) {}
