package io.ttquant.core.metrics;

import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Figures of a series, made anew for readers only when a return was added. */
final class CachedFigures {
    private final ReturnSeries series;
    private final Duration period;
    private volatile @Nullable Made made;

    private record Made(long added, ReturnFigures figures) {}

    CachedFigures(ReturnSeries series, Duration period) {
        this.series = series;
        this.period = period;
    }

    double read(ToDoubleFunction<ReturnFigures> figure) {
        Made last = made;
        long added = series.added();
        if (last == null || last.added() != added) {
            last = new Made(added, new ReturnFigures(series.copy(), period));
            made = last;
        }
        return figure.applyAsDouble(last.figures());
    }
}
