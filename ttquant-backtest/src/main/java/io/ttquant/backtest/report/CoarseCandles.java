package io.ttquant.backtest.report;

import java.util.Optional;

/** The first look at a long series: few candles that a page decodes at once, while it takes its time for the others. */
final class CoarseCandles {
    /** From so many candles on it is worth while. */
    static final int FROM = 50_000;

    /** About as many as a window can show several times over. */
    static final int LIMIT = 20_000;

    private CoarseCandles() {}

    /** Longer candles of a series that is long; empty for one that is not. */
    static Optional<CandleSeries> of(CandleSeries series) {
        if (series.size() <= FROM) {
            return Optional.empty();
        }
        return Optional.of(CandleAggregation.by(series, CandleAggregation.factorFor(series.size(), LIMIT)));
    }
}
