/** Says what files of market data hold and what is wrong with them, whatever their format. */
@NullMarked
package io.ttquant.backtest.data.check;

import org.jspecify.annotations.NullMarked;
