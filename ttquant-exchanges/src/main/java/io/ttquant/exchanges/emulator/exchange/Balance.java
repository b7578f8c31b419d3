package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/**
 * What an account has of an asset.
 *
 * @param asset which
 * @param total all of it
 * @param locked held by spot orders
 * @param margin held by positions and by orders on contracts
 * @param free what can be used: total less locked and margin, with what open cross positions have gained or lost; never below 0
 */
public record Balance(String asset, BigDecimal total, BigDecimal locked, BigDecimal margin, BigDecimal free) {}
