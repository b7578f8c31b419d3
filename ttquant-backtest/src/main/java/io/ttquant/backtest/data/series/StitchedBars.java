package io.ttquant.backtest.data.series;

import io.ttquant.backtest.data.BarColumns;
import java.util.List;

/**
 * One history made of several contracts.
 *
 * @param bars the history
 * @param rolls where one contract follows another, in the order of time
 * @param adjustment what became of older prices
 */
public record StitchedBars(BarColumns bars, List<Roll> rolls, Adjustment adjustment) {
    /** Copies the list. */
    public StitchedBars {
        rolls = List.copyOf(rolls);
    }
}
