/** Keeps the kill switch in a file. */
@NullMarked
package io.ttquant.backtest.killswitch;

import org.jspecify.annotations.NullMarked;
