package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * A step of what a position needs as margin.
 *
 * @param what a symbol, or a family of instruments
 * @param floor from this size on: value at Binance, contracts at OKX
 * @param cap up to this size
 * @param maxLeverage allowed
 * @param maintenanceRatio fraction of the value
 */
public record MarginTier(
        String what, BigDecimal floor, BigDecimal cap, BigDecimal maxLeverage, BigDecimal maintenanceRatio) {}
