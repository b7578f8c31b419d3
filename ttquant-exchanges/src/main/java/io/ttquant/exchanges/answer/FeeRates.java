package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * Fees as fractions of value.
 *
 * @param what a symbol, or a kind of instruments
 * @param maker paid if positive, received if negative
 * @param taker paid if positive
 */
public record FeeRates(String what, BigDecimal maker, BigDecimal taker) {}
