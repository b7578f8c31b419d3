/** Series made of others: coarser bars, corrected stamps, contracts stitched to one history, prices adjusted for splits and dividends. */
@NullMarked
package io.ttquant.backtest.data.series;

import org.jspecify.annotations.NullMarked;
