/**
 * Simulated execution, for backtest and paper: matching on bars, trades, quotes and order books, with models for fees, slippage,
 * latency, depth, queues and fills. Every
 * fill says why it happened at its price. One thread, no wall clock.
 */
@NullMarked
package io.ttquant.core.matching;

import org.jspecify.annotations.NullMarked;
