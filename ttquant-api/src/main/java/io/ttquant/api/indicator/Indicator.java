package io.ttquant.api.indicator;

/** A figure that is updated with each new observation. */
public interface Indicator {
    /** The figure now; NaN until {@link #isReady()}. */
    double value();

    /** True once enough observations were seen. */
    boolean isReady();
}
