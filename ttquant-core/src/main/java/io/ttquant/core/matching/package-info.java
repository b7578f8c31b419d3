/**
 * Simulated execution, for backtest and paper: matching on bars, trades and quotes, with models for fees, slippage, latency and fills. Every
 * fill says why it happened at its price. One thread, no wall clock.
 */
@NullMarked
package io.ttquant.core.matching;

import org.jspecify.annotations.NullMarked;
