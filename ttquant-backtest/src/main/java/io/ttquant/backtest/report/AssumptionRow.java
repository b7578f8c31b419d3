package io.ttquant.backtest.report;

/**
 * One thing that the result takes for granted.
 *
 * @param topic what it is about, such as {@code Fees}
 * @param model the model and its numbers, such as {@code maker 0.10 %, taker 0.10 %}
 * @param explanation what that means for the result, in plain words
 */
public record AssumptionRow(String topic, String model, String explanation) {}
