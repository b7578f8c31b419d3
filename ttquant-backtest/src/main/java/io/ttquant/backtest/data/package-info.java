/** Historical market data: columns in memory, readers of archive files, and their replay in the order of time. */
@NullMarked
package io.ttquant.backtest.data;

import org.jspecify.annotations.NullMarked;
