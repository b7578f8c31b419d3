package io.ttquant.api.market;

import java.math.BigDecimal;

/**
 * A funding rate of a perpetual swap.
 *
 * @param instrument the perpetual
 * @param tsEvent when the venue published it, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param rate fraction of position value for the interval; positive: longs pay shorts
 * @param settlementNanos when it is settled, epoch nanoseconds
 */
public record FundingRate(Instrument instrument, long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {}
