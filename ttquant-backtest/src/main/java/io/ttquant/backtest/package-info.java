/** Backtests: a run, its builder and its result. */
@NullMarked
package io.ttquant.backtest;

import org.jspecify.annotations.NullMarked;
