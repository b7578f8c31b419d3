package io.ttquant.core.engine;

import io.ttquant.core.portfolio.Ledger;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Equity over time in columns: the reporting currency's raw amount at each sample. The first sample is taken before anything happens, the last
 * one at the end. There is no sample at a time when a price that is needed is not known.
 */
public final class EquityCurve {
    private long[] timeNanos = new long[1024];
    private long[] rawEquity = new long[1024];
    private int size;
    private boolean hasStart;
    private long rawStart;

    EquityCurve() {}

    /** The value of the start balances, if it is known. */
    void start(long raw) {
        hasStart = raw != Ledger.UNKNOWN;
        rawStart = raw;
    }

    boolean hasStart() {
        return hasStart;
    }

    void add(long nanos, long raw) {
        if (size > 0 && timeNanos[size - 1] == nanos) {
            rawEquity[size - 1] = raw;
            return;
        }
        if (size == timeNanos.length) {
            timeNanos = Arrays.copyOf(timeNanos, size * 2);
            rawEquity = Arrays.copyOf(rawEquity, size * 2);
        }
        timeNanos[size] = nanos;
        rawEquity[size++] = raw;
    }

    /**
     * Value of the start balances at the scale of the reporting currency, those in other currencies at the first prices known; empty if a price
     * stayed unknown. It is the first sample, unless something was filled at the very instant of that sample.
     */
    public OptionalLong rawStart() {
        return hasStart ? OptionalLong.of(rawStart) : OptionalLong.empty();
    }

    /** Number of samples. */
    public int size() {
        return size;
    }

    /** Time of a sample, epoch nanoseconds. */
    public long timeNanos(int index) {
        return timeNanos[checked(index)];
    }

    /** Equity at a sample, at the scale of the reporting currency. */
    public long rawEquity(int index) {
        return rawEquity[checked(index)];
    }

    private int checked(int index) {
        return Objects.checkIndex(index, size);
    }
}
