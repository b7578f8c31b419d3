package io.ttquant.api.market;

/**
 * A change in whether an instrument trades.
 *
 * @param instrument which
 * @param tsEvent when it happened, epoch nanoseconds
 * @param tsInit when we had it, epoch nanoseconds
 * @param status the new status
 */
public record InstrumentStatus(Instrument instrument, long tsEvent, long tsInit, TradingStatus status) {}
