/**
 * Figures about a run. Each states its formula and its convention; a figure that is not defined for the data (a deviation of one number, a ratio to zero) is NaN, never 0.
 */
@NullMarked
package io.ttquant.backtest.statistics;

import org.jspecify.annotations.NullMarked;
