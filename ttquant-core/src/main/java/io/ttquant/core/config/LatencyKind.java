package io.ttquant.core.config;

import java.util.Locale;

/** How the latencies of {@code [backtest]} vary. */
public enum LatencyKind {
    /** Not at all. */
    CONSTANT,
    /** Evenly around each. */
    UNIFORM,
    /** Normally, each the mean. */
    NORMAL,
    /** Log-normally, each the median. */
    LOG_NORMAL,
    /** Exponentially, each the mean. */
    EXPONENTIAL,
    /** By a gamma distribution, each the mean. */
    GAMMA,
    /** As recorded in a file. */
    RECORDED,
    /** With the latency of market data. */
    OF_FEED;

    boolean isDrawn() {
        return this != CONSTANT && this != RECORDED && this != OF_FEED;
    }

    boolean hasSpread() {
        return isDrawn() && this != EXPONENTIAL;
    }

    boolean hasLowest() {
        return isDrawn() && this != UNIFORM;
    }

    /** As a file writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
