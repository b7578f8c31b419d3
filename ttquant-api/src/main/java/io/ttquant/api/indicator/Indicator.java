package io.ttquant.api.indicator;

/**
 * A figure that is updated with each new observation. What it takes says its kind: one number ({@link LineIndicator}), two ({@link
 * PairIndicator}), high, low and close ({@link RangeIndicator}) or a whole bar ({@link BarIndicator}). Constant memory; an update allocates
 * nothing; no update looks ahead.
 *
 * <p>An indicator with several lines has a named accessor for each; {@link #value()} is the main one and {@link #isReady()} speaks of it. Not safe for use
 * by several threads.
 */
public interface Indicator {
    /** The figure now; NaN until {@link #isReady()}. */
    double value();

    /** True once enough observations were seen; from then on the value is a finite number. */
    boolean isReady();

    /** Updates after which it is ready; where that depends on the observations, the least. */
    int warmUp();

    /** Forgets everything: as new. */
    void reset();
}
