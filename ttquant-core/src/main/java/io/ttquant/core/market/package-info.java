/** Last prices and the making of bars: the same classes live and in a backtest. */
@NullMarked
package io.ttquant.core.market;

import org.jspecify.annotations.NullMarked;
