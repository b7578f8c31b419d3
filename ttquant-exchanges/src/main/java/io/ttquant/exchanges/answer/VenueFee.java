package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * A fee.
 *
 * @param amount paid if positive, received if negative
 * @param currency code; empty if not given
 */
public record VenueFee(BigDecimal amount, String currency) {}
