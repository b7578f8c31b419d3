package io.ttquant.api.indicator;

/** Kinds of moving average that another indicator may be made with. All are ready after n observations. */
public enum Smoothing {
    /** {@link Sma}. */
    SIMPLE,
    /** {@link Ema#of}: started with the simple average. */
    EXPONENTIAL,
    /** {@link Ema#seededByFirst}: started with the first observation. */
    EXPONENTIAL_SEEDED_BY_FIRST,
    /** {@link Ema#wilder}: α = 1 / n, started with the simple average. */
    WILDER,
    /** {@link Ema#wilderSeededByFirst}: α = 1 / n, started with the first observation. */
    WILDER_SEEDED_BY_FIRST,
    /** {@link Wma}. */
    WEIGHTED;

    /** An average of this kind over {@code period} observations. */
    public LineIndicator of(int period) {
        return average(period);
    }

    Average average(int period) {
        return switch (this) {
            case SIMPLE -> Sma.of(period);
            case EXPONENTIAL -> Ema.of(period);
            case EXPONENTIAL_SEEDED_BY_FIRST -> Ema.seededByFirst(period);
            case WILDER -> Ema.wilder(period);
            case WILDER_SEEDED_BY_FIRST -> Ema.wilderSeededByFirst(period);
            case WEIGHTED -> Wma.of(period);
        };
    }
}
