/** Market data out of a storage, as streams for a backtest, and a mapped file of columns for trades that are replayed often. */
@NullMarked
package io.ttquant.backtest.data.stored;

import org.jspecify.annotations.NullMarked;
