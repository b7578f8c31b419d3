package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * A funding rate, past or next.
 *
 * @param symbol the venue's symbol
 * @param rate fraction of position value; positive: longs pay
 * @param tsSettlement when it was or is settled, epoch nanoseconds
 */
public record FundingAnswer(String symbol, BigDecimal rate, long tsSettlement) {}
