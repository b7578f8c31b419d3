package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.PairIndicator;

/** How an indicator hears of the bar of a number. */
@FunctionalInterface
interface Feed {
    void bar(Sample sample, int i);

    /** Closes to a line, bars to what takes them, returns of both markets to a pair. */
    static Feed of(Indicator indicator) {
        if (indicator instanceof LineIndicator line) {
            return (sample, i) -> line.update(sample.bars().get(i).close());
        } else if (indicator instanceof PairIndicator pair) {
            return (sample, i) -> {
                if (i > 0) {
                    pair.update(sample.returned(i), sample.returnedByOther(i));
                }
            };
        }
        BarIndicator bars = (BarIndicator) indicator;
        return (sample, i) -> bars.update(sample.bars().get(i));
    }

    /** Returns in place of prices. */
    static Feed ofReturns(LineIndicator indicator) {
        return (sample, i) -> {
            if (i > 0) {
                indicator.update(sample.returned(i));
            }
        };
    }

    /** Whole days: one update when the next has begun. */
    static Feed ofDays(BarIndicator indicator) {
        return (sample, i) -> {
            if (i > 0 && i % 24 == 0) {
                indicator.update(sample.day(i - 1));
            }
        };
    }
}
