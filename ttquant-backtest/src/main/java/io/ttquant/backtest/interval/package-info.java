/** The worst and the best result over all paths that the price may have taken inside the bars. */
@NullMarked
package io.ttquant.backtest.interval;

import org.jspecify.annotations.NullMarked;
